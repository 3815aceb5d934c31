package dev.spendlight.testing.claude;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// HTTP/1.1 requests with a `content-length`, as a client of the Claude API sends them.
final class RequestReader {
  private static final Set<String> SECRET = Set.of("authorization", "x-api-key");
  private static final int LONGEST_LINE = 16 << 10;

  private RequestReader() {}

  /// Empty when the client has no more.
  static Optional<StubRequest> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, SECRET.contains(name) ? "(hidden)" : line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return Optional.of(
        new StubRequest(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8)));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("A line of a request is longer than " + LONGEST_LINE + " bytes.");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
