package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.grounding.Grounding.Mended;
import dev.spendlight.grounding.Grounding.Outcome.Rejected;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.service.Shop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MendingTest {
  private final Judgement judgement = judgement();
  private final FactSheet sheet = judgement.sheet();
  private final AnalysisDraft rules = new RulesAnalyst().write(sheet);
  private final Grounding grounding = new Grounding(sheet, judgement.wording());

  private static Judgement judgement() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30).targetAcos("0.50");
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.1));
    return shop.target("1", "200", MatchType.BROAD, 30, 0)
        .target("1", "201", MatchType.BROAD, 30, 0)
        .judge();
  }

  private Mended mended(AnalysisDraft draft) {
    return grounding.mend(draft, (Rejected) grounding.check(draft), rules);
  }

  private AnalysisDraft draft(
      List<String> insights, List<DraftOpportunity> opportunities, List<String> summary) {
    return new AnalysisDraft(rules.overallHealth(), insights, opportunities, summary);
  }

  private DraftOpportunity opportunity(int place, String recommendation) {
    DraftOpportunity written = rules.opportunities().get(place);
    return new DraftOpportunity(
        written.finding(), written.issue(), recommendation, written.estimatedImpact());
  }

  @Test
  void onlyWhatViolatesIsReplacedAndTheAnswerIsMixed() {
    Mended mended =
        mended(
            draft(
                List.of("Look at what follows", "Sales doubled"),
                rules.opportunities(),
                rules.summary()));
    assertThat(mended.source()).isEqualTo(Source.MIXED);
    assertThat(mended.grounded().analysis().keyInsights().getFirst())
        .isEqualTo("Look at what follows");
    assertThat(mended.grounded().analysis().keyInsights()).hasSize(2);
  }

  @Test
  void anOpportunityIsReplacedByTheRulesWordsAboutTheSameFinding() {
    Mended mended =
        mended(
            draft(
                rules.insights(),
                List.of(opportunity(1, "Raise the bid of {k2}."), opportunity(0, "Pause {k1}.")),
                rules.summary()));
    assertThat(mended.grounded().opportunityFindings())
        .containsExactly("zero_conversion:201", "zero_conversion:200");
    assertThat(mended.grounded().analysis().topOpportunities().getFirst().recommendation())
        .startsWith("Pause broad keyword “keyword 201”");
    assertThat(mended.grounded().analysis().topOpportunities().getLast().recommendation())
        .isEqualTo("Pause “keyword 200”.");
  }

  @Test
  void noFindingIsToldTwice() {
    Mended mended =
        mended(
            draft(
                rules.insights(),
                List.of(
                    opportunity(0, "Pause {k1}."),
                    new DraftOpportunity("none", "An issue.", "Do it.", "Much.")),
                rules.summary()));
    assertThat(mended.grounded().opportunityFindings())
        .containsExactly("zero_conversion:200", "zero_conversion:201");
    Mended twice =
        mended(
            draft(
                rules.insights(),
                List.of(opportunity(0, "Pause {k1}."), opportunity(0, "Pause {k1}.")),
                rules.summary()));
    assertThat(twice.grounded().opportunityFindings()).doesNotHaveDuplicates();
  }

  @Test
  void aSummaryOfWrongLengthIsReplacedAsAWhole() {
    Mended mended = mended(draft(rules.insights(), rules.opportunities(), List.of("Look again.")));
    assertThat(mended.source()).isEqualTo(Source.MIXED);
    assertThat(mended.grounded().analysis().summary()).startsWith("The account had");
  }

  @Test
  void whereNothingOfTheModelRemainsTheAnswerIsTheRules() {
    Mended mended =
        mended(
            draft(
                List.of("Sales doubled"),
                List.of(opportunity(0, "Raise the bid of {k1}.")),
                List.of("Sales doubled.", "Spend tripled.")));
    assertThat(mended.source()).isEqualTo(Source.RULES);
    assertThat(mended.grounded())
        .isEqualTo(grounding.check(rules));
  }
}
