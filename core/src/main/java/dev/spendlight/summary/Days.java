package dev.spendlight.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Days as a person lists them: `2026-03-01`, `2026-03-01 and 2026-03-04`, `2026-03-01 to
/// 2026-03-06`.
public final class Days {
  private static final int MOST_PARTS = 3;

  private Days() {}

  /// @param days in ascending order, at least one
  public static String listed(Collection<LocalDate> days) {
    List<LocalDate[]> runs = new ArrayList<>();
    for (LocalDate day : days) {
      if (!runs.isEmpty() && runs.getLast()[1].plusDays(1).equals(day)) {
        runs.getLast()[1] = day;
      } else {
        runs.add(new LocalDate[] {day, day});
      }
    }
    List<String> parts =
        runs.stream()
            .limit(MOST_PARTS)
            .map(run -> run[0].equals(run[1]) ? run[0].toString() : run[0] + " to " + run[1])
            .collect(Collectors.toCollection(ArrayList::new));
    if (runs.size() > MOST_PARTS) {
      parts.add("%d more".formatted(runs.size() - MOST_PARTS));
    }
    return parts.size() == 1
        ? parts.getFirst()
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }
}
