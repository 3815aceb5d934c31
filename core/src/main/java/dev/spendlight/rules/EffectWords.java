package dev.spendlight.rules;

import dev.spendlight.finding.Finding;
import dev.spendlight.finding.Impact;
import dev.spendlight.metric.Metric;

/// What a finding costs or could bring, as an estimate and without a final stop. Nothing is ever
/// promised.
record EffectWords(Finding finding, Sentence sentence) {

  String words() {
    return sentence.with("%s", Metric.WEEKLY_IMPACT) + what();
  }

  private String what() {
    return switch (finding.kind()) {
      case ZERO_CONVERSION -> finding.onset().isPresent() ? lost() : " of spend without orders";
      case WASTED_SEARCH_TERM -> " of spend without orders";
      case BLEEDING ->
          finding.onset().isPresent() ? lost() : " of spend beyond what its orders pay for";
      case PLACEMENT_INEFFICIENT, BID_TOO_HIGH -> " of spend beyond what its orders pay for";
      case CPC_INFLATION -> " paid beyond the former price of its clicks";
      case CONVERSION_COLLAPSE, TRACKING_BROKEN, ORDER_VALUE_DROP -> lost();
      case IMPRESSION_DROP -> worth("the sales that went with the impressions", true);
      case BUDGET_EXHAUSTED -> worth("the sales that its budget misses", true);
      case LAUNCH_OUTPERFORMING -> worth("its sales beyond those of comparable campaigns", false);
      case LAUNCH_UNDERPERFORMING -> worth("the sales by which it stays behind", false);
      case MARKET_SHIFT, DATA_MISSING -> "";
    };
  }

  private String lost() {
    return isMargin()
        ? " of margin on sales that were due and did not come"
        : " of spend that no longer brings sales";
  }

  /// @param net whether what the sales would cost in ads is taken off
  private String worth(String sales, boolean net) {
    return isMargin()
        ? " of margin on " + sales + (net ? ", net of ad spend" : "")
        : ", which is what "
            + sales
            + " may cost in ads"
            + (net ? ", less what they would cost" : "");
  }

  /// Whether the account told its margin; if not, nothing is said of profit.
  private boolean isMargin() {
    return finding.impact().map(Impact::basis).filter(each -> each.contains("margin")).isPresent();
  }
}
