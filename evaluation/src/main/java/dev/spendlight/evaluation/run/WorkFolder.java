package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.truth.FolderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A folder of written and imported accounts, held by one run at a time.
public final class WorkFolder implements AutoCloseable {
  private final FileChannel channel;

  private WorkFolder(FileChannel channel) {
    this.channel = channel;
  }

  /// @param folder made if it is not there
  /// @throws FolderException when another process has it
  public static WorkFolder hold(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new FolderException(
            "Another score is at work in %s; wait for it, or give another folder with --work."
                .formatted(folder));
      }
      return new WorkFolder(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
