package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.SampleReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/// A small account with something to find: eight targets that earn and one that costs and never
/// does.
final class SampleShop {
  static final LocalDate LAST = LocalDate.parse("2026-03-31");
  private static final DateRange DAYS = DateRange.ending(LAST, 30);

  private SampleShop() {}

  static void fill(PerformanceStore store, AccountId account) {
    store.save(
        account,
        AccountSettings.unset()
            .withCurrency(Currency.getInstance("USD"))
            .withTargetAcos(new BigDecimal("0.60")));
    SampleReport report = SampleReport.daily(ReportKind.TARGETING);
    for (int i = 0; i < 8; i++) {
      target(report, "10" + i, 10, 1);
    }
    target(report, "200", 20, 0);
    report.importInto(store, account, LAST.plusDays(30));
  }

  private static void target(SampleReport report, String target, long clicks, long orders) {
    RowKey key =
        RowKey.target("1", "Shoes", "11", "Group", target, "keyword " + target, MatchType.EXACT);
    DAYS.stream()
        .forEach(day ->
            report.row(
                day,
                key,
                Measures.ZERO
                    .with(Measure.IMPRESSIONS, 100 * clicks)
                    .with(Measure.CLICKS, clicks)
                    .with(Measure.SPEND, clicks * 1_000_000)
                    .with(Measure.ORDERS_7, orders)
                    .with(Measure.UNITS_7, orders)
                    .with(Measure.SALES_7, orders * 20_000_000)));
  }
}
