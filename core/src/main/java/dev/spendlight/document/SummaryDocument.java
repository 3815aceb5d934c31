package dev.spendlight.document;

import dev.spendlight.summary.AccountSummary;
import java.util.Currency;

/// `summary --json`, described by `summary.schema.json`.
public final class SummaryDocument {
  private SummaryDocument() {}

  public static String of(AccountSummary summary) {
    return Json.object(json ->
        json.text("account", summary.account().value())
            .text("as_of", summary.asOf().toString())
            .text("currency", summary.currency().map(Currency::getCurrencyCode))
            .object("window", window -> FigureJson.period(window, summary.window()))
            .text("report", summary.coverage().kind().key())
            .text("grain", summary.coverage().grain().key())
            .object("totals", totals -> FigureJson.metrics(totals, summary.totals()))
            .objects(
                "campaigns",
                summary.campaigns(),
                (campaign, each) -> {
                  campaign
                      .text("campaign_id", each.campaign().id())
                      .text("campaign_name", each.campaign().name());
                  FigureJson.metrics(campaign, each.metrics());
                })
            .object(
                "omitted",
                omitted ->
                    omitted
                        .number("campaigns", summary.omitted().campaigns())
                        .decimal("spend", summary.omitted().spend()))
            .objects(
                "outliers",
                summary.outliers(),
                (outlier, each) ->
                    outlier
                        .text("campaign_id", each.campaign().id())
                        .text("campaign_name", each.campaign().name())
                        .text("metric", each.metric().key())
                        .decimal("value", Json.rounded(each.value()))
                        .decimal("account", Json.rounded(each.account())))
            .texts("caveats", summary.caveats()));
  }
}
