package dev.spendlight.server;

import java.util.function.Supplier;

/// How something that the server needs is.
///
/// @param sentence what is the matter, and what it means for answers
public record Readiness(Level level, String sentence) {

  public enum Level {
    OK,
    /// Answers are less than they could be.
    DEGRADED,
    /// Answers cannot be given.
    DOWN
  }

  public static Readiness ok(String sentence) {
    return new Readiness(Level.OK, sentence);
  }

  public static Readiness degraded(String sentence) {
    return new Readiness(Level.DEGRADED, sentence);
  }

  public static Readiness down(String sentence) {
    return new Readiness(Level.DOWN, sentence);
  }

  /// Looks at one thing.
  ///
  /// @param name of the thing, as operators call it
  /// @param look must be quick; what it throws counts as down
  public record Check(String name, Supplier<Readiness> look) {}
}
