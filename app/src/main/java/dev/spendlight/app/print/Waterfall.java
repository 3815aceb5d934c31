package dev.spendlight.app.print;

import dev.spendlight.grounding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// A way from one value to another in steps, drawn with characters:
///
/// ```
/// before          28.41%     |
/// Garden hoses  +5.10 pp     ##########
/// Sprinklers    -1.02 pp             ==
/// after           32.49%             |
/// ```
///
/// The drawing shows the differences: its left edge is the lowest value on the way, not 0.
final class Waterfall {
  private static final int LEAST_BAR = 8;
  private static final String GAP = "  ";

  private final Terminal terminal;
  private final double before;
  private final double after;
  private final List<Step> steps = new ArrayList<>();

  private record Step(String label, double difference) {}

  /// One line, before it is drawn.
  private record Line(String label, String amount, double from, double to, boolean isValue) {}

  Waterfall(Terminal terminal, double before, double after) {
    this.terminal = terminal;
    this.before = before;
    this.after = after;
  }

  void step(String label, double difference) {
    steps.add(new Step(Wording.plain(label), difference));
  }

  /// @param value writes the first and the last value
  /// @param difference writes a step
  /// @param rises the tone of a step upwards
  /// @param falls the tone of a step downwards
  void print(
      DoubleFunction<String> value,
      DoubleFunction<String> difference,
      Terminal.Tone rises,
      Terminal.Tone falls) {
    List<Line> lines = lines(value, difference);
    double low =
        lines.stream().mapToDouble(each -> Math.min(each.from(), each.to())).min().orElse(0);
    double high =
        lines.stream().mapToDouble(each -> Math.max(each.from(), each.to())).max().orElse(0);
    int amounts = lines.stream().mapToInt(each -> Glyphs.width(each.amount())).max().orElse(0);
    int longest = lines.stream().mapToInt(each -> Glyphs.width(each.label())).max().orElse(0);
    int room = terminal.width() - amounts - 2 * GAP.length();
    int labels = Math.min(longest, Math.max(room - LEAST_BAR, 2) / 2);
    int bars = Math.min(room - labels, labels + amounts + 20);
    if (bars < LEAST_BAR || !(high > low)) {
      return;
    }
    double scale = (bars - 1) / (high - low);
    for (Line line : lines) {
      String label = Glyphs.cut(line.label(), labels);
      int from = (int) Math.round((line.from() - low) * scale);
      int to = (int) Math.round((line.to() - low) * scale);
      terminal.line(
          label
              + " ".repeat(labels - Glyphs.width(label))
              + GAP
              + " ".repeat(amounts - Glyphs.width(line.amount()))
              + line.amount()
              + GAP
              + bar(line, from, to, rises, falls));
    }
  }

  private List<Line> lines(DoubleFunction<String> value, DoubleFunction<String> difference) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("before", value.apply(before), before, before, true));
    double level = before;
    for (Step step : steps) {
      double next = level + step.difference();
      lines.add(new Line(step.label(), difference.apply(step.difference()), level, next, false));
      level = next;
    }
    lines.add(new Line("after", value.apply(after), after, after, true));
    return lines;
  }

  private String bar(Line line, int from, int to, Terminal.Tone rises, Terminal.Tone falls) {
    String space = " ".repeat(Math.min(from, to));
    if (line.isValue()) {
      return space + terminal.toned(Terminal.Tone.STRONG, terminal.blocks() ? "┃" : "|");
    }
    boolean up = line.to() > line.from();
    String fill = terminal.blocks() ? (up ? "█" : "▒") : (up ? "#" : "=");
    String drawn = fill.repeat(Math.max(1, Math.abs(to - from)));
    return line.to() == line.from() ? "" : space + terminal.toned(up ? rises : falls, drawn);
  }
}
