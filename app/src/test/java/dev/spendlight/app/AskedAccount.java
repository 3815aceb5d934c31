package dev.spendlight.app;

import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.fact.Fact;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.testing.DraftJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An account, what a truthful model could say of it, and every text that is true of it.
final class AskedAccount {
  private final Judgement judgement;
  private final Grounding grounding;
  private final List<String> replies = new ArrayList<>();
  private final Set<String> truths = new HashSet<>();

  AskedAccount(Judgement judgement) {
    this.judgement = judgement;
    this.grounding = new Grounding(judgement.sheet(), judgement.wording());
    AnalysisDraft rules = new RulesAnalyst().write(judgement.sheet());
    add(grounding.standing(rules).analysis());
    for (AnalysisDraft draft : List.of(plain(rules), reversed(rules), brief(rules))) {
      if (!(grounding.check(draft) instanceof Grounded grounded)) {
        throw new AssertionError("no true draft: " + draft + grounding.check(draft));
      }
      add(grounded.analysis());
      replies.add(DraftJson.of(draft, judgement.findings()));
    }
  }

  /// Drafts that are true and not the rules', as a model writes them.
  List<String> replies() {
    return replies;
  }

  /// Texts of an answer that no true draft holds.
  List<String> unheardOf(AccountAnalysis analysis) {
    return texts(analysis).filter(each -> !truths.contains(each)).toList();
  }

  private void add(AccountAnalysis analysis) {
    texts(analysis).forEach(truths::add);
  }

  private static Stream<String> texts(AccountAnalysis analysis) {
    return Stream.of(
            analysis.keyInsights().stream(),
            analysis.topOpportunities().stream()
                .flatMap(
                    each -> Stream.of(each.issue(), each.recommendation(), each.estimatedImpact())),
            Stream.of(analysis.summary(), analysis.overallHealth().key()))
        .flatMap(each -> each);
  }

  /// Insights of a thing and one of its facts.
  private AnalysisDraft plain(AnalysisDraft rules) {
    return new AnalysisDraft(
        rules.overallHealth(),
        judgement.findings().findings().stream()
            .flatMap(each -> insight(each).stream())
            .filter(each -> isTrue(rules, each))
            .limit(AccountAnalysis.MOST_INSIGHTS)
            .toList(),
        rules.opportunities(),
        List.of(rules.summary().getFirst(), "Look again after two weeks."));
  }

  private Optional<String> insight(Finding finding) {
    Optional<String> fact =
        judgement.sheet().facts().stream()
            .filter(each -> each.finding().equals(Optional.of(finding.id())))
            .filter(each -> each.figure().entity().equals(finding.entity()))
            .map(Fact::id)
            .findFirst();
    return judgement
        .sheet()
        .aliasOf(finding.entity())
        .flatMap(alias -> fact.map(id -> "{%s}: {%s}".formatted(alias.id(), id)));
  }

  private boolean isTrue(AnalysisDraft rules, String insight) {
    return grounding.check(
            new AnalysisDraft(rules.overallHealth(), List.of(insight), List.of(), rules.summary()))
        instanceof Grounded;
  }

  private static AnalysisDraft reversed(AnalysisDraft rules) {
    return new AnalysisDraft(
        rules.overallHealth(),
        rules.insights().reversed(),
        rules.opportunities().reversed(),
        rules.summary());
  }

  private static AnalysisDraft brief(AnalysisDraft rules) {
    return new AnalysisDraft(
        rules.overallHealth(),
        rules.insights().stream().limit(1).toList(),
        rules.opportunities().stream().limit(1).toList(),
        List.of(rules.summary().getFirst(), "Other findings matter less."));
  }
}
