package dev.spendlight.reports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Damages files in the ways in which files get damaged, and in some in which only an enemy would.
final class Mutator {
  private static final String[] NASTY = {
    "99999999999999999999999999",
    "-1",
    "1e999999999",
    "NaN",
    "0x7f",
    "\u0000",
    "\u202e",
    "\ud83e\udd8a",
    "\"",
    "\"\"",
    "\\\"",
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "{",
    "}",
    "[",
    "]",
    "null",
    "true",
    "1.480",
    "1,480",
    "01/02/2020",
    "13/13/2013",
    "<row>",
    "</c>",
    "<!DOCTYPE a>",
    "&amp;",
    "&#0;",
    "r=\"ZZZZ99999\"",
    "<v>2147483648</v>",
    "Total",
    "USD",
    "₹",
    "\ufeff"
  };

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  /// Now and then.
  boolean now() {
    return random.nextInt(8) == 0;
  }

  /// One to four kinds of damage.
  byte[] damage(byte[] whole) {
    byte[] bytes = whole;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && bytes.length > 0; i++) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes);
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> inserted(bytes, random.nextInt(bytes.length), nasty());
      case 3 -> doubled(bytes);
      case 4 -> cut(bytes);
      case 5 -> inserted(bytes, random.nextInt(bytes.length), noise());
      default -> replaced(bytes);
    };
  }

  private byte[] nasty() {
    return NASTY[random.nextInt(NASTY.length)]
        .repeat(1 + random.nextInt(3))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] noise() {
    byte[] noise = new byte[1 + random.nextInt(64)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    int flips = 1 + random.nextInt(8);
    for (int i = 0; i < flips; i++) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    byte[] copy = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(bytes, at, copy, at + more.length, bytes.length - at);
    System.arraycopy(more, 0, copy, at, more.length);
    return copy;
  }

  private byte[] doubled(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(bytes.length - from + 1);
    return inserted(bytes, random.nextInt(bytes.length), Arrays.copyOfRange(bytes, from, to));
  }

  private byte[] cut(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(200));
    byte[] copy = new byte[bytes.length - (to - from)];
    System.arraycopy(bytes, 0, copy, 0, from);
    System.arraycopy(bytes, to, copy, from, bytes.length - to);
    return copy;
  }

  private byte[] replaced(byte[] bytes) {
    byte[] copy = bytes.clone();
    byte[] with = nasty();
    int at = random.nextInt(copy.length);
    System.arraycopy(with, 0, copy, at, Math.min(with.length, copy.length - at));
    return copy;
  }
}
