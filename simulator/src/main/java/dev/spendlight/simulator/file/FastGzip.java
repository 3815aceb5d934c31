package dev.spendlight.simulator.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Gzip that prefers speed: reports are large, and soon read again.
final class FastGzip extends GZIPOutputStream {
  private static final int BUFFER = 1 << 15;

  FastGzip(OutputStream out) throws IOException {
    super(out, BUFFER);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
