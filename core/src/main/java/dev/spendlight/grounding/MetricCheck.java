package dev.spendlight.grounding;

import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.Impact;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Mark;
import dev.spendlight.grounding.Part.Term;
import dev.spendlight.metric.Metric;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The name of a metric that leads to a fact, or follows right after it, is the fact's own.
///
/// `The conversion rate fell to {f1}` speaks of {f1}; `clicks brought {f1}` does not, for something
/// that is brought is another thing than what brings it.
final class MetricCheck implements Check {
  /// Before a fact these begin something new.
  private static final Set<String> APART =
      Set.of("with", "for", "on", "without", "and", "or", "against", "versus", "after");

  /// Between words and a fact these begin something new wherever they stand.
  private static final Set<String> BEGIN = Set.of("that", "which", "than", "before", "so");

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      if (passage.part(place) instanceof Cited cited) {
        Stream.of(leading(passage, place), following(passage, place))
            .flatMap(Optional::stream)
            .filter(term -> !agrees(passage, term, cited))
            .forEach(term ->
                faults.accept(
                    "“%s” speaks of {%s}, which is %s: use the fact that is meant, or other words."
                        .formatted(term.text(), cited.fact().id(), cited.metric().words())));
        fromTo(passage, place, cited, faults);
      }
    }
  }

  /// `from {f1} to {f2}`: both of one metric.
  private static void fromTo(Passage passage, int place, Cited from, Consumer<String> faults) {
    if (passage.says(place + 1, "to")
        && passage.factRightAfter(place + 1).isPresent()
        && Moves.family(passage.factRightAfter(place + 1).get().figure().metric())
            != Moves.family(from.metric())) {
      faults.accept(
          "{%s} goes “to” a figure of another metric: use the two of one metric."
              .formatted(from.fact().id()));
    }
  }

  /// The last metric named before a fact in its clause, unless something new begins between.
  private static Optional<Term> leading(Passage passage, int fact) {
    int place = fact - 1;
    while (passage.says(place, "a") || passage.says(place, "an") || passage.says(place, "the")) {
      place--;
    }
    if (passage.term(place).filter(each -> APART.contains(each.text())).isPresent()) {
      return Optional.empty();
    }
    if (isJoint(passage, place)) {
      place--;
    }
    while (passage.part(place) instanceof Term term && !begins(term)) {
      if (About.metric(term).isPresent() || term.measures(Metric.TARGET_ACOS)) {
        return Optional.of(term);
      }
      place--;
      // A thing between belongs to the metric: the spend of {c1} was {f1}.
      if (passage.part(place) instanceof Part.Named) {
        place--;
      }
    }
    return Optional.empty();
  }

  /// `ACOS: {f1}` and `ACOS, {f1}`: the mark right after a metric does not part them.
  private static boolean isJoint(Passage passage, int place) {
    return passage.part(place) instanceof Mark(char mark)
        && ":,(-—".indexOf(mark) >= 0
        && passage.term(place - 1).flatMap(About::metric).isPresent();
  }

  private static boolean begins(Term term) {
    return term.means(Sense.TRANSFER)
        || BEGIN.contains(term.text())
        || term.means(Sense.EXPECTED)
        || term.text().equals("but")
        || term.text().equals("while");
  }

  private static Optional<Term> following(Passage passage, int fact) {
    int place = fact + 1;
    if (passage.says(place, "of") || passage.says(place, "in")) {
      place++;
    }
    return passage.term(place).filter(each -> About.metric(each).isPresent());
  }

  private static boolean agrees(Passage passage, Term term, Cited cited) {
    Metric fact = cited.metric();
    boolean same =
        term.meanings().stream()
            .anyMatch(each ->
                each instanceof Meaning.Measure(Metric metric)
                    && Moves.family(metric) == Moves.family(fact));
    return same || (fact == Metric.WEEKLY_IMPACT && isWorth(passage, term));
  }

  /// What an impact is an amount of: spend for what is spent in vain, margin where it is known.
  private static boolean isWorth(Passage passage, Term term) {
    return passage.findings().stream()
        .anyMatch(each ->
            (term.measures(Metric.SPEND) && isOfSpend(each))
                || (term.text().equals("margin") && isOfMargin(each)));
  }

  private static boolean isOfSpend(Finding finding) {
    return finding.kind() != FindingKind.BUDGET_EXHAUSTED
        && finding.kind() != FindingKind.LAUNCH_OUTPERFORMING
        && !isOfMargin(finding);
  }

  private static boolean isOfMargin(Finding finding) {
    return finding.impact().map(Impact::basis).filter(each -> each.contains("margin")).isPresent();
  }
}
