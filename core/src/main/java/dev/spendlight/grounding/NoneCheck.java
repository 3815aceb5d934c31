package dev.spendlight.grounding;

import dev.spendlight.fact.Fact;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.metric.Metric;
import java.util.Set;
import java.util.function.Consumer;

/// `no orders` and `without a sale` are figures too: they need a fact that is zero.
final class NoneCheck implements Check {
  private static final Set<FindingKind> ORDERLESS =
      Set.of(FindingKind.ZERO_CONVERSION, FindingKind.WASTED_SEARCH_TERM);

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    passage
        .placesOf(Sense.NONE_OF)
        .filter(place -> !holds(passage))
        .forEach(place ->
            faults.accept(
                "“%s” is not what the facts say: cite the number of orders."
                    .formatted(passage.term(place).orElseThrow().text())));
    boolean share =
        passage.facts().stream().anyMatch(each -> each.figure().metric() == Metric.SPEND_SHARE);
    if (share && passage.placesOf(Sense.NONE_OF).findAny().isEmpty()) {
      faults.accept("A share of spend without orders is cited: say that it is without orders.");
    }
  }

  /// A share of spend is one without orders by what it is; an impact of the same kinds is what is
  /// spent in vain.
  private static boolean holds(Passage passage) {
    boolean share =
        passage.facts().stream().anyMatch(each -> each.figure().metric() == Metric.SPEND_SHARE);
    return share || passage.findings().stream().anyMatch(each -> holds(passage, each));
  }

  private static boolean holds(Passage passage, Finding finding) {
    boolean impact = passage.piece() == Piece.IMPACT;
    return ORDERLESS.contains(finding.kind())
        && (impact
            || passage.evidences().factsOf(finding).stream()
                .map(Fact::figure)
                .anyMatch(each ->
                    each.metric() == Metric.ORDERS
                        && each.entity().equals(finding.entity())
                        && each.value().signum() == 0));
  }
}
