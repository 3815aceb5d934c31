package dev.spendlight.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a file so that whoever reads it, in whichever process, finds all of it or none: under a
/// name of its own, flushed to the disk, and moved to its place in one step.
final class WholeFile {
  /// What a file ends with while it is being written.
  static final String DRAFT = ReplyRotation.DRAFT;

  private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

  private WholeFile() {}

  /// In place of an earlier one.
  static void write(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(UUID.randomUUID() + DRAFT);
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    flush(file.resolveSibling(""));
  }

  /// So that the new name survives a loss of power; where folders cannot be flushed, it may not.
  private static void flush(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notHere) {
      LOG.debug("Folders cannot be flushed here.", notHere);
    }
  }
}
