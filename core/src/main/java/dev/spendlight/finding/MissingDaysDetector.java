package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.Coverage;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Report-days that were never delivered, between the first day with data and the as-of day, in the
/// last four weeks.
public final class MissingDaysDetector implements Detector {
  private static final int DAYS = 28;

  @Override
  public Outcome examine(CaseFile file) {
    return file.tallies(Level.CAMPAIGN)
        .map(Tallies::coverage)
        .filter(coverage -> coverage.grain() == Grain.DAILY)
        .map(coverage -> examine(file, coverage))
        .orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Coverage coverage) {
    DateRange recent = DateRange.ending(file.view().asOf().day(), DAYS);
    List<LocalDate> missing =
        coverage.missing().stream()
            .filter(day -> recent.contains(day) && day.isAfter(coverage.pulls().firstKey()))
            .toList();
    if (missing.isEmpty()) {
      return Outcome.nothing();
    }
    DateRange window = new DateRange(missing.getFirst(), missing.getLast());
    Entity.Account account = new Entity.Account(file.view().account());
    return new Outcome(
        List.of(
            new Finding(
                FindingKind.DATA_MISSING,
                account,
                List.of(),
                Direction.NONE,
                window,
                Optional.of(missing.getFirst()),
                new Evidence(
                    Metric.MISSING_DAYS, missing.size(), 0, 0, 0, 1, "the days in between"),
                Optional.empty(),
                1,
                List.of(),
                Optional.empty(),
                new Figures(account, window, coverage.origin())
                    .derived(
                        Metric.MISSING_DAYS,
                        BigDecimal.valueOf(missing.size()),
                        "days without a delivery")
                    .list())),
        List.of(),
        List.of());
  }
}
