package dev.spendlight.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One method of one path.
///
/// @param template with a name in braces for each segment that is a variable
/// @param parameters that the query may hold
/// @param time from the headers of a request to the last byte of its answer
record Route(
    String method, String template, Set<String> parameters, Duration time, Endpoint endpoint) {

  /// Answers one question. What it throws becomes a [Problem].
  interface Endpoint {
    Reply answer(Call call);
  }

  Route {
    parameters = Set.copyOf(parameters);
  }

  static Route get(String template, Duration time, Endpoint endpoint, String... parameters) {
    return new Route("GET", template, Set.of(parameters), time, endpoint);
  }

  static Route post(String template, Duration time, Endpoint endpoint, String... parameters) {
    return new Route("POST", template, Set.of(parameters), time, endpoint);
  }

  static Route put(String template, Duration time, Endpoint endpoint) {
    return new Route("PUT", template, Set.of(), time, endpoint);
  }

  static Route delete(String template, Duration time, Endpoint endpoint) {
    return new Route("DELETE", template, Set.of(), time, endpoint);
  }

  List<String> segments() {
    return PathSegments.of(template);
  }
}
