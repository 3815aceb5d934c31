package dev.spendlight.document;

import dev.spendlight.finding.Action;
import java.util.Locale;

/// How an action is told: its type, what it is done to, and its numbers.
final class ActionJson {
  private ActionJson() {}

  static void write(Json json, Action action) {
    switch (action) {
      case Action.Pause pause -> json.text("type", "pause");
      case Action.AddNegativeExact negative ->
          json.text("type", "add_negative_exact").text("search_term", negative.on().name());
      case Action.AddNegativeProduct negative ->
          json.text("type", "add_negative_product").text("asin", negative.on().name());
      case Action.SetBid bid ->
          json.text("type", "set_bid").decimal("from", bid.from()).decimal("to", bid.to());
      case Action.ChangeBids bids ->
          json.text("type", "change_bids").decimal("change", bids.change());
      case Action.Inspect inspect ->
          json.text("type", "inspect").text("what", inspect.what().name().toLowerCase(Locale.ROOT));
      case Action.SetDailyBudget budget ->
          json.text("type", "set_daily_budget")
              .decimal("from", budget.from())
              .decimal("to", budget.to());
    }
    json.object("on", on -> EntityJson.write(on, action.on()));
  }
}
