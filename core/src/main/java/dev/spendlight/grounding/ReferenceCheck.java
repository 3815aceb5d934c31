package dev.spendlight.grounding;

import dev.spendlight.fact.Fact;
import dev.spendlight.grounding.Contrast.With;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Term;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is and what it is held against stand in their places: `from` what was, `to` what is,
/// `against` what was or would be usual; and what would be usual is called so.
final class ReferenceCheck implements Check {
  private static final Set<String> FROM = Set.of("from", "up from", "down from");
  private static final Set<String> AGAINST =
      Set.of(
          "against", "versus", "vs", "compared with", "compared to", "relative to", "rather than");

  /// Words that say which of two figures is meant.
  private static final Set<String> PLACING =
      Stream.of(FROM, AGAINST, Set.of("to"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      int at = place;
      if (passage.part(place) instanceof Cited cited) {
        usual(passage, place, cited.fact(), faults);
      }
      if (passage.part(place) instanceof Term term && PLACING.contains(term.text())) {
        passage.factRightAfter(place).ifPresent(fact -> after(passage, at, fact, faults));
      }
    }
  }

  private static void after(Passage passage, int place, Fact fact, Consumer<String> faults) {
    List<Contrast> contrasts = passage.contrasts();
    boolean isNow =
        contrasts.stream()
            .anyMatch(each ->
                each.current().equals(fact)
                    && (each.with() == With.BEFORE || passage.facts().contains(each.reference())));
    boolean isReference =
        contrasts.stream()
            .anyMatch(each -> each.with() == With.BEFORE && each.reference().equals(fact));
    if (passage.term(place).filter(each -> FROM.contains(each.text())).isPresent() && isNow) {
      faults.accept(
          "“from” stands before {%s}, which is the later figure: it goes with the earlier one."
              .formatted(fact.id()));
    }
    if (passage.says(place, "to") && isReference) {
      faults.accept(
          "“to” stands before {%s}, which is the earlier figure: it goes with the later one."
              .formatted(fact.id()));
    }
    Predicate<Contrast> reversed =
        each -> each.current().equals(fact) && passage.facts().contains(each.reference());
    if (passage.term(place).filter(each -> AGAINST.contains(each.text())).isPresent()
        && contrasts.stream().anyMatch(reversed)) {
      faults.accept(
          "{%s} is what is, and stands where what it is held against belongs: turn the two around."
              .formatted(fact.id()));
    }
  }

  /// An estimate of what would be usual reads like something seen unless it is called usual.
  private static void usual(Passage passage, int place, Fact fact, Consumer<String> faults) {
    boolean estimate = isEstimate(fact);
    boolean called = passage.clauseMeans(place, Sense.EXPECTED);
    boolean held =
        passage.term(place - 1).filter(each -> AGAINST.contains(each.text())).isPresent();
    if (estimate && !called && !held) {
      faults.accept(
          "{%s} is an estimate of what would be usual: call it usual, expected or due."
              .formatted(fact.id()));
    }
    if (estimate && passage.clauseMeans(place, Sense.SEEN)) {
      faults.accept("{%s} is an estimate, and was not seen.".formatted(fact.id()));
    }
    boolean comparison =
        passage
            .clauseOf(place)
            .anyMatch(each ->
                passage.says(each, "than")
                    || passage.means(each, Sense.ABOVE)
                    || passage.means(each, Sense.BELOW));
    boolean other =
        passage
            .clauseOf(place)
            .anyMatch(each ->
                passage.part(each) instanceof Cited cited && isReference(passage, cited.fact()));
    if (called && !other && !comparison) {
      faults.accept(
          "{%s} was seen, and is called usual or expected: use the fact that says what would be usual."
              .formatted(fact.id()));
    }
  }

  private static boolean isEstimate(Fact fact) {
    return fact.figure().metric() == Metric.EXPECTED_ORDERS
        || (fact.figure().metric() == Metric.DAILY_IMPRESSIONS
            && fact.figure().nature() == Figure.Nature.ESTIMATED);
  }

  private static boolean isReference(Passage passage, Fact fact) {
    return isEstimate(fact)
        || fact.figure().metric() == Metric.TARGET_ACOS
        || passage.contrasts().stream().anyMatch(each -> each.reference().equals(fact));
  }
}
