package dev.spendlight.document;

import dev.spendlight.history.Vanished;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.FileResult;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// `import --json`, described by `import.schema.json`.
public final class ImportDocument {
  private ImportDocument() {}

  /// @param vanished what had spend before and has no row in the later pull
  public static String of(ImportResult result, List<Vanished> vanished) {
    return Json.object(json ->
        json.text("account", result.account().value())
            .objects("files", result.files(), ImportDocument::file)
            .objects(
                "vanished",
                vanished,
                (fields, each) ->
                    fields
                        .text("report", each.kind().key())
                        .text("campaign_id", each.key().campaignId())
                        .text("campaign_name", each.key().campaignName())
                        .text("ad_group_name", each.key().adGroupName())
                        .text("targeting", each.key().targeting())
                        .decimal("spend", each.spend())));
  }

  /// Every file has every field, whatever became of it: what does not apply is null, and a metric
  /// that nothing told is null too.
  private static void file(Json json, FileResult result) {
    json.text("file", result.file());
    switch (result) {
      case ImportResult.Imported imported -> imported(json.text("status", "imported"), imported);
      case ImportResult.Empty any -> nothing(json.text("status", "empty"));
      case ImportResult.Repeated any -> nothing(json.text("status", "repeated"));
      case ImportResult.Refused any -> nothing(json.text("status", "refused"));
    }
    json.text(
            "same_as",
            result instanceof ImportResult.Repeated repeated
                ? Optional.of(repeated.sameAs())
                : Optional.empty())
        .text(
            "error",
            result instanceof ImportResult.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty());
  }

  private static void imported(Json json, ImportResult.Imported imported) {
    FileFacts facts = imported.facts();
    json.text("report", facts.kind().key())
        .text("grain", facts.grain().key())
        .number("rows_read", facts.rowsRead())
        .number("rows_imported", facts.rowsImported())
        .objects(
            "skipped",
            imported.skipped(),
            (skipped, each) ->
                skipped
                    .text("reason", each.reason())
                    .number("count", each.count())
                    .number("first_line", each.firstLine()))
        .text("from", facts.period().map(DateRange::from).map(Object::toString))
        .text("to", facts.period().map(DateRange::to).map(Object::toString))
        .text("currency", facts.currency().map(Currency::getCurrencyCode))
        .object("totals", totals -> FigureJson.sums(totals, imported.totals()))
        .texts("ignored_columns", imported.ignoredColumns())
        .texts("notes", imported.notes());
  }

  private static void nothing(Json json) {
    json.absent("report")
        .absent("grain")
        .number("rows_read", 0)
        .number("rows_imported", 0)
        .texts("skipped", List.of())
        .absent("from")
        .absent("to")
        .absent("currency")
        .object("totals", totals -> FigureJson.sums(totals, Metrics.UNKNOWN))
        .texts("ignored_columns", List.of())
        .texts("notes", List.of());
  }
}
