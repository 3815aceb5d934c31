package dev.spendlight.app.print;

import dev.spendlight.driver.Decomposition;
import dev.spendlight.driver.Factors;
import dev.spendlight.driver.SegmentContribution;
import dev.spendlight.driver.SegmentContribution.Split;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.service.Explanation;
import dev.spendlight.service.Explanation.Part;
import dev.spendlight.service.Explanation.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The largest parts of a change in a table, the others as one row, and all of them first.
final class ExplainTable {
  private static final int ROWS = 15;
  private static final String ABSENT = "-";

  private final Terminal terminal;
  private final ChangeFigures figures;
  private final Explanation explanation;
  private final EntityLabels labels;
  private final boolean ratio;

  ExplainTable(
      Terminal terminal, ChangeFigures figures, Explanation explanation, EntityLabels labels) {
    this.terminal = terminal;
    this.figures = figures;
    this.explanation = explanation;
    this.labels = labels;
    this.ratio = Decomposition.isRatio(figures.metric());
  }

  void print(Decomposition whole, List<Part> parts) {
    String plural = ExplainText.plural(explanation.breakdown());
    TextTable table = TextTable.ofFigures(header());
    table.row(
        row(
            "All " + plural,
            figures.cell(whole.before()),
            figures.cell(whole.after()),
            figures.bare(whole.change()),
            sums(parts)));
    int shown = parts.size() <= ROWS + 1 ? parts.size() : ROWS;
    parts.stream().limit(shown).forEach(part -> table.row(row(part)));
    if (shown < parts.size()) {
      List<Part> rest = parts.subList(shown, parts.size());
      table.row(
          row(
              ExplainText.others(explanation.breakdown(), rest.size()),
              value(explanation.before(), total(rest, Part::before)),
              value(explanation.after(), total(rest, Part::after)),
              figures.bare(
                  rest.stream().mapToDouble(each -> each.contribution().contribution()).sum()),
              sums(rest)));
    }
    table.print(terminal);
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    String words = explanation.breakdown().words();
    header.add(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    header.addAll(List.of("Before", "After", "Adds" + figures.unit()));
    if (ratio) {
      header.addAll(List.of("Mix", "Rate"));
    }
    Factors.of(figures.metric())
        .forEach(metric ->
            header.add(
                metric == Metric.IMPRESSIONS
                    ? "Impressions"
                    : metric.key().toUpperCase(Locale.ROOT)));
    return header;
  }

  private static List<String> row(
      String name, String before, String after, String adds, List<String> rest) {
    List<String> row = new ArrayList<>(List.of(name, before, after, adds));
    row.addAll(rest);
    return row;
  }

  private List<String> row(Part part) {
    return row(
        labels.of(part.entity()),
        value(explanation.before(), part.before()),
        value(explanation.after(), part.after()),
        figures.bare(part.contribution().contribution()),
        split(part.contribution()));
  }

  private static Metrics total(List<Part> parts, Function<Part, Metrics> period) {
    return parts.stream().map(period).reduce(Metrics::plus).orElse(Metrics.UNKNOWN);
  }

  private String value(Side side, Metrics metrics) {
    Optional<BigDecimal> value = metrics.get(figures.metric());
    double days = explanation.perDay() && !ratio ? side.delivered() : 1;
    return value.map(each -> figures.cell(each.doubleValue() / days)).orElse(ABSENT);
  }

  /// Mix and rate where there are such, then the factors; a part that cannot be split says why.
  private List<String> split(SegmentContribution<String> part) {
    List<String> cells = new ArrayList<>();
    if (ratio) {
      cells.add(part.split().map(Split::mix).map(figures::bare).orElseGet(() -> why(part)));
      cells.add(part.split().map(Split::rate).map(figures::bare).orElse(ABSENT));
    }
    Factors.of(figures.metric()).forEach(metric -> cells.add(cell(part.factor(metric))));
    return cells;
  }

  private String why(SegmentContribution<String> part) {
    return switch (part.course()) {
      case CONTINUED -> ABSENT;
      case STARTED -> "started";
      case STOPPED -> "stopped";
      case WITHOUT_DENOMINATOR -> "no " + Decomposition.denominator(figures.metric()).words();
    };
  }

  private String cell(OptionalDouble value) {
    return value.isPresent() ? figures.bare(value.getAsDouble()) : ABSENT;
  }

  /// Of several parts: what those that can be split make together.
  private List<String> sums(List<Part> parts) {
    List<String> cells = new ArrayList<>();
    if (ratio) {
      cells.add(cell(sum(parts, each -> of(each.split().map(Split::mix)))));
      cells.add(cell(sum(parts, each -> of(each.split().map(Split::rate)))));
    }
    Factors.of(figures.metric())
        .forEach(metric -> cells.add(cell(sum(parts, each -> each.factor(metric)))));
    return cells;
  }

  private static OptionalDouble of(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static OptionalDouble sum(
      List<Part> parts, Function<SegmentContribution<String>, OptionalDouble> value) {
    return parts.stream()
        .map(each -> value.apply(each.contribution()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .reduce(Double::sum);
  }
}
