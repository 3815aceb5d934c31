package dev.spendlight.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Ids of our own for what the platform gave none: the same name always gets the same id.
final class OwnId {
  /// Marks an id as ours; the platform's are digits.
  private static final String PREFIX = "n-";

  private static final int BYTES = 8;

  private OwnId() {}

  static String of(List<String> name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : name) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
