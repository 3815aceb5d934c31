package dev.spendlight.app;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.finding.Detectors;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.storage.DuckDbPerformanceStore;
import dev.spendlight.testing.DraftJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a model may reply about an account in a data folder.
///
/// @param right what the rules analyst writes, as a model would
/// @param wrong the same with a figure of its own in the first insight
/// @param misplaced the same with each opportunity's words at the finding of the next
record ModelWords(String right, String wrong, String misplaced) {

  static ModelWords of(Path data, String account) {
    try (PerformanceStore store = new DuckDbPerformanceStore(data)) {
      Judgement judgement =
          new IntelligenceService(
                  store,
                  Detectors.standard(),
                  new RulesAnalyst(),
                  InstantSource.fixed(Instant.EPOCH))
              .judge(new AccountId(account), Optional.empty());
      AnalysisDraft draft = new RulesAnalyst().write(judgement.sheet());
      List<String> insights = new ArrayList<>(draft.insights());
      insights.set(0, "Spend rose by 17 percent");
      return new ModelWords(
          DraftJson.of(draft, judgement.findings()),
          DraftJson.of(
              new AnalysisDraft(
                  draft.overallHealth(), insights, draft.opportunities(), draft.summary()),
              judgement.findings()),
          DraftJson.of(misplaced(draft), judgement.findings()));
    }
  }

  private static AnalysisDraft misplaced(AnalysisDraft draft) {
    List<DraftOpportunity> opportunities = new ArrayList<>();
    int count = draft.opportunities().size();
    for (int i = 0; i < count; i++) {
      DraftOpportunity words = draft.opportunities().get(i);
      opportunities.add(
          new DraftOpportunity(
              draft.opportunities().get((i + 1) % count).finding(),
              words.issue(),
              words.recommendation(),
              words.estimatedImpact()));
    }
    return new AnalysisDraft(
        draft.overallHealth(), draft.insights(), opportunities, draft.summary());
  }
}
