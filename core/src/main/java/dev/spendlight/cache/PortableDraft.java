package dev.spendlight.cache;

import dev.spendlight.analysis.AnalysisDraft;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A model's words apart from the figures of one day: its draft, and what each of its placeholders
/// stands for, so that the same words can be said of other data where they are true of them.
///
/// @param draft with the placeholders of the sheet that it was written from
/// @param facts for every fact placeholder the things that make it the same fact elsewhere
/// @param things for every alias the kind and id of the thing
/// @param topFindings ids of the first findings of that sheet, in their order
/// @param requestHash of the request that was paid for
/// @param paidAt when the reply came
public record PortableDraft(
    AnalysisDraft draft,
    Map<String, String> facts,
    Map<String, String> things,
    List<String> topFindings,
    String requestHash,
    Instant paidAt) {
  public PortableDraft {
    facts = Map.copyOf(facts);
    things = Map.copyOf(things);
    topFindings = List.copyOf(topFindings);
  }
}
