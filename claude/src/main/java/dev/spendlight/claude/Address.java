package dev.spendlight.claude;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a key and a prompt may be sent to.
final class Address {
  /// Set wherever tests run (see the root pom): then nothing but this machine is spoken to,
  /// whatever the configuration says. A variable of the environment, since processes that a test
  /// starts inherit it.
  static final String LOOPBACK_ONLY = "SPENDLIGHT_LOOPBACK_ONLY";

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private Address() {}

  static boolean loopbackOnly() {
    return System.getenv().containsKey(LOOPBACK_ONLY);
  }

  /// @throws IllegalArgumentException in one sentence, when a key must not go there
  static void require(URI url, boolean loopbackOnly) {
    String scheme = url.getScheme();
    String host = url.getHost();
    if (scheme == null
        || host == null
        || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        || url.getUserInfo() != null
        || url.getQuery() != null
        || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "claude.base-url has to be an address such as https://api.anthropic.com, without user, query or fragment.");
    }
    // By its spelling, not by what a name resolves to: a resolver can be told to lie.
    boolean loopback = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    if (loopbackOnly && !loopback) {
      throw new IllegalArgumentException(
          LOOPBACK_ONLY
              + " is set: only an address of this machine may be asked, not "
              + host
              + ".");
    }
    if (!loopback && !scheme.equalsIgnoreCase("https")) {
      throw new IllegalArgumentException(
          "claude.base-url has to begin with https: the key would be sent to "
              + host
              + " unencrypted.");
    }
  }
}
