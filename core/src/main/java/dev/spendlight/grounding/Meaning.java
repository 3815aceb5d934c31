package dev.spendlight.grounding;

import dev.spendlight.metric.Metric;

/// What a word or phrase of a draft may mean to a check; a phrase can have several meanings.
sealed interface Meaning permits Sense, Topic, Noun, Meaning.Measure {

  /// The words name a metric.
  record Measure(Metric metric) implements Meaning {}
}
