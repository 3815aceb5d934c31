package dev.spendlight.claude;

import com.anthropic.core.http.Headers;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a provider sent back.
final class Answer {
  private static final Predicate<String> PLAIN = Pattern.compile("[!-~]{1,200}").asMatchPredicate();

  private final int status;
  private final Headers headers;
  private final byte[] body;

  /// @param body of a success; that of an error may quote the request and is not looked at
  Answer(int status, Headers headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  int status() {
    return status;
  }

  boolean success() {
    return status / 100 == 2;
  }

  byte[] body() {
    return body;
  }

  /// The first value of a header.
  Optional<String> header(String name) {
    return headers.values(name).stream().findFirst();
  }

  Optional<String> requestId() {
    return header("request-id").filter(PLAIN);
  }
}
