package dev.spendlight.reports;

/// Sequences of UTF-8 beyond ASCII, strictly as RFC 3629 has them.
final class Utf8 {
  private Utf8() {}

  /// Bytes of the sequence that such a byte begins, 0 when it begins none.
  static int length(byte lead) {
    int b = lead & 0xff;
    if (b >= 0xc2 && b <= 0xdf) {
      return 2;
    }
    if (b >= 0xe0 && b <= 0xef) {
      return 3;
    }
    return b >= 0xf0 && b <= 0xf4 ? 4 : 0;
  }

  /// The code point at a place, negative when there is no whole sequence.
  static int codePoint(byte[] bytes, int at, int limit) {
    int length = length(bytes[at]);
    if (length == 0 || at + length > limit) {
      return -1;
    }
    int codePoint = bytes[at] & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      int b = bytes[at + i] & 0xff;
      if ((b & 0xc0) != 0x80) {
        return -1;
      }
      codePoint = (codePoint << 6) | (b & 0x3f);
    }
    boolean overlong = (length == 3 && codePoint < 0x800) || (length == 4 && codePoint < 0x10000);
    boolean none =
        codePoint > Character.MAX_CODE_POINT || (codePoint >= 0xd800 && codePoint <= 0xdfff);
    return overlong || none ? -1 : codePoint;
  }
}
