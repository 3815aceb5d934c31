package dev.spendlight.grounding;

import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.Impact;
import dev.spendlight.grounding.Part.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Superlatives and counts are refused, unless they rank a finding among all findings, which can be
/// looked up.
final class RankCheck implements Check {
  private static final Set<String> OF_MANY = Set.of("all", "all of", "every", "each");

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      if (passage.part(place) instanceof Term term && !term.meanings().isEmpty()) {
        term(passage, place, term, faults);
      }
    }
  }

  private static void term(Passage passage, int place, Term term, Consumer<String> faults) {
    if (term.means(Sense.SUPERLATIVE)) {
      faults.accept(
          "“%s” ranks it among others, which no fact shows: say what its own facts say."
              .formatted(term.text()));
    }
    if (term.means(Sense.QUANTIFIER) && !isActionOnMany(passage, place)) {
      faults.accept(
          "“%s” counts things without a fact: leave it out, or cite a fact that counts them."
              .formatted(term.text()));
    }
    if (term.means(Sense.RANK)
        && passage.findings().stream().noneMatch(each -> isFirst(passage, each, term))) {
      faults.accept(
          "“%s” is not what the findings show: only the first of them may be called so."
              .formatted(term.text()));
    }
    if (term.means(Sense.NOTHING_FOUND)
        && passage.evidences().sheet().findings().findings().stream()
            .anyMatch(each -> !each.kind().isContext())) {
      faults.accept("“%s” is not so: there are findings.".formatted(term.text()));
    }
  }

  /// Bids are changed for everything that a campaign, ad group or match type holds.
  private static boolean isActionOnMany(Passage passage, int place) {
    return passage.piece() == Piece.RECOMMENDATION
        && passage.findings().stream()
            .flatMap(each -> each.action().stream())
            .anyMatch(Action.ChangeBids.class::isInstance)
        && passage.term(place).map(Term::text).filter(OF_MANY::contains).isPresent();
  }

  private static boolean isFirst(Passage passage, Finding finding, Term term) {
    List<Finding> all =
        passage.evidences().sheet().findings().findings().stream()
            .filter(each -> !each.kind().isContext())
            .toList();
    boolean overall = term.text().contains("opportunity") && !isPromise(finding);
    List<Finding> group =
        overall ? all : all.stream().filter(each -> isPromise(each) == isPromise(finding)).toList();
    return !group.isEmpty()
        && (group.getFirst().equals(finding)
            || group.stream()
                .map(RankCheck::amount)
                .allMatch(each -> each.compareTo(amount(finding)) <= 0));
  }

  private static BigDecimal amount(Finding finding) {
    return finding.impact().map(Impact::amount).orElse(BigDecimal.ZERO);
  }

  /// Good news that could bring more.
  private static boolean isPromise(Finding finding) {
    return finding.kind() == FindingKind.LAUNCH_OUTPERFORMING
        || finding.kind() == FindingKind.BUDGET_EXHAUSTED;
  }
}
