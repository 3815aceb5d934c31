package dev.spendlight.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/// This machine and nobody else: where the server may listen, and which names it answers to, as
/// long as there are no keys.
///
/// A page of another site can make a browser here ask for any address, but cannot make it say
/// another host than the site's own, even where that name was turned to this machine.
final class Loopback {
  private Loopback() {}

  /// @throws IllegalArgumentException with a sentence for the user when others could reach it
  static InetAddress address(String bind) {
    try {
      InetAddress address = InetAddress.getByName(bind);
      if (address.isLoopbackAddress()) {
        return address;
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "There is no address %s on this machine; bind the server to 127.0.0.1.".formatted(bind),
          e);
    }
    throw new IllegalArgumentException(
        ("Anybody who reaches the server can read and delete every account, so it cannot be bound"
                + " to %s; bind it to 127.0.0.1, and put a proxy that knows its users before it.")
            .formatted(bind));
  }

  /// Whether a `Host` header names this machine.
  static boolean isNamedBy(String host) {
    String name = withoutPort(host).toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]")) {
      return true;
    }
    if (name.isEmpty() || (!Character.isDigit(name.charAt(0)) && name.charAt(0) != '[')) {
      return false;
    }
    try {
      return InetAddress.ofLiteral(name).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Whether an `Origin` header is of a page that came from this machine.
  static boolean isOriginOf(String origin) {
    int host = origin.indexOf("://");
    return host >= 0 && isNamedBy(origin.substring(host + "://".length()));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
  }
}
