package dev.spendlight.history;

import java.time.LocalDate;

/// The last day that counts.
///
/// @param asked whether somebody asked for it; if not, it is the last day with data and the newest
///   pulls count. If so, pulls up to the next morning count, as it would have been known then.
public record AsOf(LocalDate day, boolean asked) {

  /// The morning after the day, whose pull is the first to hold it.
  public LocalDate morningAfter() {
    return day.plusDays(1);
  }

  /// Whether a pull was there by the morning after.
  boolean knew(LocalDate pulled) {
    return !asked || !pulled.isAfter(morningAfter());
  }
}
