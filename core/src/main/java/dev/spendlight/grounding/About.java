package dev.spendlight.grounding;

import dev.spendlight.fact.Fact;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Term;
import dev.spendlight.metric.Metric;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what a word speaks of.
final class About {
  private About() {}

  /// The metric that a word for a move speaks of: its own, that of the last words before it, that
  /// of the next words or fact after it, or that of a fact before it.
  static Optional<Metric> metric(Passage passage, int place) {
    return Stream.of(
            passage.term(place).flatMap(About::metric),
            inClause(passage, place, -1, About::word),
            inClause(passage, place, 1, About::wordOrFact),
            inClause(passage, place, -1, About::wordOrFact),
            nearestFact(passage, place))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Optional<Metric> metric(Term term) {
    Optional<Metric> least = Optional.empty();
    for (Meaning meaning : term.meanings()) {
      if (meaning instanceof Meaning.Measure(Metric metric)
          && metric != Metric.TARGET_ACOS
          && least.filter(each -> each.compareTo(metric) < 0).isEmpty()) {
        least = Optional.of(metric);
      }
    }
    return least;
  }

  private interface Reader {
    Optional<Metric> read(Part part);
  }

  private static Optional<Metric> word(Part part) {
    return part instanceof Term term ? metric(term) : Optional.empty();
  }

  private static Optional<Metric> wordOrFact(Part part) {
    return part instanceof Cited cited ? Optional.of(cited.metric()) : word(part);
  }

  private static Optional<Metric> inClause(Passage passage, int place, int step, Reader reader) {
    for (int i = place + step; passage.isSameClause(place, i); i += step) {
      Optional<Metric> metric = reader.read(passage.part(i));
      if (metric.isPresent()) {
        return metric;
      }
    }
    return Optional.empty();
  }

  private static Optional<Metric> nearestFact(Passage passage, int place) {
    Optional<Fact> fact =
        passage
            .sentenceOf(place)
            .boxed()
            .filter(each -> passage.part(each) instanceof Cited)
            .min(Comparator.comparingInt(each -> each > place ? each - place : 1000 + place - each))
            .map(each -> ((Cited) passage.part(each)).fact());
    return fact.map(each -> each.figure().metric());
  }
}
