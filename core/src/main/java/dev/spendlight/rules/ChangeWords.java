package dev.spendlight.rules;

import dev.spendlight.finding.Driver.YourChange;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;
import java.util.Optional;

/// What the account's own people changed at about the time when a finding began: with its figures
/// where the very thing was changed, else in words.
record ChangeWords(Finding finding, Sentence sentence) {

  Optional<String> words() {
    return finding.drivers().stream()
        .filter(YourChange.class::isInstance)
        .map(YourChange.class::cast)
        .findFirst()
        .map(change -> "at about that time " + words(change));
  }

  private String words(YourChange change) {
    boolean itself = change.on().equals(finding.entity());
    return switch (change.what()) {
      case BID ->
          itself
              ? "you changed it " + fromTo(change, Metric.BID)
              : change.to() > change.from() ? "you raised bids in it" : "you lowered bids in it";
      case DAILY_BUDGET ->
          itself
              ? "you changed it " + fromTo(change, Metric.DAILY_BUDGET)
              : change.to() > change.from()
                  ? "you raised a daily budget"
                  : "you lowered a daily budget";
      case STATUS -> change.to() > change.from() ? "you enabled it" : "you paused it";
    };
  }

  private String fromTo(YourChange change, Metric metric) {
    return "from "
        + sentence.stating(change.on(), metric, change.from())
        + " to "
        + sentence.stating(change.on(), metric, change.to());
  }
}
