package dev.spendlight.server;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Names requests: as the client did, where that can go into a log line, else by chance.
final class RequestIds {
  private static final int LONGEST = 64;

  private final RandomGenerator chance;

  RequestIds(RandomGenerator chance) {
    this.chance = chance;
  }

  String next() {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(chance.nextLong()).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// @param given by the client, may be anything
  String of(String given) {
    return isFit(given) ? given : next();
  }

  private static boolean isFit(String given) {
    if (given.isEmpty() || given.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      boolean fit =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '-';
      if (!fit) {
        return false;
      }
    }
    return true;
  }
}
