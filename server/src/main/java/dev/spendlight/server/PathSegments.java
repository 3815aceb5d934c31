package dev.spendlight.server;

import java.util.ArrayList;
import java.util.List;

/// A path, cut at its slashes before anything in it is decoded: an account's id may hold an escaped
/// slash.
final class PathSegments {
  private PathSegments() {}

  /// @param path that begins with a slash; of `/` there is one segment, which is empty
  static List<String> of(String path) {
    List<String> segments = new ArrayList<>(5);
    int from = 1;
    for (int to = path.indexOf('/', from); to >= 0; to = path.indexOf('/', from)) {
      segments.add(path.substring(from, to));
      from = to + 1;
    }
    segments.add(path.substring(Math.min(from, path.length())));
    return segments;
  }
}
