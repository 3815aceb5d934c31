package dev.spendlight.grounding;

import dev.spendlight.metric.Metric;
import java.util.Set;

/// Bids and budgets: what people set, as opposed to what comes of it.
final class Settings {
  static final Set<Metric> METRICS = Set.of(Metric.BID, Metric.DAILY_BUDGET, Metric.BID_CHANGE);

  private Settings() {}

  /// Whether a clause names a bid or a budget, or cites the fact of one.
  static boolean areSpokenOf(Passage passage, int place) {
    return passage
        .clauseOf(place)
        .anyMatch(each ->
            switch (passage.part(each)) {
              case Part.Term term ->
                  term.measures(Metric.BID) || term.measures(Metric.DAILY_BUDGET);
              case Part.Cited cited -> METRICS.contains(cited.metric());
              case Part.Named any -> false;
              case Part.Mark any -> false;
            });
  }
}
