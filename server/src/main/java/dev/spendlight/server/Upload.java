package dev.spendlight.server;

import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.FileResult;
import io.helidon.http.Status;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one upload, in a temporary folder that goes with them. On the disk they have
/// numbers: their names were chosen by somebody else.
final class Upload implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

  /// Files of one upload.
  private static final int MOST_FILES = 200;

  private static final int BUFFER = 64 << 10;

  private final Path folder;
  private final long mostBytes;
  private final Deadline deadline;
  private final List<Received> files = new ArrayList<>();
  private long bytes;

  /// @param name as the client calls it
  private record Received(String name, Path path) {}

  /// @param mostBytes of all files together
  /// @param deadline for the last of them
  Upload(long mostBytes, Deadline deadline) {
    this.mostBytes = mostBytes;
    this.deadline = deadline;
    try {
      this.folder = Files.createTempDirectory("spendlight-upload-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes a file, to the end of the stream.
  ///
  /// @throws Refusal when that is too much, or takes too long
  void add(String name, InputStream in) throws IOException {
    if (files.size() == MOST_FILES) {
      throw new Refusal(
          Status.REQUEST_ENTITY_TOO_LARGE_413,
          "One upload may hold at most %d files; send the rest in another.".formatted(MOST_FILES));
    }
    Received file = new Received(name, folder.resolve(Integer.toString(files.size() + 1)));
    files.add(file);
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = new Kept(Files.newOutputStream(file.path))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        requireWithinLimits();
        out.write(buffer, 0, read);
      }
    }
  }

  /// Tells a disk that is full from a body that is damaged.
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      try {
        out.write(buffer, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException("An upload cannot be written to the temporary folder", e);
      }
    }
  }

  private void requireWithinLimits() {
    if (bytes > mostBytes) {
      throw tooLarge(mostBytes);
    }
    if (deadline.hasPassed()) {
      throw new Refusal(
          Status.REQUEST_TIMEOUT_408,
          "The upload took too long; send fewer files at once, or send them packed.");
    }
  }

  static Refusal tooLarge(long mostBytes) {
    return new Refusal(
        Status.REQUEST_ENTITY_TOO_LARGE_413,
        "One upload may hold at most %,d bytes; send fewer files at once.".formatted(mostBytes));
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  List<Path> paths() {
    return files.stream().map(Received::path).toList();
  }

  /// The same result, with files called as the client calls them.
  ImportResult named(ImportResult result) {
    return new ImportResult(
        result.account(), result.importId(), result.files().stream().map(this::named).toList());
  }

  private FileResult named(FileResult result) {
    return switch (result) {
      case ImportResult.Imported it ->
          new ImportResult.Imported(
              named(it.file()),
              it.facts(),
              it.totals(),
              it.skipped(),
              it.ignoredColumns(),
              it.notes().stream().map(this::named).toList());
      case ImportResult.Empty it -> new ImportResult.Empty(named(it.file()));
      case ImportResult.Repeated it ->
          new ImportResult.Repeated(named(it.file()), named(it.sameAs()));
      case ImportResult.Refused it ->
          new ImportResult.Refused(named(it.file()), named(it.reason()));
    };
  }

  /// The last file first: the path of the first begins that of the tenth.
  private String named(String text) {
    String named = text;
    for (Received file : files.reversed()) {
      named = named.replace(file.path.toString(), file.name);
    }
    return named;
  }

  @Override
  public void close() {
    try {
      for (Received file : files) {
        Files.deleteIfExists(file.path);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.warn("The temporary folder {} could not be removed", folder, e);
    }
  }
}
