package dev.spendlight.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The characters of a text file: UTF-16 with a byte order mark, else UTF-8, else Windows-1252.
///
/// Plain ASCII is the same in the last two; the first other byte sequence decides. In a file that
/// has begun as UTF-8 a sequence that is none becomes U+FFFD.
final class TextReader extends Reader {
  private static final int BUFFER = 1 << 16;
  private static final char REPLACEMENT = '\ufffd';
  private static final int LONGEST_SEQUENCE = 4;
  private static final char[] WINDOWS_1252 = windows1252();

  private enum Mode {
    UNDECIDED,
    UTF_8,
    WINDOWS
  }

  private final InputStream in;
  private final byte[] bytes = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean atEnd;
  private Mode mode = Mode.UNDECIDED;
  private char pendingLow;
  private long replaced;
  private char last = '\n';
  private @Nullable Reader wide;

  TextReader(InputStream in) throws IOException {
    this.in = in;
    while (limit < LONGEST_SEQUENCE && !atEnd) {
      fill();
    }
    if (at(0) == 0xef && at(1) == 0xbb && at(2) == 0xbf) {
      position = 3;
      mode = Mode.UTF_8;
    } else if (at(0) == 0xfe && at(1) == 0xff) {
      wide = wide(StandardCharsets.UTF_16BE);
    } else if (at(0) == 0xff && at(1) == 0xfe) {
      wide = wide(StandardCharsets.UTF_16LE);
    }
  }

  private static char[] windows1252() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return new String(all, Charset.forName("windows-1252")).toCharArray();
  }

  private int at(int index) {
    return index < limit ? bytes[index] & 0xff : -1;
  }

  private Reader wide(Charset charset) {
    position = 2;
    return new InputStreamReader(
        new InputStream() {
          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            if (position == limit && !fill()) {
              return -1;
            }
            int n = Math.min(length, limit - position);
            System.arraycopy(bytes, position, target, offset, n);
            position += n;
            return n;
          }
        },
        charset);
  }

  /// Moves what is left to the front and reads more behind it.
  private boolean fill() throws IOException {
    System.arraycopy(bytes, position, bytes, 0, limit - position);
    limit -= position;
    position = 0;
    int n = in.read(bytes, limit, bytes.length - limit);
    if (n < 0) {
      atEnd = true;
      return false;
    }
    limit += n;
    return true;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int n = wide == null ? narrow(target, offset, length) : wide.read(target, offset, length);
    if (n > 0) {
      last = target[offset + n - 1];
    }
    return n;
  }

  private int narrow(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n = 0;
    if (pendingLow != 0) {
      target[offset] = pendingLow;
      pendingLow = 0;
      n = 1;
    }
    while (n < length) {
      if (position == limit) {
        if (n > 0 || !fill()) {
          break;
        }
      }
      int run = Math.min(limit - position, length - n);
      int i = 0;
      while (i < run && bytes[position + i] >= 0) {
        target[offset + n + i] = (char) bytes[position + i];
        i++;
      }
      n += i;
      position += i;
      if (i < run) {
        n += special(target, offset + n, length - n);
      }
    }
    return n == 0 ? -1 : n;
  }

  /// One character that is not ASCII.
  ///
  /// @return how many of `target` it took, 1 or 2
  private int special(char[] target, int at, int room) throws IOException {
    if (mode == Mode.WINDOWS) {
      target[at] = WINDOWS_1252[bytes[position++] & 0xff];
      return 1;
    }
    while (limit - position < LONGEST_SEQUENCE && !atEnd) {
      fill();
    }
    int codePoint = Utf8.codePoint(bytes, position, limit);
    if (codePoint < 0) {
      if (mode == Mode.UNDECIDED) {
        mode = Mode.WINDOWS;
        return special(target, at, room);
      }
      position++;
      target[at] = REPLACEMENT;
      replaced++;
      return 1;
    }
    mode = Mode.UTF_8;
    position += Utf8.length(bytes[position]);
    if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
      target[at] = (char) codePoint;
      return 1;
    }
    target[at] = Character.highSurrogate(codePoint);
    if (room > 1) {
      target[at + 1] = Character.lowSurrogate(codePoint);
      return 2;
    }
    pendingLow = Character.lowSurrogate(codePoint);
    return 1;
  }

  /// Whether what was read so far ends with a line break, or nothing was read.
  boolean endsWithLineBreak() {
    return last == '\n' || last == '\r';
  }

  /// Bytes that were no character of UTF-8.
  long replaced() {
    return replaced;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
