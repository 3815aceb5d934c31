package dev.spendlight.server;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is answered: a status, headers of its own, and a body. Immutable; one may be sent many
/// times.
final class Reply {
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";

  private static final byte[] NOTHING = {};

  private final Status status;
  private final List<Header> headers;
  private final byte[] body;
  private final Optional<byte[]> packed;

  private Reply(Status status, List<Header> headers, byte[] body, Optional<byte[]> packed) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.packed = packed;
  }

  static Reply json(String document) {
    return of(Status.OK_200, JSON, document);
  }

  static Reply of(Status status, String mediaType, String text) {
    return new Reply(
        status,
        List.of(HeaderValues.createCached(HeaderNames.CONTENT_TYPE, mediaType)),
        text.getBytes(StandardCharsets.UTF_8),
        Optional.empty());
  }

  static Reply nothing(Status status) {
    return new Reply(status, List.of(), NOTHING, Optional.empty());
  }

  Reply with(HeaderName name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(HeaderValues.createCached(name, value));
    return new Reply(status, List.copyOf(more), body, packed);
  }

  Reply withStatus(Status other) {
    return new Reply(other, headers, body, packed);
  }

  /// The same, packed once for all clients that take it so; small bodies stay as they are.
  Reply packed() {
    return body.length <= Compression.WORTHWHILE
        ? this
        : new Reply(status, headers, body, Optional.of(Compression.gzip(body)));
  }

  Status status() {
    return status;
  }

  List<Header> headers() {
    return headers;
  }

  /// Not to be changed.
  byte[] body() {
    return body;
  }

  boolean isWorthPacking() {
    return body.length > Compression.WORTHWHILE;
  }

  /// The packed body, made now unless it was before. Not to be changed.
  byte[] packedBody() {
    return packed.orElseGet(() -> Compression.gzip(body));
  }

  /// Bytes that it holds.
  int size() {
    return body.length + packed.map(each -> each.length).orElse(0);
  }
}
