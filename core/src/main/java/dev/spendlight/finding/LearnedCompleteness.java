package dev.spendlight.finding;

import dev.spendlight.history.AccountView;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.VisibleDay;
import dev.spendlight.statistics.Completeness;
import dev.spendlight.statistics.Completeness.Sighting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How complete an account's orders are at each age, learned from its own pulls: a day seen young,
/// and again when it was older.
final class LearnedCompleteness {
  private LearnedCompleteness() {}

  /// @param kind the report whose pulls are compared
  static Completeness of(PerformanceStore store, AccountView view, ReportKind kind) {
    Completeness prior = Completeness.prior(view.attribution());
    LocalDate last =
        view.asOf().asked() ? view.asOf().morningAfter() : view.asOf().day().plusYears(1);
    Map<LocalDate, List<VisibleDay>> byDay = new TreeMap<>();
    for (VisibleDay each : store.visibleDays(view.account(), kind, last, view.attribution())) {
      byDay.computeIfAbsent(each.day(), fresh -> new ArrayList<>()).add(each);
    }
    List<Sighting> sightings = new ArrayList<>();
    byDay.values().forEach(pulls -> sightings(pulls, prior.settledAge(), sightings));
    return prior.learn(sightings);
  }

  /// Each pull of a day while orders still arrived, beside the last one of that day.
  private static void sightings(List<VisibleDay> pulls, int settledAge, List<Sighting> sightings) {
    VisibleDay last = pulls.getLast();
    for (VisibleDay young : pulls) {
      if (age(young) >= 1 && age(young) < settledAge && age(young) < age(last)) {
        sightings.add(
            new Sighting(
                age(young), Math.max(0, young.orders()), age(last), Math.max(0, last.orders())));
      }
    }
  }

  private static int age(VisibleDay day) {
    return (int) (day.pulled().toEpochDay() - day.day().toEpochDay());
  }
}
