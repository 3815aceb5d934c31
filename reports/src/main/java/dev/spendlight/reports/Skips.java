package dev.spendlight.reports;

import dev.spendlight.report.ImportResult.SkippedRows;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows of one file that were left out, counted by reason.
final class Skips {
  private static final String OTHER = "has another fault";

  private static final class Count {
    private final long firstLine;
    private final String example;
    private long rows;

    Count(long firstLine, String example) {
      this.firstLine = firstLine;
      this.example = example;
    }
  }

  private final Map<String, Count> reasons = new LinkedHashMap<>();
  private final Set<String> emptyReasons = new HashSet<>();
  private long rows;
  private long empty;

  /// @param value what the first such row has there; may be blank
  void add(String reason, String value, long line) {
    rows++;
    String counted =
        reasons.containsKey(reason) || reasons.size() < Limits.SKIP_REASONS ? reason : OTHER;
    reasons.computeIfAbsent(counted, r -> new Count(line, Shown.text(value))).rows++;
  }

  /// A row without content of its own, which is no fault.
  void addEmpty(String reason, long line) {
    empty++;
    add(reason, "", line);
    emptyReasons.add(reason);
  }

  /// Rows with a fault.
  long badRows() {
    return rows - empty;
  }

  /// The first fault.
  Optional<SkippedRows> firstBad() {
    return all().stream().filter(each -> !emptyReasons.contains(each.reason())).findFirst();
  }

  /// In the order of first lines.
  List<SkippedRows> all() {
    return reasons.entrySet().stream()
        .map(each -> {
          Count count = each.getValue();
          String example = count.example.isBlank() ? "" : " (\"" + count.example + "\")";
          return new SkippedRows(each.getKey() + example, count.rows, count.firstLine);
        })
        .toList();
  }
}
