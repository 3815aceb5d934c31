package dev.spendlight.document;

import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Evidence;
import dev.spendlight.finding.Finding;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// `findings --json`, described by `findings.schema.json`.
public final class FindingsDocument {
  private FindingsDocument() {}

  public static String of(FactSheet sheet) {
    return Json.object(json ->
        json.text("account", sheet.summary().account().value())
            .text("as_of", sheet.summary().asOf().toString())
            .text("currency", sheet.summary().currency().map(Currency::getCurrencyCode))
            .objects(
                "findings",
                sheet.findings().findings(),
                (finding, each) -> write(finding, each, facts(sheet, each)))
            .objects(
                "ruled_out",
                sheet.findings().ruledOut(),
                (ruledOut, each) ->
                    ruledOut
                        .text("kind", each.kind().key())
                        .number("tested", each.tested())
                        .text("text", each.text()))
            .texts("too_thin", sheet.findings().thin()));
  }

  private static List<Fact> facts(FactSheet sheet, Finding finding) {
    return sheet.facts().stream()
        .filter(fact -> fact.finding().equals(Optional.of(finding.id())))
        .toList();
  }

  private static void write(Json json, Finding finding, List<Fact> facts) {
    json.text("id", finding.id())
        .text("kind", finding.kind().key())
        .object("entity", entity -> EntityJson.write(entity, finding.entity()))
        .texts("target_ids", finding.targetIds())
        .text("direction", finding.direction().key())
        .object("window", window -> FigureJson.period(window, finding.window()))
        .text("onset", finding.onset().map(Object::toString))
        .object("evidence", evidence -> evidence(evidence, finding.evidence()));
    finding
        .impact()
        .ifPresentOrElse(
            impact ->
                json.object(
                    "impact",
                    fields ->
                        fields
                            .decimal("amount", Json.rounded(impact.amount()))
                            .text("per", "week")
                            .text("basis", impact.basis())),
            () -> json.absent("impact"));
    json.number("confidence", finding.confidence())
        .objects("drivers", finding.drivers(), DriverJson::write);
    finding
        .action()
        .ifPresentOrElse(
            action -> json.object("action", fields -> ActionJson.write(fields, action)),
            () -> json.absent("action"));
    json.objects("facts", facts, FigureJson::fact);
  }

  private static void evidence(Json json, Evidence evidence) {
    json.text("metric", evidence.metric().key())
        .number("observed", evidence.observed())
        .number("expected", evidence.expected())
        .number("p_value", evidence.pValue())
        .number("adjusted_p_value", evidence.adjusted())
        .number("tested", evidence.tested())
        .text("compared_with", evidence.comparedWith());
  }
}
