package dev.spendlight.testing;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.StateAt;
import dev.spendlight.report.VisibleDay;
import dev.spendlight.testing.InMemoryAccount.ImportedFile;
import dev.spendlight.testing.InMemoryAccount.PulledRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One report of an account, pull after pull.
///
/// @param files of one kind, in the order of their imports
record InMemoryPulls(List<ImportedFile> files) {

  List<StateAt> stateChanges() {
    Map<RowKey, NavigableMap<LocalDate, StateAt>> pulls = new LinkedHashMap<>();
    for (ImportedFile each : files) {
      for (ReportRow row : each.file().rows()) {
        new PulledRow(each.pulled(), row)
            .told()
            .ifPresent(told ->
                pulls
                    .computeIfAbsent(told.key(), fresh -> new TreeMap<>())
                    .merge(
                        told.pulled(),
                        told,
                        (one, other) -> other.day().isBefore(one.day()) ? one : other));
      }
    }
    return pulls.values().stream().flatMap(each -> changes(each).stream()).toList();
  }

  private static List<StateAt> changes(NavigableMap<LocalDate, StateAt> pulls) {
    List<StateAt> changes = new ArrayList<>();
    for (StateAt each : pulls.values()) {
      if (changes.isEmpty() || !changes.getLast().state().isSetLike(each.state())) {
        changes.add(each);
      }
    }
    return changes;
  }

  List<VisibleDay> visibleDays(AttributionWindow window) {
    List<ImportedFile> daily =
        files.stream().filter(each -> each.file().grain() == Grain.DAILY).toList();
    SortedMap<LocalDate, SortedMap<LocalDate, List<ImportedFile>>> answering = new TreeMap<>();
    for (ImportedFile each : daily) {
      for (LocalDate day : each.file().days()) {
        List<ImportedFile> together =
            answering
                .computeIfAbsent(day, fresh -> new TreeMap<>())
                .computeIfAbsent(each.pulled(), fresh -> new ArrayList<>());
        together.removeIf(earlier -> earlier.importId() < each.importId());
        together.add(each);
      }
    }
    Set<Long> lacking = importsWithout(Set.of(Measure.CLICKS, Measure.orders(window)), daily);
    List<VisibleDay> visible = new ArrayList<>();
    answering.forEach((day, pulls) ->
        pulls.forEach((pulled, together) -> {
          if (!lacking.contains(together.getFirst().importId())) {
            visible.add(visible(day, pulled, together, window));
          }
        }));
    return visible;
  }

  private static Set<Long> importsWithout(Set<Measure> needed, List<ImportedFile> daily) {
    return daily.stream()
        .filter(each -> !each.file().rows().isEmpty())
        .filter(each -> !each.file().carried().containsAll(needed))
        .map(ImportedFile::importId)
        .collect(Collectors.toSet());
  }

  private static VisibleDay visible(
      LocalDate day, LocalDate pulled, List<ImportedFile> files, AttributionWindow window) {
    long clicks = 0;
    long orders = 0;
    for (ImportedFile each : files) {
      for (ReportRow row : each.file().rows()) {
        if (row.from().equals(day)) {
          clicks += row.measures().get(Measure.CLICKS);
          orders += row.measures().get(Measure.orders(window));
        }
      }
    }
    return new VisibleDay(day, pulled, clicks, orders);
  }
}
