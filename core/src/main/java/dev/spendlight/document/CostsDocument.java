package dev.spendlight.document;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.CostReport;
import dev.spendlight.log.CostSums;
import dev.spendlight.model.Usage;

/// `costs --json`, described by `costs.schema.json`.
public final class CostsDocument {
  private CostsDocument() {}

  public static String of(CostReport report) {
    return Json.object(json ->
        json.text("account", report.account().map(AccountId::value))
            .text("from", report.days().map(days -> days.from().toString()))
            .text("to", report.days().map(days -> days.to().toString()))
            .object("totals", totals -> sums(totals, report.totals()))
            .objects(
                "lines",
                report.lines(),
                (line, each) -> {
                  line.text("day", each.day().toString())
                      .text("account", each.account().value())
                      .text("model", each.model());
                  sums(line, each.sums());
                }));
  }

  /// Dollars are exact.
  private static void sums(Json json, CostSums sums) {
    json.number("calls", sums.calls())
        .number("reused", sums.reused())
        .number("attempts", sums.attempts())
        .number("unpriced_calls", sums.unpriced())
        .object("tokens", tokens -> tokens(tokens, sums.usage()))
        .decimal("cost_usd", Json.rounded(sums.cost().dollars()))
        .decimal("unbilled_at_most_usd", Json.rounded(sums.unbilled().dollars()))
        .decimal("cache_savings_usd", Json.rounded(sums.saved().dollars()));
  }

  private static void tokens(Json json, Usage usage) {
    json.number("input", usage.input())
        .number("cache_write_5m", usage.cacheWrite5m())
        .number("cache_write_1h", usage.cacheWrite1h())
        .number("cache_read", usage.cacheRead())
        .number("output", usage.output());
  }
}
