package dev.spendlight.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All that can be asked, and which of it a request asks.
final class Routes {
  private final List<Path> paths;

  /// @param routes those of one template together; what is asked most comes first
  Routes(List<Route> routes) {
    this.paths =
        routes.stream().map(Route::template).distinct().map(each -> Path.of(each, routes)).toList();
  }

  List<Route> all() {
    return paths.stream().flatMap(each -> each.routes.stream()).toList();
  }

  sealed interface Match {
    /// @param variables of the path in their order, not decoded
    record Found(Route route, List<String> variables) implements Match {}

    /// @param allowed methods, as in an `Allow` header
    record WrongMethod(String template, String allowed) implements Match {}

    record Unknown() implements Match {}
  }

  /// @param rawPath not decoded
  Match find(String method, String rawPath) {
    List<String> segments = PathSegments.of(rawPath);
    for (Path path : paths) {
      if (path.matches(segments)) {
        return path.find(method, segments);
      }
    }
    return new Match.Unknown();
  }

  /// A template with its methods.
  private record Path(String template, List<String> segments, List<Route> routes, String allowed) {
    static Path of(String template, List<Route> routes) {
      List<Route> its = routes.stream().filter(each -> each.template().equals(template)).toList();
      return new Path(
          template,
          PathSegments.of(template),
          its,
          its.stream().map(Route::method).sorted().collect(Collectors.joining(", ")));
    }

    boolean matches(List<String> asked) {
      if (asked.size() != segments.size()) {
        return false;
      }
      for (int i = 0; i < asked.size(); i++) {
        if (!isVariable(i) && !segments.get(i).equals(asked.get(i))) {
          return false;
        }
      }
      return true;
    }

    Match find(String method, List<String> asked) {
      for (Route route : routes) {
        if (route.method().equals(method)) {
          return new Match.Found(route, variables(asked));
        }
      }
      return new Match.WrongMethod(template, allowed);
    }

    private List<String> variables(List<String> asked) {
      List<String> variables = new ArrayList<>(2);
      for (int i = 0; i < asked.size(); i++) {
        if (isVariable(i)) {
          variables.add(asked.get(i));
        }
      }
      return variables;
    }

    private boolean isVariable(int segment) {
      return segments.get(segment).startsWith("{");
    }
  }
}
