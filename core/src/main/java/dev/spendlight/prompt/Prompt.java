package dev.spendlight.prompt;

import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a model is told.
///
/// @param version of the template
/// @param system the rules of an answer; the same bytes for every account
/// @param user the facts of this one
/// @param findings ids by the alias that the model knows them by, such as `n1`
/// @param leftOut findings that there was no room for
public record Prompt(
    String version, String system, String user, Map<String, String> findings, int leftOut) {
  public Prompt {
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
  }

  /// A model's draft with the findings' own ids.
  public AnalysisDraft withIds(AnalysisDraft draft) {
    return new AnalysisDraft(
        draft.overallHealth(),
        draft.insights(),
        draft.opportunities().stream()
            .map(each ->
                new DraftOpportunity(
                    findings.getOrDefault(each.finding(), each.finding()),
                    each.issue(),
                    each.recommendation(),
                    each.estimatedImpact()))
            .toList(),
        draft.summary());
  }

  /// A text about a draft with aliases in place of the findings' ids, which may hold names.
  public String withAliases(String text) {
    // The longest first: one id may begin with another, and what is left of it would be a name.
    List<Map.Entry<String, String>> longestFirst =
        findings.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, String> each) -> each.getValue().length())
                    .reversed())
            .toList();
    String plain = text;
    for (Map.Entry<String, String> each : longestFirst) {
      plain = plain.replace(each.getValue(), each.getKey());
    }
    return plain;
  }
}
