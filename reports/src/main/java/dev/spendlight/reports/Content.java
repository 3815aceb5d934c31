package dev.spendlight.reports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The bytes of one report file, which can be opened again and again.
///
/// @param name as results show it
/// @param packedBytes how many bytes it takes where it lies, which bounds what it may unpack to
/// @param opener opens the bytes, unpacked
/// @param path where the bytes lie as they are, if they do
record Content(String name, long packedBytes, Opener opener, Optional<Path> path) {
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 4096;

  /// Opens bytes at their beginning.
  interface Opener {
    InputStream open() throws IOException;
  }

  static Content of(String name, Path file) throws IOException {
    return new Content(name, Files.size(file), () -> Files.newInputStream(file), Optional.of(file));
  }

  /// The same, unpacked from gzip.
  Content gunzipped() {
    Opener packed = opener;
    return new Content(
        name, packedBytes, () -> new GZIPInputStream(packed.open(), BUFFER), Optional.empty());
  }

  /// Opens the bytes, which fails beyond what a report of this packed size may hold.
  MeteredStream open() throws IOException {
    long most =
        path.isPresent()
            ? Limits.CONTENT_BYTES
            : Math.min(
                Limits.CONTENT_BYTES, Math.max(Limits.FREE_BYTES, packedBytes * Limits.RATIO));
    return new MeteredStream(opener.open(), most);
  }

  /// The first bytes, fewer in a short file.
  byte[] head() throws IOException {
    try (InputStream in = new BufferedInputStream(open(), HEAD)) {
      return in.readNBytes(HEAD);
    }
  }
}
