package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.fact.FactSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be decided of a draft before it is rendered: counts, placeholders, free figures, one
/// entity a text.
final class DraftCheck {
  private static final int LEAST_SENTENCES = 2;
  private static final int MOST_SENTENCES = 3;

  private final FactSheet sheet;

  DraftCheck(FactSheet sheet) {
    this.sheet = sheet;
  }

  List<Violation> violations(AnalysisDraft draft) {
    List<Violation> violations = new ArrayList<>();
    atMost("key_insights", draft.insights().size(), AccountAnalysis.MOST_INSIGHTS, violations);
    atMost(
        "top_opportunities",
        draft.opportunities().size(),
        AccountAnalysis.MOST_OPPORTUNITIES,
        violations);
    sentences(draft.summary(), violations);
    for (int i = 0; i < draft.insights().size(); i++) {
      text("key_insights[%d]".formatted(i), draft.insights().get(i), violations);
    }
    for (int i = 0; i < draft.opportunities().size(); i++) {
      opportunity("top_opportunities[%d]".formatted(i), draft.opportunities().get(i), violations);
    }
    for (int i = 0; i < draft.summary().size(); i++) {
      text("summary[%d]".formatted(i), draft.summary().get(i), violations);
    }
    return violations;
  }

  private static void atMost(String where, int count, int most, List<Violation> violations) {
    if (count > most) {
      violations.add(
          new Violation(
              where, "It has %d entries; at most %d are allowed.".formatted(count, most)));
    }
  }

  private static void sentences(List<String> summary, List<Violation> violations) {
    if (summary.size() < LEAST_SENTENCES || summary.size() > MOST_SENTENCES) {
      violations.add(
          new Violation(
              "summary",
              "It has %d sentences; %d to %d are asked for."
                  .formatted(summary.size(), LEAST_SENTENCES, MOST_SENTENCES)));
    }
  }

  private void opportunity(String where, DraftOpportunity draft, List<Violation> violations) {
    if (Grounding.finding(sheet, draft.finding())
            .filter(each -> each.action().isPresent())
            .isEmpty()
        || Grounding.campaign(sheet, draft.finding()).isEmpty()) {
      violations.add(
          new Violation(
              where,
              "“%s” is no finding with an action in a campaign.".formatted(draft.finding())));
    }
    text(where + ".issue", draft.issue(), violations);
    text(where + ".recommendation", draft.recommendation(), violations);
    text(where + ".estimated_impact", draft.estimatedImpact(), violations);
  }

  private void text(String where, String text, List<Violation> violations) {
    if (text.isBlank()) {
      violations.add(new Violation(where, "It is empty."));
    }
    String free = Placeholders.without(text);
    if (free.codePoints().anyMatch(Character::isDigit)) {
      violations.add(
          new Violation(
              where,
              "It has a figure that is no fact: every figure is a placeholder such as {f1}."));
    }
    if (free.contains("{") || free.contains("}")) {
      violations.add(
          new Violation(where, "It has a brace that is no placeholder of a fact or a thing."));
    }
    Placeholders.of(text).stream()
        .filter(id -> sheet.fact(id).isEmpty() && sheet.alias(id).isEmpty())
        .forEach(id ->
            violations.add(
                new Violation(where, "{%s} is no fact and no thing of the sheet.".formatted(id))));
    if (entities(text).size() > 1) {
      violations.add(
          new Violation(
              where,
              "Its facts are about several things; a text may cite one, beside the account."));
    }
  }

  /// The things, other than the account, that the text's facts are about.
  private Set<Entity> entities(String text) {
    return Placeholders.of(text).stream()
        .flatMap(id -> sheet.fact(id).stream())
        .map(fact -> fact.figure().entity())
        .flatMap(entity -> entity instanceof Entity.Account ? Stream.empty() : Stream.of(entity))
        .collect(Collectors.toSet());
  }
}
