package dev.spendlight.claude;

/// How a model does, for metrics.
///
/// @param underWay questions being asked
/// @param most questions at a time
public record ModelHealth(String model, Breaker breaker, int underWay, int most) {

  /// Whether a model is asked at all.
  public enum Breaker {
    CLOSED,
    /// It is not: too many attempts failed.
    OPEN,
    /// A few attempts find out whether it works again.
    TRYING
  }
}
