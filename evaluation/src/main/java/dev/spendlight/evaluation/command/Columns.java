package dev.spendlight.evaluation.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A table of plain text: the first column is set left, the others right.
final class Columns {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Columns(List<String> header) {
    rows.add(header);
  }

  Columns row(List<String> cells) {
    rows.add(cells);
    return this;
  }

  /// The header and the rows, one string each.
  List<String> lines() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + padding : GAP + padding + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  /// Two places; `-` for what is not defined.
  static String figure(OptionalDouble value) {
    return value.isPresent() ? figure(value.getAsDouble()) : "-";
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
