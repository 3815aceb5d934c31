package dev.spendlight.rules;

import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.Analyst;
import dev.spendlight.analysis.Health;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.RuledOut;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Words the most important findings by rules: the embedded default, and what replaces a model's
/// piece that fails.
public final class RulesAnalyst implements Analyst {

  @Override
  public AnalysisDraft write(FactSheet sheet) {
    return new AnalysisDraft(
        Health.of(sheet),
        insights(sheet),
        ranked(sheet)
            .filter(each -> each.action().isPresent() && FactSheet.campaignOf(each).isPresent())
            .limit(AccountAnalysis.MOST_OPPORTUNITIES)
            .map(each -> new FindingWords(sheet, each).opportunity())
            .toList(),
        summary(sheet));
  }

  /// While orders may not be counted, nothing else is as certain as that.
  private static Stream<Finding> ranked(FactSheet sheet) {
    return sheet.findings().findings().stream()
        .sorted(Comparator.comparing(each -> each.kind() != FindingKind.TRACKING_BROKEN));
  }

  private static boolean isTrackingBroken(FactSheet sheet) {
    return sheet.findings().findings().stream()
        .anyMatch(each -> each.kind() == FindingKind.TRACKING_BROKEN);
  }

  private static List<String> insights(FactSheet sheet) {
    List<String> insights = new ArrayList<>();
    if (!isTrackingBroken(sheet)) {
      sheet.ofAccount(Metric.ACOS).map(acos -> acos(sheet, acos)).ifPresent(insights::add);
    }
    ranked(sheet).map(each -> new FindingWords(sheet, each).insight()).forEach(insights::add);
    orderless(sheet).map(each -> orderless(sheet, each)).ifPresent(insights::add);
    return insights.stream().limit(AccountAnalysis.MOST_INSIGHTS).toList();
  }

  private static String acos(FactSheet sheet, Fact acos) {
    return Sentence.cite(acos) + target(sheet);
  }

  private static String target(FactSheet sheet) {
    return sheet
        .ofAccount(Metric.TARGET_ACOS)
        .map(target -> ", against " + Sentence.cite(target))
        .orElse("");
  }

  private static List<String> summary(FactSheet sheet) {
    List<String> sentences = new ArrayList<>();
    sentences.add(state(sheet));
    Optional<Finding> first = ranked(sheet).filter(each -> !each.kind().isContext()).findFirst();
    sentences.add(first.map(each -> sentence(sheet, each)).orElseGet(() -> nothing(sheet)));
    closing(sheet, first).ifPresent(sentences::add);
    return sentences;
  }

  private static String sentence(FactSheet sheet, Finding finding) {
    String issue = new FindingWords(sheet, finding).issue();
    if (finding.kind() == FindingKind.TRACKING_BROKEN) {
      return "First of all: " + uncapital(issue) + ".";
    }
    return (finding.kind().isPromise() ? "The largest opportunity: " : "The most costly problem: ")
        + uncapital(issue)
        + ".";
  }

  /// As reported; while orders may not be counted, without the ACOS.
  private static String state(FactSheet sheet) {
    boolean broken = isTrackingBroken(sheet);
    List<String> parts = new ArrayList<>();
    for (Metric metric : List.of(Metric.SPEND, Metric.SALES, Metric.ACOS)) {
      if (metric != Metric.ACOS || !broken) {
        sheet.ofAccount(metric).map(Sentence::cite).ifPresent(parts::add);
      }
    }
    return parts.isEmpty()
        ? "The reports imported so far tell neither spend nor sales."
        : "The account had " + Sentence.listed(parts) + (broken ? "" : target(sheet)) + ".";
  }

  private static String nothing(FactSheet sheet) {
    if (context(sheet, FindingKind.MARKET_SHIFT).isPresent()) {
      return "No single campaign or target in it is out of the ordinary beyond chance.";
    }
    return sheet.findings().thin().isEmpty()
        ? "Nothing in it is out of the ordinary beyond chance."
        : "What was imported is too little to judge more: "
            + uncapital(sheet.findings().thin().getFirst());
  }

  /// What a reader has to know beside the first finding: missing days, a move of the whole account,
  /// the first finding of the other sort, or spend without orders that is no more than chance.
  private static Optional<String> closing(FactSheet sheet, Optional<Finding> first) {
    return context(sheet, FindingKind.DATA_MISSING)
        .map(each ->
            "Import what is missing first: " + new FindingWords(sheet, each).insight() + ".")
        .or(() ->
            context(sheet, FindingKind.MARKET_SHIFT)
                .map(each -> new FindingWords(sheet, each).issue() + "."))
        .or(() -> first.flatMap(each -> other(sheet, each)))
        .or(() ->
            orderless(sheet)
                .map(each ->
                    orderless(sheet, each)
                        + ", but none of them is beyond chance; look again when they have more"
                        + " clicks."));
  }

  private static Optional<Finding> context(FactSheet sheet, FindingKind kind) {
    return sheet.findings().findings().stream().filter(each -> each.kind() == kind).findFirst();
  }

  private static Optional<String> other(FactSheet sheet, Finding first) {
    return first.kind() == FindingKind.TRACKING_BROKEN
        ? Optional.empty()
        : ranked(sheet)
            .filter(each -> !each.kind().isContext())
            .filter(each -> each.kind().isPromise() != first.kind().isPromise())
            .findFirst()
            .map(each -> sentence(sheet, each));
  }

  /// The largest share of spend on things without an order that is no more than chance.
  private static Optional<RuledOut> orderless(FactSheet sheet) {
    return sheet.findings().ruledOut().stream()
        .filter(each -> share(each).signum() > 0)
        .max(Comparator.comparing(RulesAnalyst::share));
  }

  private static BigDecimal share(RuledOut ruledOut) {
    return ruledOut.share().map(Figure::value).orElse(BigDecimal.ZERO);
  }

  /// For example `{f14} is on search terms without an order`.
  private static String orderless(FactSheet sheet, RuledOut ruledOut) {
    String things = ruledOut.kind() == FindingKind.WASTED_SEARCH_TERM ? "search terms" : "targets";
    return sheet.facts().stream()
            .filter(fact -> ruledOut.share().equals(Optional.of(fact.figure())))
            .findFirst()
            .map(Sentence::cite)
            .orElse("Some of the spend")
        + " is on "
        + things
        + " without an order";
  }

  private static String uncapital(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
