package dev.spendlight.service;

import dev.spendlight.history.AccountView;
import dev.spendlight.report.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Changes when anything changes that an answer rests on: deliveries, settings, the day, the code
/// that judges.
final class Fingerprint {
  /// Raised by whoever changes what is computed from the same data.
  private static final int CODE_VERSION = 1;

  private static final int BYTES = 8;

  private Fingerprint() {}

  static String of(AccountView view) {
    StringBuilder all = new StringBuilder().append(CODE_VERSION).append('\n');
    all.append(view.account())
        .append('\n')
        .append(view.asOf())
        .append('\n')
        .append(view.settings())
        .append('\n');
    for (Delivery delivery : view.deliveries()) {
      all.append(delivery).append('\n');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
