package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.DateRange;
import io.helidon.common.uri.UriEncoding;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// A request as its endpoint sees it: every part is checked when it is asked for, and refused with
/// a sentence where it cannot be what it should.
///
/// @param variables of the path in their order, not decoded
/// @param deadline for all of the answer
record Call(
    ServerRequest request,
    RequestBody requestBody,
    String requestId,
    Route route,
    List<String> variables,
    Deadline deadline) {

  /// @throws Refusal when the query holds anything that the route does not know
  void requireKnownParameters() {
    UriQuery query = request.query();
    if (query.isEmpty()) {
      return;
    }
    for (String name : query.names()) {
      if (!route.parameters().contains(name)) {
        throw Refusal.badRequest(
            "There is no parameter '%s' here; %s."
                .formatted(
                    name,
                    route.parameters().isEmpty()
                        ? "none is taken"
                        : "known are "
                            + String.join(", ", route.parameters().stream().sorted().toList())));
      }
    }
  }

  AccountId account() {
    return Refusal.unless(() -> new AccountId(variable(0)));
  }

  String variable(int index) {
    String raw = variables.get(index);
    return raw.indexOf('%') < 0 ? raw : Refusal.unless(() -> UriEncoding.decodeUri(raw));
  }

  Optional<String> parameter(String name) {
    UriQuery query = request.query();
    if (query.isEmpty() || !query.contains(name)) {
      return Optional.empty();
    }
    List<String> values = query.all(name);
    if (values.size() > 1) {
      throw Refusal.badRequest("The parameter '%s' is given more than once.".formatted(name));
    }
    // A name without an equals sign has no value at all.
    return Optional.of(values.isEmpty() ? "" : values.getFirst());
  }

  String required(String name, String form) {
    return parameter(name)
        .orElseThrow(
            () -> Refusal.badRequest("The parameter '%s' is missing; %s.".formatted(name, form)));
  }

  Optional<LocalDate> day(String name) {
    return parameter(name).map(text -> day(name, text));
  }

  /// From `from` to `to`, which go together.
  Optional<DateRange> days() {
    Optional<LocalDate> from = day("from");
    Optional<LocalDate> to = day("to");
    if (from.isPresent() != to.isPresent()) {
      throw Refusal.badRequest("The parameters 'from' and 'to' go together; give both.");
    }
    return from.flatMap(first -> to.map(last -> Refusal.unless(() -> new DateRange(first, last))));
  }

  /// A period of the form `2026-03-01..2026-03-07`.
  DateRange period(String name) {
    String form = "a period is written as 2026-03-01..2026-03-07";
    String text = required(name, form);
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2) {
      throw Refusal.badRequest("In '%s' %s, not '%s'.".formatted(name, form, text));
    }
    LocalDate first = day(name, ends[0]);
    LocalDate last = day(name, ends[1]);
    return Refusal.unless(() -> new DateRange(first, last));
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw Refusal.badRequest(
        "In '%s' a date is written as 2026-03-01, not '%s'.".formatted(name, text));
  }

  /// A header, or nothing where there is none.
  String header(HeaderName name) {
    return request.headers().contains(name) ? request.headers().get(name).get() : "";
  }

  /// The whole body, which is there at once in memory.
  ///
  /// @throws Refusal when it is longer
  byte[] body(int mostBytes) {
    if (request.headers().contentLength().orElse(0) > mostBytes) {
      throw tooLarge(mostBytes);
    }
    try {
      byte[] body = requestBody.open().readNBytes(mostBytes + 1);
      if (body.length > mostBytes) {
        throw tooLarge(mostBytes);
      }
      return body;
    } catch (IOException e) {
      throw Refusal.badRequest("The body could not be read to its end; send it again.");
    }
  }

  private static Refusal tooLarge(int mostBytes) {
    return new Refusal(
        Status.REQUEST_ENTITY_TOO_LARGE_413,
        "The body may have at most %d bytes.".formatted(mostBytes));
  }

  /// Whether it was sent as JSON, or with no type at all.
  boolean isJson() {
    String type = header(HeaderNames.CONTENT_TYPE);
    return type.isEmpty() || type.split(";", 2)[0].strip().equalsIgnoreCase(Reply.JSON);
  }
}
