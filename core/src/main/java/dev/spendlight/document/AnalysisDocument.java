package dev.spendlight.document;

import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import java.util.Locale;

/// `analyse --json` and the HTTP answer, described by `analysis.schema.json`.
public final class AnalysisDocument {
  private AnalysisDocument() {}

  /// @param withAudit whether the reader is an operator; nobody else learns that a model exists
  public static String of(AnalysisResult result, boolean withAudit) {
    return Json.object(json -> {
      json.text("account", result.account().value())
          .text("as_of", result.asOf().toString())
          .text("generated_at", result.generatedAt().toString())
          .text("source", lower(result.source()))
          .text("freshness", lower(result.freshness()));
      if (!result.degradedBecause().isEmpty()) {
        json.texts(
            "degraded_because", result.degradedBecause().stream().map(Degradation::key).toList());
      }
      json.texts("caveats", result.caveats())
          .object("analysis", analysis -> analysis(analysis, result.analysis()))
          .texts("opportunity_findings", result.opportunityFindings())
          .objects("facts", result.facts(), FigureJson::fact);
      if (withAudit) {
        result.audit().ifPresent(audit -> json.object("audit", fields -> audit(fields, audit)));
      }
    });
  }

  private static void analysis(Json json, AccountAnalysis analysis) {
    json.text("overall_health", analysis.overallHealth().key())
        .texts("key_insights", analysis.keyInsights())
        .objects(
            "top_opportunities",
            analysis.topOpportunities(),
            (opportunity, each) ->
                opportunity
                    .text("campaign_id", each.campaignId())
                    .text("issue", each.issue())
                    .text("recommendation", each.recommendation())
                    .text("estimated_impact", each.estimatedImpact()))
        .text("summary", analysis.summary());
  }

  private static void audit(Json json, AnalysisResult.Audit audit) {
    json.text("model", audit.model())
        .text("prompt_version", audit.promptVersion())
        .text("data_fingerprint", audit.dataFingerprint())
        .number("attempts", audit.attempts())
        .decimal("cost_usd", audit.costUsd())
        .number("own_ms", audit.ownMillis())
        .number("model_ms", audit.modelMillis());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
