package dev.spendlight.prompt;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;

/// The one thing to do about a finding, in words and placeholders.
final class ActionLine {
  private final FactSheet sheet;
  private final Finding finding;
  private final Tags tags;

  private ActionLine(FactSheet sheet, Finding finding, Tags tags) {
    this.sheet = sheet;
    this.finding = finding;
    this.tags = tags;
  }

  static String of(FactSheet sheet, Finding finding, Action action, Tags tags) {
    return new ActionLine(sheet, finding, tags).line(action);
  }

  private String line(Action action) {
    String on = PromptWriter.thing(sheet, action.on(), tags);
    return switch (action) {
      case Action.Pause any -> "pause " + on;
      case Action.AddNegativeExact any -> "add " + on + " as a negative exact keyword";
      case Action.AddNegativeProduct any -> "add " + on + " as a negative product target";
      case Action.SetBid bid ->
          (bid.from().filter(from -> from.compareTo(bid.to()) < 0).isPresent() ? "raise" : "lower")
              + " the bid of "
              + on
              + bid.from().map(from -> " from " + fact(bid.on(), Metric.BID, from)).orElse("")
              + " to "
              + fact(bid.on(), Metric.BID, bid.to());
      case Action.ChangeBids bids ->
          (bids.change().signum() < 0 ? "lower" : "raise")
              + " the bids of "
              + on
              + " by "
              + fact(bids.on(), Metric.BID_CHANGE, bids.change());
      case Action.SetDailyBudget budget ->
          (budget.from().compareTo(budget.to()) < 0 ? "raise" : "lower")
              + " the daily budget of "
              + on
              + " from "
              + fact(budget.on(), Metric.DAILY_BUDGET, budget.from())
              + " to "
              + fact(budget.on(), Metric.DAILY_BUDGET, budget.to());
      case Action.Inspect inspect ->
          switch (inspect.what()) {
            case ORDER_REPORTING -> "check whether orders are still counted";
            case PRODUCT_PAGE -> "check the product page behind " + on;
            case DELIVERY -> "check whether the ads of " + on + " can still be served";
          };
    };
  }

  private String fact(Entity on, Metric metric, BigDecimal value) {
    return sheet.facts().stream()
        .filter(each -> each.finding().filter(finding.id()::equals).isPresent())
        .filter(each -> each.figure().entity().equals(on) && each.figure().metric() == metric)
        .filter(each -> each.figure().value().compareTo(value) == 0)
        .map(Fact::id)
        .map("{%s}"::formatted)
        .findFirst()
        .orElse("what its facts say");
  }
}
