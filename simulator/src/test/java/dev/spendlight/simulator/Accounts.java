package dev.spendlight.simulator;

import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalInt;

/// Accounts under test.
final class Accounts {
  static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);
  static final LocalDate MORNING = LAST_DAY.plusDays(1);

  private Accounts() {}

  static AccountShape small() {
    return AccountShape.ending(LAST_DAY).withCampaigns(8).withProducts(4).withDays(35);
  }

  static AccountShape withEverything() {
    return AccountShape.ending(LAST_DAY)
        .withDays(42)
        .withIncidents(
            new Incident.ZeroConversion(2, 0, OptionalInt.empty()),
            new Incident.BidTooHigh(2.2, OptionalInt.empty()),
            new Incident.ExpensiveCampaign(2.2, OptionalInt.of(14)),
            new Incident.WastedSearchTerms(3),
            new Incident.Bleeding(0.2, OptionalInt.of(14)),
            new Incident.CpcInflation(1.7, OptionalInt.of(14)),
            new Incident.BudgetExhausted(0.5, OptionalInt.of(14)),
            new Incident.GoodLaunch(2.2, 20),
            new Incident.MissingDay(9));
  }

  static long sum(Collection<ReportRow> rows, Measure measure) {
    return rows.stream().mapToLong(row -> row.measures().get(measure)).sum();
  }
}
