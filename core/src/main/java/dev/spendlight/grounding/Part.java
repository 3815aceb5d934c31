package dev.spendlight.grounding;

import dev.spendlight.fact.Alias;
import dev.spendlight.fact.Fact;
import dev.spendlight.metric.Metric;
import java.util.Set;

/// One piece of a draft's text.
sealed interface Part {

  /// A word, or a phrase of the lexicon.
  ///
  /// @param text in lower case, without a possessive ending
  /// @param capital whether it starts with a capital letter
  record Term(String text, boolean capital, Set<Meaning> meanings) implements Part {
    boolean means(Meaning meaning) {
      return meanings.contains(meaning);
    }

    boolean measures(Metric metric) {
      return meanings.contains(new Meaning.Measure(metric));
    }
  }

  /// A fact in its place.
  record Cited(Fact fact) implements Part {
    Metric metric() {
      return fact.figure().metric();
    }
  }

  /// A thing in its place.
  record Named(Alias alias) implements Part {}

  /// A punctuation mark; anything that cannot be read is `?`.
  record Mark(char character) implements Part {}
}
