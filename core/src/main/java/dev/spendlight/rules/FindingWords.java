package dev.spendlight.rules;

import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;

/// Words one finding: as an insight, as an opportunity, as a sentence.
final class FindingWords {
  private final Finding finding;
  private final Sentence sentence;

  FindingWords(FactSheet sheet, Finding finding) {
    this.finding = finding;
    this.sentence = new Sentence(sheet, finding);
  }

  /// Short enough to stay under the length of an insight with a name of 24 characters.
  String insight() {
    return new InsightWords(finding, sentence).words();
  }

  /// What is wrong, without a final stop.
  String issue() {
    return new IssueWords(finding, sentence).words();
  }

  DraftOpportunity opportunity() {
    return new DraftOpportunity(
        finding.id(),
        issue() + ".",
        new ActionWords(finding, sentence).words() + ".",
        new EffectWords(finding, sentence).words() + ".");
  }
}
