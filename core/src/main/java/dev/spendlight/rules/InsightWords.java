package dev.spendlight.rules;

import dev.spendlight.finding.Direction;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;

/// One finding in a line that stays under the length of an insight with a name of 24 characters.
///
/// The longest is `"name": conversion rate 12.5% (28 Nov-21 Dec), 19.1% before`.
record InsightWords(Finding finding, Sentence sentence) {

  String words() {
    return switch (finding.kind()) {
      case TRACKING_BROKEN -> "Order tracking may be broken: " + ordersAndDue();
      case MARKET_SHIFT -> "The whole account: " + shift();
      case DATA_MISSING -> sentence.with("%s", Metric.MISSING_DAYS);
      case BUDGET_EXHAUSTED ->
          sentence.it()
              + sentence
                  .fact(Metric.TIME_IN_BUDGET)
                  .map(" was %s"::formatted)
                  .orElse(" spends its daily budget nearly every day");
      default -> sentence.it() + ": " + seen();
    };
  }

  private String seen() {
    return switch (finding.kind()) {
      case ZERO_CONVERSION, WASTED_SEARCH_TERM -> sentence.list(Metric.CLICKS, Metric.ORDERS);
      case CONVERSION_COLLAPSE -> sentence.changeBriefly(Metric.CVR);
      case BLEEDING -> finding.onset().isPresent() ? sentence.changeBriefly(Metric.CVR) : cost();
      case BID_TOO_HIGH, PLACEMENT_INEFFICIENT -> cost();
      case CPC_INFLATION -> sentence.changeBriefly(Metric.CPC);
      case ORDER_VALUE_DROP -> sentence.changeBriefly(Metric.AOV);
      case IMPRESSION_DROP -> shown();
      case LAUNCH_OUTPERFORMING, LAUNCH_UNDERPERFORMING -> ordersAndDue();
      case TRACKING_BROKEN, MARKET_SHIFT, DATA_MISSING, BUDGET_EXHAUSTED ->
          sentence.with("%s", Metric.WEEKLY_IMPACT);
    };
  }

  private String cost() {
    return sentence.fact(Metric.ACOS).orElseGet(() -> sentence.list(Metric.SPEND, Metric.ORDERS));
  }

  private String ordersAndDue() {
    return sentence.with("%s", Metric.ORDERS) + sentence.with(", %s due", Metric.EXPECTED_ORDERS);
  }

  private String shown() {
    return sentence.seenAndDue(Metric.DAILY_IMPRESSIONS, ", ") + " due";
  }

  private String shift() {
    return finding.evidence().metric() == Metric.IMPRESSIONS
        ? shown()
        : sentence.with("%s", Metric.CVR)
            + (finding.direction() == Direction.ABOVE
                ? ", more than before"
                : ", less than before");
  }
}
