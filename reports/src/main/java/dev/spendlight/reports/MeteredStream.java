package dev.spendlight.reports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Takes the fingerprint of what is read, and stops at a limit.
final class MeteredStream extends FilterInputStream {
  private final MessageDigest digest = sha256();
  private final byte[] single = new byte[1];
  private final long most;
  private long bytes;

  /// Thrown beyond the limit.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super(
          "It unpacks to more than %,d MB, far more than a report of its size; it is damaged or made to do harm."
              .formatted(most >> 20));
    }
  }

  MeteredStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    if (n > 0) {
      bytes += n;
      if (bytes > most) {
        throw new TooLargeException(most);
      }
      digest.update(target, offset, n);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    throw new IOException("What is skipped would have no fingerprint");
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Reads to the end and gives SHA-256 of everything, hexadecimal.
  String fingerprint() throws IOException {
    byte[] rest = new byte[1 << 13];
    while (read(rest, 0, rest.length) >= 0) {
      // Only counted.
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
