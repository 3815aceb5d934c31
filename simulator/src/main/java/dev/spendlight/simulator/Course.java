package dev.spendlight.simulator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How a factor comes and goes: 1 before and after, the full one in between, reached evenly.
///
/// @param from its first day
/// @param to its last day
/// @param ramp days until it is full; 1 is at once
record Course(LocalDate from, LocalDate to, double factor, int ramp) {

  /// As old as the account, or from a day on.
  static Course since(Optional<LocalDate> onset, double factor) {
    return new Course(onset.orElse(LocalDate.MIN), LocalDate.MAX, factor, 1);
  }

  /// For some days.
  static Course during(LocalDate from, int days, double factor) {
    return new Course(from, from.plusDays(days - 1L), factor, 1);
  }

  Course over(int days) {
    return new Course(from, to, factor, days);
  }

  double on(LocalDate day) {
    if (day.isBefore(from) || day.isAfter(to)) {
      return 1;
    }
    if (ramp == 1 || from.equals(LocalDate.MIN)) {
      return factor;
    }
    double reached = Math.min(1, (ChronoUnit.DAYS.between(from, day) + 1.0) / ramp);
    return 1 + (factor - 1) * reached;
  }
}
