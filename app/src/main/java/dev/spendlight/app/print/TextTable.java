package dev.spendlight.app.print;

import dev.spendlight.grounding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A table that fits the terminal: the first column gives way, and where that is not enough the
/// last columns go.
public final class TextTable {
  private static final int LEAST_FIRST = 32;
  private static final String GAP = "  ";

  private final List<String> header;
  private final Set<Integer> words;
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(List<String> header, Set<Integer> words) {
    this.header = header;
    this.words = words;
  }

  /// The first column is text and set left, the others are figures and set right.
  public static TextTable ofFigures(List<String> header) {
    return new TextTable(header, Set.of(0));
  }

  /// @param words the columns of text, counted from 0
  public static TextTable of(List<String> header, Set<Integer> words) {
    return new TextTable(header, Set.copyOf(words));
  }

  public TextTable row(List<String> cells) {
    rows.add(cells.stream().map(Wording::plain).toList());
    return this;
  }

  public void print(Terminal terminal) {
    List<Integer> widths =
        new ArrayList<>(IntStream.range(0, header.size()).map(this::widest).boxed().toList());
    int least = Math.min(LEAST_FIRST, widths.getFirst());
    int first = terminal.width() - rest(widths);
    while (first < least && widths.size() > 2) {
      widths.removeLast();
      first = terminal.width() - rest(widths);
    }
    widths.set(0, Math.max(1, Math.min(widths.getFirst(), first)));
    terminal.line(terminal.toned(Terminal.Tone.QUIET, line(header, widths)));
    rows.forEach(row -> terminal.line(line(row, widths)));
  }

  private static int rest(List<Integer> widths) {
    return widths.stream().skip(1).mapToInt(each -> each + GAP.length()).sum();
  }

  private int widest(int column) {
    int widest = Glyphs.width(header.get(column));
    for (List<String> row : rows) {
      widest = Math.max(widest, Glyphs.width(row.get(column)));
    }
    return widest;
  }

  private String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      String cell = Glyphs.cut(cells.get(i), widths.get(i));
      String padding = " ".repeat(Math.max(0, widths.get(i) - Glyphs.width(cell)));
      line.append(i == 0 ? "" : GAP).append(words.contains(i) ? cell + padding : padding + cell);
    }
    return line.toString().stripTrailing();
  }
}
