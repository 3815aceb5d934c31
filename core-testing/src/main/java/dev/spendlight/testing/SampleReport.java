package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A small report file for tests of stores: rows are added one by one, then it is written into an
/// import.
public final class SampleReport {
  private final ReportKind kind;
  private final Grain grain;
  private final Optional<DateRange> period;
  private final List<ReportRow> rows = new ArrayList<>();
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private Set<Measure> carried = EnumSet.allOf(Measure.class);
  private String name = "report.csv";

  private SampleReport(ReportKind kind, Grain grain, Optional<DateRange> period) {
    this.kind = kind;
    this.grain = grain;
    this.period = period;
  }

  /// A file with one row a day and key.
  public static SampleReport daily(ReportKind kind) {
    return new SampleReport(kind, Grain.DAILY, Optional.empty());
  }

  /// A file that answers for a period as a whole.
  public static SampleReport range(ReportKind kind, DateRange period) {
    return new SampleReport(kind, Grain.RANGE, Optional.of(period));
  }

  public SampleReport named(String fileName) {
    name = fileName;
    return this;
  }

  public SampleReport carrying(Set<Measure> measures) {
    carried = measures;
    return this;
  }

  /// Days that count as delivered though they may have no row.
  public SampleReport covering(DateRange covered) {
    covered.stream().forEach(days::add);
    return this;
  }

  /// A row that shows only clicks.
  public SampleReport clicks(LocalDate day, RowKey key, long clicks) {
    return row(day, key, Measures.ZERO.with(Measure.CLICKS, clicks));
  }

  public SampleReport row(LocalDate day, RowKey key, Measures measures) {
    return row(day, key, measures, EntityState.UNKNOWN);
  }

  public SampleReport row(LocalDate day, RowKey key, Measures measures, EntityState state) {
    if (grain == Grain.DAILY) {
      days.add(day);
    }
    rows.add(new ReportRow(day, day, key, measures, state));
    return this;
  }

  /// A row that stands for several days.
  public SampleReport row(DateRange span, RowKey key, Measures measures) {
    rows.add(new ReportRow(span.from(), span.to(), key, measures, EntityState.UNKNOWN));
    return this;
  }

  /// What was added so far, apart from one day.
  public List<ReportRow> rowsOutside(LocalDate day) {
    return rows.stream().filter(row -> !row.from().equals(day)).toList();
  }

  /// Writes the rows, and keeps the file.
  public void writeTo(ImportTransaction transaction) {
    try (ImportTransaction.FileRows file = transaction.open()) {
      rows.forEach(file::add);
      file.keep(facts());
    }
  }

  /// Writes the rows, and then gives the file up.
  public void writeAndDiscard(ImportTransaction transaction) {
    try (ImportTransaction.FileRows file = transaction.open()) {
      rows.forEach(file::add);
    }
  }

  /// A whole import of this file alone.
  ///
  /// @return its id
  public long importInto(PerformanceStore store, AccountId account, LocalDate pulled) {
    try (ImportTransaction transaction = store.begin(account, pulled)) {
      writeTo(transaction);
      return transaction.commit();
    }
  }

  private FileFacts facts() {
    Optional<DateRange> span =
        days.isEmpty() ? period : Optional.of(new DateRange(days.getFirst(), days.getLast()));
    return new FileFacts(
        name,
        "%064x".formatted(rows.hashCode()),
        kind,
        grain,
        span,
        days,
        carried,
        Optional.of(Currency.getInstance("USD")),
        rows.size(),
        rows.size());
  }
}
