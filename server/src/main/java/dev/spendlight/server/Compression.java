package dev.spendlight.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Packs bodies for clients that take them packed.
final class Compression {
  /// Below this many bytes packing saves no packet.
  static final int WORTHWHILE = 1024;

  private Compression() {}

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /// Whether an `Accept-Encoding` header takes gzip: named, or meant by `*`, and not with `q=0`.
  static boolean isAccepted(String acceptEncoding) {
    if (acceptEncoding.isEmpty() || acceptEncoding.startsWith("gzip,")) {
      return !acceptEncoding.isEmpty();
    }
    boolean any = false;
    for (String each : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] words = each.split(";", 2);
      String coding = words[0].strip();
      boolean wanted = words.length == 1 || !isZero(words[1].strip());
      if (coding.equals("gzip") || coding.equals("x-gzip")) {
        return wanted;
      }
      any |= coding.equals("*") && wanted;
    }
    return any;
  }

  private static boolean isZero(String weight) {
    return weight.replace(" ", "").matches("q=0(\\.0*)?");
  }
}
