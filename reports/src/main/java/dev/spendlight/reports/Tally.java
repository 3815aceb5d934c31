package dev.spendlight.reports;

import dev.spendlight.account.AccountType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.metric.Money;
import dev.spendlight.report.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the kept rows of one file amount to: sums, days, and which columns hold values at all.
final class Tally {
  private final long[] sums = new long[Measure.values().length];
  private final boolean[] carried = new boolean[sums.length];
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;
  private @Nullable LocalDate lastAdded;
  private long rows;

  /// @param filled which measures have a value in this row
  /// @throws ArithmeticException when a sum leaves the range of a long
  void add(LocalDate from, LocalDate to, long[] values, boolean[] filled) {
    rows++;
    for (int i = 0; i < sums.length; i++) {
      if (filled[i]) {
        sums[i] = Math.addExact(sums[i], values[i]);
        carried[i] = true;
      }
    }
    if (!from.equals(lastAdded)) {
      days.add(from);
      lastAdded = from;
    }
    if (first == null || from.isBefore(first)) {
      first = from;
    }
    if (last == null || to.isAfter(last)) {
      last = to;
    }
  }

  long rows() {
    return rows;
  }

  /// First to last day of all rows.
  Optional<DateRange> period() {
    LocalDate from = first;
    LocalDate to = last;
    return from == null || to == null ? Optional.empty() : Optional.of(new DateRange(from, to));
  }

  /// First days of all rows.
  NavigableSet<LocalDate> days() {
    return days;
  }

  /// The measures with a value in some row; of a file without rows those that it has a column for.
  Set<Measure> carried(Set<Measure> columns) {
    if (rows == 0) {
      return columns;
    }
    Set<Measure> with = EnumSet.noneOf(Measure.class);
    for (Measure measure : Measure.values()) {
      if (carried[measure.ordinal()]) {
        with.add(measure);
      }
    }
    return with;
  }

  /// The sums with the account's attribution window; unset, 7 days if the file carries them, else
  /// 14.
  Metrics totals(Set<Measure> columns, Optional<AccountType> type) {
    AttributionWindow window =
        type.map(
                t -> t == AccountType.SELLER ? AttributionWindow.DAYS_7 : AttributionWindow.DAYS_14)
            .orElseGet(() ->
                columns.contains(Measure.SALES_7) || columns.contains(Measure.ORDERS_7)
                    ? AttributionWindow.DAYS_7
                    : AttributionWindow.DAYS_14);
    return new Metrics(
        count(Measure.IMPRESSIONS, columns),
        count(Measure.CLICKS, columns),
        money(Measure.SPEND, columns),
        money(Measure.sales(window), columns),
        count(Measure.orders(window), columns),
        count(Measure.units(window), columns));
  }

  private Optional<Long> count(Measure measure, Set<Measure> columns) {
    return columns.contains(measure) ? Optional.of(sums[measure.ordinal()]) : Optional.empty();
  }

  private Optional<BigDecimal> money(Measure measure, Set<Measure> columns) {
    return count(measure, columns).map(Money::fromMicros);
  }
}
