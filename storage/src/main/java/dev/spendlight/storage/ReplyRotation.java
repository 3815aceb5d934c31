package dev.spendlight.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps paid replies within their bytes, the oldest going first.
///
/// Each of the 256 folders has its share and looks after itself when something is added to it:
/// hashes spread evenly, and so nothing has to be counted, or agreed upon by processes.
final class ReplyRotation {
  /// The end of the name of an entry that is being written.
  static final String DRAFT = ".draft";

  private static final int FOLDERS = 256;

  /// After which nobody is writing it any more.
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final long share;

  ReplyRotation(long mostBytes) {
    this.share = mostBytes / FOLDERS;
  }

  private record Entry(Path path, FileTime written, long bytes) {}

  /// @param kept the entry that was just written; it stays
  void run(Path kept) throws IOException {
    List<Entry> entries = entries(kept.resolveSibling(""));
    long bytes = entries.stream().mapToLong(Entry::bytes).sum();
    FileTime now = Files.getLastModifiedTime(kept);
    for (Entry each : entries) {
      if (each.path().toString().endsWith(DRAFT)) {
        bytes -= isAbandoned(each, now) && remove(each) ? each.bytes() : 0;
      } else if (bytes > share && !each.path().equals(kept)) {
        bytes -= remove(each) ? each.bytes() : 0;
      }
    }
  }

  /// The oldest first.
  private static List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        try {
          BasicFileAttributes file = Files.readAttributes(each, BasicFileAttributes.class);
          entries.add(new Entry(each, file.lastModifiedTime(), file.size()));
        } catch (NoSuchFileException goneMeanwhile) {
          // another process made room
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(Entry::written).thenComparing(Entry::path));
    return entries;
  }

  private static boolean isAbandoned(Entry draft, FileTime now) {
    return draft.written().toInstant().isBefore(now.toInstant().minus(ABANDONED));
  }

  private static boolean remove(Entry entry) throws IOException {
    return Files.deleteIfExists(entry.path());
  }
}
