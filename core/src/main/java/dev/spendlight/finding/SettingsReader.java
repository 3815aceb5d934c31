package dev.spendlight.finding;

import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverages;
import dev.spendlight.history.NameResolution;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.StateAt;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads how an account was set, as it was known on its as-of day.
final class SettingsReader {
  private final PerformanceStore store;
  private final AccountView view;
  private final NameResolution names;

  SettingsReader(PerformanceStore store, AccountView view, NameResolution names) {
    this.store = store;
    this.view = view;
    this.names = names;
  }

  SettingsHistory read() {
    LocalDate last = view.asOf().asked() ? view.asOf().morningAfter() : LocalDate.MAX;
    TreeSet<LocalDate> pulls = new TreeSet<>();
    view.deliveries().stream()
        .map(Delivery::pulled)
        .filter(pulled -> !pulled.isAfter(last))
        .forEach(pulls::add);
    LocalDate newest = pulls.isEmpty() ? view.asOf().day() : pulls.last();
    DateRange window = DateRange.ending(view.asOf().day(), CaseFile.HISTORY_DAYS);
    return new SettingsHistory(
        byId(
            store.stateChanges(view.account(), ReportKind.TARGETING, newest),
            RowKey::targetId,
            StateAt::pulled),
        byId(
            store.stateChanges(view.account(), ReportKind.CAMPAIGN, newest),
            RowKey::campaignId,
            StateAt::pulled),
        byId(
            store.dailyStates(
                view.account(),
                Coverages.daily(view.deliveries(), ReportKind.BUDGET, view.asOf(), window)
                    .selection()),
            RowKey::campaignId,
            StateAt::day),
        pulls);
  }

  private Map<String, NavigableMap<LocalDate, EntityState>> byId(
      List<StateAt> states, Function<RowKey, String> id, Function<StateAt, LocalDate> when) {
    Map<String, NavigableMap<LocalDate, EntityState>> byId = new HashMap<>();
    for (StateAt each : states) {
      // Only a name needs to be resolved.
      String told = id.apply(each.key());
      String its =
          told.isEmpty()
              ? id.apply(names.resolve(each.key(), DateRange.day(each.day())).key())
              : told;
      if (!its.isEmpty()) {
        byId.computeIfAbsent(its, fresh -> new TreeMap<>()).put(when.apply(each), each.state());
      }
    }
    return byId;
  }
}
