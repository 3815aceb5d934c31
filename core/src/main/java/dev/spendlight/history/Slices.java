package dev.spendlight.history;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Selection.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// Turns days and the deliveries that answer for them into as few slices as possible.
final class Slices {
  private Slices() {}

  /// Runs of days that one import answers for.
  static List<Slice> ofDays(NavigableMap<LocalDate, Delivery> pulls) {
    List<Slice> slices = new ArrayList<>();
    pulls.forEach((day, delivery) -> {
      int last = slices.size() - 1;
      if (last >= 0 && continues(slices.get(last), delivery.importId(), day)) {
        slices.set(
            last,
            new Slice(delivery.importId(), new DateRange(slices.get(last).days().from(), day)));
      } else {
        slices.add(new Slice(delivery.importId(), DateRange.day(day)));
      }
    });
    return List.copyOf(slices);
  }

  private static boolean continues(Slice slice, long importId, LocalDate day) {
    return slice.importId() == importId && slice.days().to().plusDays(1).equals(day);
  }

  /// Each range delivery whole, once.
  static List<Slice> ofRanges(NavigableMap<LocalDate, Delivery> pulls) {
    return pulls.values().stream()
        .map(delivery -> new Slice(delivery.importId(), delivery.period()))
        .distinct()
        .toList();
  }
}
