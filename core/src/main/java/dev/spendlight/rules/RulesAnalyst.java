package dev.spendlight.rules;

import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.Analyst;
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

/// Words the most important findings by rules: the embedded default, and what replaces a model's
/// piece that fails.
public final class RulesAnalyst implements Analyst {

  @Override
  public AnalysisDraft write(FactSheet sheet) {
    List<Finding> findings = sheet.findings().findings();
    return new AnalysisDraft(
        Health.of(sheet),
        insights(sheet),
        findings.stream()
            .filter(each ->
                each.action().isPresent() && FactSheet.campaignOf(each.entity()).isPresent())
            .limit(AccountAnalysis.MOST_OPPORTUNITIES)
            .map(each -> new FindingWords(sheet, each).opportunity())
            .toList(),
        summary(sheet));
  }

  private static List<String> insights(FactSheet sheet) {
    List<String> insights = new ArrayList<>();
    sheet
        .ofAccount(Metric.ACOS)
        .ifPresent(acos ->
            insights.add(
                cite(acos)
                    + sheet
                        .ofAccount(Metric.TARGET_ACOS)
                        .map(target -> ", against " + cite(target))
                        .orElse("")));
    sheet.findings().findings().stream()
        .map(each -> new FindingWords(sheet, each).insight())
        .forEach(insights::add);
    orderless(sheet).map(each -> orderless(sheet, each)).ifPresent(insights::add);
    return insights.stream().limit(AccountAnalysis.MOST_INSIGHTS).toList();
  }

  private static List<String> summary(FactSheet sheet) {
    List<String> sentences = new ArrayList<>();
    sentences.add(state(sheet));
    sheet.findings().findings().stream()
        .filter(each -> !each.kind().isContext())
        .findFirst()
        .ifPresentOrElse(
            first ->
                sentences.add(
                    "The most costly problem: "
                        + uncapital(new FindingWords(sheet, first).issue())
                        + "."),
            () -> sentences.add(nothing(sheet)));
    closing(sheet).ifPresent(sentences::add);
    return sentences;
  }

  private static String state(FactSheet sheet) {
    List<String> parts = new ArrayList<>();
    for (Metric metric : List.of(Metric.SPEND, Metric.SALES, Metric.ACOS)) {
      sheet.ofAccount(metric).map(RulesAnalyst::cite).ifPresent(parts::add);
    }
    String target =
        sheet.ofAccount(Metric.TARGET_ACOS).map(each -> ", against " + cite(each)).orElse("");
    return parts.isEmpty()
        ? "The reports imported so far tell neither spend nor sales."
        : "The account had " + Sentence.listed(parts) + target + ".";
  }

  private static String nothing(FactSheet sheet) {
    return sheet.findings().thin().isEmpty()
        ? "Nothing in it is out of the ordinary beyond chance."
        : "What was imported is too little to judge more: "
            + uncapital(sheet.findings().thin().getFirst());
  }

  private static Optional<String> closing(FactSheet sheet) {
    boolean missing =
        sheet.findings().findings().stream().anyMatch(each -> each.kind().isContext());
    if (missing) {
      return sheet.facts().stream()
          .filter(fact -> fact.figure().metric() == Metric.MISSING_DAYS)
          .findFirst()
          .map(fact -> "Import what is missing first: " + cite(fact) + ".");
    }
    return orderless(sheet)
        .map(each ->
            orderless(sheet, each)
                + ", but none of them is beyond chance; look again when they have more clicks.");
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
            .map(RulesAnalyst::cite)
            .orElse("Some of the spend")
        + " is on "
        + things
        + " without an order";
  }

  private static String cite(Fact fact) {
    return "{" + fact.id() + "}";
  }

  private static String uncapital(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
