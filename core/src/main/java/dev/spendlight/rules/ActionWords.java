package dev.spendlight.rules;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;

/// What to do about a finding, as one sentence without a final stop.
record ActionWords(Finding finding, Sentence sentence) {

  String words() {
    return switch (finding.action().orElseThrow()) {
      case Action.Pause pause -> "Pause " + of(pause.on()) + inCampaign();
      case Action.AddNegativeExact negative ->
          "Add " + sentence.name(negative.on()) + " as a negative exact keyword" + inCampaign();
      case Action.AddNegativeProduct negative ->
          "Add " + sentence.name(negative.on()) + " as a negative product target" + inCampaign();
      case Action.SetBid bid ->
          (bid.from().filter(from -> from.compareTo(bid.to()) < 0).isPresent()
                  ? "Raise "
                  : "Lower ")
              + of(bid.on())
              + inCampaign()
              + bid.from().map(from -> " from " + bid(bid, from)).orElse("")
              + " to "
              + bid(bid, bid.to());
      case Action.ChangeBids bids -> bids(bids);
      case Action.SetDailyBudget budget ->
          (budget.from().compareTo(budget.to()) < 0 ? "Raise " : "Lower ")
              + of(budget.on())
              + " from "
              + sentence.stating(budget.on(), Metric.DAILY_BUDGET, budget.from())
              + " to "
              + sentence.stating(budget.on(), Metric.DAILY_BUDGET, budget.to());
      case Action.Inspect inspect -> inspection(inspect);
    };
  }

  private String bid(Action.SetBid bid, BigDecimal value) {
    return sentence.stating(bid.on(), Metric.BID, value);
  }

  private String bids(Action.ChangeBids bids) {
    boolean lower = bids.change().signum() < 0;
    String share = sentence.stating(bids.on(), Metric.BID_CHANGE, bids.change());
    return switch (bids.on()) {
      case Entity.Placement placement ->
          "Lower the bid adjustment of "
              + of(placement)
              + " so that its clicks are bid "
              + share
              + " less; where it has none, lower the campaign's bids and adjust the other"
              + " placements up";
      case Entity.Product product ->
          (lower ? "Lower" : "Raise") + " the bids for " + of(product) + " by " + share + again();
      case Entity.Keyword target ->
          (lower ? "Lower" : "Raise")
              + " the bid of "
              + of(target)
              + inCampaign()
              + " by "
              + share
              + again();
      default ->
          (lower ? "Lower" : "Raise") + " the bids of " + of(bids.on()) + " by " + share + again();
    };
  }

  private static String again() {
    return ", then look again after two weeks";
  }

  private String inspection(Action.Inspect inspect) {
    return switch (inspect.what()) {
      case ORDER_REPORTING ->
          "Check whether orders are still counted before changing any bid: compare these reports"
              + " with the platform's own sales figures";
      case PRODUCT_PAGE ->
          "Check the product page behind "
              + of(inspect.on())
              + " before changing bids: price, reviews, competing offers, stock, content";
      case DELIVERY ->
          "Check whether the ads of "
              + of(inspect.on())
              + " can still be served: status, eligibility, stock, bids, budget";
    };
  }

  private String of(Entity entity) {
    return new EntityWords(sentence).of(entity);
  }

  private String inCampaign() {
    return " in campaign " + sentence.campaign();
  }
}
