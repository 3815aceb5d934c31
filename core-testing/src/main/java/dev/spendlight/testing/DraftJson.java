package dev.spendlight.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.Findings;
import java.util.List;

/// A draft as a model writes it, with aliases for findings: JSON on one line.
public final class DraftJson {
  private DraftJson() {}

  /// @param told the findings that the model was told of, in that order
  public static String of(AnalysisDraft draft, Findings told) {
    List<String> ids = told.findings().stream().map(Finding::id).toList();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("overall_health", draft.overallHealth().key());
    draft.insights().forEach(json.putArray("key_insights")::add);
    ArrayNode opportunities = json.putArray("top_opportunities");
    draft
        .opportunities()
        .forEach(each ->
            opportunities
                .addObject()
                .put("finding", "n" + (ids.indexOf(each.finding()) + 1))
                .put("issue", each.issue())
                .put("recommendation", each.recommendation())
                .put("estimated_impact", each.estimatedImpact()));
    draft.summary().forEach(json.putArray("summary")::add);
    return json.toString();
  }
}
