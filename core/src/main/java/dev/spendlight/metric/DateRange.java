package dev.spendlight.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// Whole days of the account's own calendar, first and last included.
public record DateRange(LocalDate from, LocalDate to) {
  /// @throws IllegalArgumentException when the range would be empty
  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A period ends on or after its first day, not %s to %s.".formatted(from, to));
    }
  }

  public static DateRange day(LocalDate day) {
    return new DateRange(day, day);
  }

  /// The `days` days that end at `last`.
  public static DateRange ending(LocalDate last, int days) {
    return new DateRange(last.minusDays(days - 1L), last);
  }

  public int days() {
    return (int) (ChronoUnit.DAYS.between(from, to) + 1);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean contains(DateRange other) {
    return contains(other.from) && contains(other.to);
  }

  public boolean overlaps(DateRange other) {
    return !other.to.isBefore(from) && !other.from.isAfter(to);
  }

  /// The days in both, if any.
  public Optional<DateRange> intersection(DateRange other) {
    return overlaps(other)
        ? Optional.of(
            new DateRange(
                from.isAfter(other.from) ? from : other.from,
                to.isBefore(other.to) ? to : other.to))
        : Optional.empty();
  }

  /// The smallest range that holds both.
  public DateRange span(DateRange other) {
    return new DateRange(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }

  public Stream<LocalDate> stream() {
    return from.datesUntil(to.plusDays(1));
  }

  @Override
  public String toString() {
    return from + ".." + to;
  }
}
