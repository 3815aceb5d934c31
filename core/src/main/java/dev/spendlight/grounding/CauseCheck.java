package dev.spendlight.grounding;

import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Term;
import dev.spendlight.metric.Metric;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A cause is a driver of the finding with a fifth of the change or more. What reports do not show
/// is never a cause: it may be, or is to be checked.
final class CauseCheck implements Check {
  private static final double LEAST_SHARE = 0.2;

  private static final Set<Metric> COUNTED = Set.of(Metric.ORDERS, Metric.SALES, Metric.CLICKS);
  private static final Set<String> PRONOUNS = Set.of("they", "which", "it", "these", "that");

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      if (passage.part(place) instanceof Term term && !term.meanings().isEmpty()) {
        term(passage, place, term, faults);
      }
    }
  }

  private static void term(Passage passage, int place, Term term, Consumer<String> faults) {
    boolean because = term.means(Sense.BECAUSE);
    if (because || (term.means(Sense.THEREFORE) && !isCount(passage, place))) {
      Set<Metric> causes = metrics(passage, place, because);
      Set<Metric> effects = metrics(passage, place, !because);
      if (passage.findings().stream().noneMatch(each -> drives(each, causes, effects))) {
        faults.accept(
            "“%s” gives a cause that is no driver of the finding: say only what is, without why."
                .formatted(term.text()));
      }
    }
    Topics.topics(term).forEach(topic -> topic(passage, place, term, topic, faults));
  }

  /// `clicks led to {f1}`: what clicks or spend came to is counted, and no cause.
  private static boolean isCount(Passage passage, int place) {
    boolean counted =
        passage
            .factRightAfter(place)
            .filter(each -> COUNTED.contains(each.figure().metric()))
            .isPresent();
    return counted
        && passage
            .term(place - 1)
            .filter(each ->
                PRONOUNS.contains(each.text())
                    || each.measures(Metric.CLICKS)
                    || each.measures(Metric.SPEND))
            .isPresent();
  }

  private static void topic(
      Passage passage, int place, Term term, Topic topic, Consumer<String> faults) {
    boolean fits =
        passage.findings().stream()
            .anyMatch(each -> Topics.of(each, passage.piece()).contains(topic));
    if (!fits) {
      faults.accept(
          "“%s” is nothing that the facts tell of, and does not fit the finding: leave it out."
              .formatted(term.text()));
    } else if (!passage.sentenceMeans(place, Sense.HEDGE)
        && !passage.sentenceMeans(place, Sense.ACTION_INSPECT)) {
      faults.accept(
          "“%s” is nothing that the facts tell of: say that it may be so, or that it is to be checked."
              .formatted(term.text()));
    }
  }

  /// Metrics named or cited on one side of a word, within its sentence.
  private static Set<Metric> metrics(Passage passage, int place, boolean after) {
    return passage
        .sentenceOf(place)
        .filter(each -> after ? each > place : each < place)
        .mapToObj(passage::part)
        .flatMap(each ->
            switch (each) {
              case Cited cited -> Stream.of(cited.metric());
              case Term term -> About.metric(term).stream();
              case Part.Named any -> Stream.<Metric>empty();
              case Part.Mark any -> Stream.<Metric>empty();
            })
        .collect(Collectors.toSet());
  }

  private static boolean drives(Finding finding, Set<Metric> causes, Set<Metric> effects) {
    return finding.drivers().stream()
        .anyMatch(each ->
            switch (each) {
              case Driver.Part part ->
                  causes.contains(part.factor())
                      && (effects.isEmpty() || effects.stream().allMatch(of -> isEffect(part, of)))
                      && Evidences.share(finding, part) >= LEAST_SHARE;
              case Driver.YourChange change ->
                  switch (change.what()) {
                    case BID -> causes.contains(Metric.BID);
                    case DAILY_BUDGET -> causes.contains(Metric.DAILY_BUDGET);
                    case STATUS -> false;
                  };
            });
  }

  /// A driver of sales drives, spend being told apart, the ratio that has sales in it.
  private static boolean isEffect(Driver.Part part, Metric effect) {
    return effect == part.of()
        || effect == part.factor()
        || (part.of() == Metric.SALES && (effect == Metric.ACOS || effect == Metric.ORDERS));
  }
}
