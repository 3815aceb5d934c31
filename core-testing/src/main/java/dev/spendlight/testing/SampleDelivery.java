package dev.spendlight.testing;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One report file of a [SampleAccount], row by row: first the day, then its rows.
///
/// Unless told otherwise it carries what reports of sellers carry, sales within 7 days among it.
public final class SampleDelivery {
  /// Impressions, clicks, spend, and sales, orders and units within 7 days.
  public static final Set<Measure> SELLER =
      Set.copyOf(
          EnumSet.of(
              Measure.IMPRESSIONS,
              Measure.CLICKS,
              Measure.SPEND,
              Measure.SALES_7,
              Measure.ORDERS_7,
              Measure.UNITS_7));

  private final SampleAccount account;
  private final SampleReport report;
  private final Optional<DateRange> period;
  private Optional<LocalDate> day = Optional.empty();

  private SampleDelivery(SampleAccount account, SampleReport report, Optional<DateRange> period) {
    this.account = account;
    this.report = report.carrying(SELLER);
    this.period = period;
  }

  static SampleDelivery of(SampleAccount account, ReportKind kind, Grain grain, DateRange period) {
    return grain == Grain.DAILY
        ? new SampleDelivery(account, SampleReport.daily(kind), Optional.empty())
        : new SampleDelivery(account, SampleReport.range(kind, period), Optional.of(period));
  }

  /// @param measures that have a column; none for a file without columns
  public SampleDelivery carrying(Measure... measures) {
    report.carrying(Set.of(measures));
    return this;
  }

  /// Days that were asked for, as with `--from --to`: delivered even without a row.
  public SampleDelivery covering(String from, String to) {
    report.covering(new DateRange(LocalDate.parse(from), LocalDate.parse(to)));
    return this;
  }

  /// The day of the rows that follow.
  public SampleDelivery day(String date) {
    return day(LocalDate.parse(date));
  }

  public SampleDelivery day(LocalDate date) {
    day = Optional.of(date);
    return this;
  }

  /// A campaign's row in a file without ids.
  public SampleDelivery row(String campaignName, Amount... amounts) {
    return row(RowKey.campaign("", campaignName), amounts);
  }

  /// A row; in a range file it stands for the whole period.
  public SampleDelivery row(RowKey key, Amount... amounts) {
    Measures measures = Measures.ZERO;
    for (Amount each : List.of(amounts)) {
      measures = measures.with(each.measure(), each.value());
    }
    Measures sums = measures;
    period.ifPresentOrElse(
        whole -> report.row(whole, key, sums),
        () -> report.row(current(), key, sums, EntityState.UNKNOWN));
    return this;
  }

  private LocalDate current() {
    return day.orElseThrow(() -> new IllegalStateException("Say day(...) before row(...)."));
  }

  void writeTo(ImportTransaction transaction) {
    report.writeTo(transaction);
  }

  /// Imports this file alone.
  ///
  /// @param date the day on which the platform was asked
  /// @return the id of the import
  public long pulled(String date) {
    return account.imported(LocalDate.parse(date), List.of(this));
  }
}
