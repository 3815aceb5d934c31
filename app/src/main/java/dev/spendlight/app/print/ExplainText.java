package dev.spendlight.app.print;

import dev.spendlight.account.Entity;
import dev.spendlight.app.print.Terminal.Tone;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.driver.Factor;
import dev.spendlight.driver.SegmentContribution.Split;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.service.Breakdown;
import dev.spendlight.service.Explanation;
import dev.spendlight.service.Explanation.Part;
import dev.spendlight.service.Explanation.Side;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Why a metric changed, as a person reads it: a sentence or two, a waterfall, a table.
public final class ExplainText {
  private static final int STEPS = 8;

  private final Terminal terminal;
  private final MoneyFormat money;

  public ExplainText(Terminal terminal, MoneyFormat money) {
    this.terminal = terminal;
    this.money = money;
  }

  public void print(Explanation explanation) {
    ChangeFigures figures = new ChangeFigures(explanation.metric(), money, explanation.perDay());
    headline(explanation, figures);
    explanation
        .decomposition()
        .ifPresentOrElse(
            whole -> decomposed(explanation, whole, figures), () -> sumsAlone(explanation));
    explanation.caveats().forEach(caveat -> terminal.paragraph("Note: ", caveat));
  }

  private void headline(Explanation explanation, ChangeFigures figures) {
    String change =
        explanation
            .decomposition()
            .map(whole ->
                " from %s to %s, %s"
                    .formatted(
                        figures.value(whole.before()),
                        figures.value(whole.after()),
                        figures.inText(whole.change())))
            .orElse("");
    String perDay =
        explanation.perDay() && !Decomposition.isRatio(explanation.metric()) ? " a day" : "";
    terminal.paragraph(
        "",
        terminal.toned(
            Tone.STRONG,
            "%s: %s%s%s"
                .formatted(
                    Wording.plain(explanation.account().value()),
                    explanation.metric().words(),
                    perDay,
                    change)));
    terminal.paragraph(
        "",
        terminal.toned(
            Tone.QUIET,
            "%s against %s, by %s, from the %s"
                .formatted(
                    period(explanation.after().coverage().period()),
                    period(explanation.before().coverage().period()),
                    explanation.breakdown().words(),
                    reports(explanation))));
    terminal.line();
  }

  private static String reports(Explanation explanation) {
    String before = explanation.before().coverage().kind().words();
    String after = explanation.after().coverage().kind().words();
    return before.equals(after) ? after + " report" : after + " and " + before + " reports";
  }

  private static String period(DateRange period) {
    return period.days() == 1
        ? period.from().toString()
        : "%s to %s".formatted(period.from(), period.to());
  }

  private void sumsAlone(Explanation explanation) {
    terminal.paragraph("Before: ", sums(explanation.before()));
    terminal.paragraph("After:  ", sums(explanation.after()));
    terminal.line();
  }

  private String sums(Side side) {
    return List.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.SPEND, Metric.ORDERS, Metric.SALES)
        .stream()
        .flatMap(metric ->
            side
                .totals()
                .get(metric)
                .map(value ->
                    new ChangeFigures(metric, money, false).value(value.doubleValue())
                        + " "
                        + metric.words())
                .stream())
        .collect(Collectors.joining(", "));
  }

  private void decomposed(Explanation explanation, Decomposition whole, ChangeFigures figures) {
    List<Part> parts = explanation.parts();
    EntityLabels labels = EntityLabels.of(explanation.entities().values());
    if (parts.isEmpty()) {
      terminal.paragraph("", "Nothing happened in either period.");
      return;
    }
    LocationText.of(explanation).ifPresent(where -> terminal.paragraph("", where));
    if (!whole.factors().isEmpty()) {
      terminal.paragraph(
          "",
          "As a whole, by factor: %s."
              .formatted(
                  whole.factors().stream()
                      .map(each -> factor(each, figures))
                      .collect(Collectors.joining(", "))));
    }
    if (parts.size() > 1) {
      largest(parts.getFirst(), whole, labels, figures);
      if (Decomposition.isRatio(whole.metric())) {
        mixAndRate(explanation.breakdown(), parts, figures);
      }
      terminal.line();
      waterfall(explanation.breakdown(), whole, parts, labels, figures);
    }
    terminal.line();
    new ExplainTable(terminal, figures, explanation, labels).print(whole, parts);
    terminal.line();
  }

  private static String factor(Factor factor, ChangeFigures figures) {
    return "%s %s".formatted(factor.metric().words(), figures.inText(factor.contribution()));
  }

  /// A part explains some of a change; one that is larger than the whole, or turns against it, is
  /// offset by the others.
  private void largest(Part part, Decomposition whole, EntityLabels labels, ChangeFigures figures) {
    double own = part.contribution().contribution();
    double rest = whole.change() - own;
    boolean explains = own * rest >= 0;
    terminal.paragraph(
        "",
        "The largest part: %s %s %s."
            .formatted(
                type(part.entity()),
                Wording.name(labels.of(part.entity()), 60),
                explains
                    ? "explains %s of the %s"
                        .formatted(figures.inText(own), figures.inText(whole.change()))
                    : "makes %s, all others together %s"
                        .formatted(figures.inText(own), figures.inText(rest))));
  }

  private static String type(Entity entity) {
    return switch (entity) {
      case Entity.Account any -> "account";
      case Entity.Product any -> "product";
      case Entity.Campaign any -> "campaign";
      case Entity.CampaignMatch any -> "campaign and match type";
      case Entity.AdGroup any -> "ad group";
      case Entity.Keyword any -> "target";
      case Entity.SearchTerm any -> "search term";
      case Entity.Placement any -> "placement";
    };
  }

  private void mixAndRate(Breakdown breakdown, List<Part> parts, ChangeFigures figures) {
    double mix = 0;
    double rate = 0;
    double unsplit = 0;
    for (Part part : parts) {
      mix += part.contribution().split().map(Split::mix).orElse(0.0);
      rate += part.contribution().split().map(Split::rate).orElse(0.0);
      unsplit += part.contribution().split().isEmpty() ? part.contribution().contribution() : 0;
    }
    terminal.paragraph(
        "",
        "By mix (which %s grew or shrank) %s, by rate (their own %s) %s%s."
            .formatted(
                plural(breakdown),
                figures.inText(mix),
                figures.metric().words(),
                figures.inText(rate),
                unsplit == 0
                    ? ""
                    : ", by what started, stopped or has no %s %s"
                        .formatted(
                            Decomposition.denominator(figures.metric()).words(),
                            figures.inText(unsplit))));
  }

  private void waterfall(
      Breakdown breakdown,
      Decomposition whole,
      List<Part> parts,
      EntityLabels labels,
      ChangeFigures figures) {
    Waterfall waterfall = new Waterfall(terminal, whole.before(), whole.after());
    int shown = parts.size() <= STEPS + 1 ? parts.size() : STEPS;
    parts.stream()
        .limit(shown)
        .forEach(
            each -> waterfall.step(labels.of(each.entity()), each.contribution().contribution()));
    if (shown < parts.size()) {
      waterfall.step(
          others(breakdown, parts.size() - shown),
          parts.stream().skip(shown).mapToDouble(each -> each.contribution().contribution()).sum());
    }
    boolean good = isGoodToRise(whole.metric());
    boolean bad = whole.metric() == Metric.ACOS || whole.metric() == Metric.CPC;
    waterfall.print(
        figures::value,
        figures::difference,
        good ? Tone.GOOD : bad ? Tone.BAD : Tone.STRONG,
        good ? Tone.BAD : bad ? Tone.GOOD : Tone.QUIET);
  }

  private static boolean isGoodToRise(Metric metric) {
    return switch (metric) {
      case ROAS, SALES, ORDERS, CVR, CTR, AOV -> true;
      default -> false;
    };
  }

  static String others(Breakdown breakdown, int count) {
    return String.format(Locale.ENGLISH, "%,d other %s", count, plural(breakdown));
  }

  static String plural(Breakdown breakdown) {
    return switch (breakdown) {
      case CAMPAIGN -> "campaigns";
      case KEYWORD -> "targets";
      case PRODUCT -> "products";
      case CAMPAIGN_MATCH -> "match types";
      case AD_GROUP -> "ad groups";
      case SEARCH_TERM -> "search terms";
      case PLACEMENT -> "placements";
    };
  }
}
