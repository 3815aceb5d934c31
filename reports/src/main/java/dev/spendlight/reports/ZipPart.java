package dev.spendlight.reports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The bytes of one member of a zip file, checked against the checksum that the file gives:
/// `ZipFile` itself hands out damaged bytes without a word.
final class ZipPart extends FilterInputStream {
  private final CRC32 crc = new CRC32();
  private final long expected;
  private final byte[] single = new byte[1];

  private ZipPart(InputStream in, long expected) {
    super(in);
    this.expected = expected;
  }

  static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
    InputStream in = zip.getInputStream(entry);
    if (in == null) {
      throw new ZipException("a member is missing");
    }
    return new ZipPart(in, entry.getCrc());
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    if (n > 0) {
      crc.update(target, offset, n);
    } else if (n < 0 && expected >= 0 && crc.getValue() != expected) {
      throw new ZipException("wrong checksum");
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
