package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.grounding.Grounding.Mended;
import dev.spendlight.grounding.Grounding.Outcome;
import dev.spendlight.grounding.Grounding.Share;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.testing.Shop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a model wrote stays where it stands; the rules take the other places.
class MendingTest {
  private static final String FALSE = "Spend doubled";

  private final Judgement judgement = judgement();
  private final FactSheet sheet = judgement.sheet();
  private final Grounding grounding = new Grounding(sheet, judgement.wording());
  private final AnalysisDraft rules = new RulesAnalyst().write(sheet);

  private static Judgement judgement() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30).targetAcos("0.50");
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.1));
    return shop.target("1", "200", MatchType.BROAD, 30, 0)
        .target("1", "201", MatchType.BROAD, 30, 0)
        .judge();
  }

  private Mended mended(AnalysisDraft model) {
    Outcome outcome = grounding.check(model);
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    return grounding.mended(model, (Outcome.Rejected) outcome, rules);
  }

  private Outcome.Grounded alone() {
    return (Outcome.Grounded) grounding.check(rules);
  }

  @Test
  void aSummaryThatViolatesIsTheRulesAsAWhole() {
    Mended mended =
        mended(
            new AnalysisDraft(
                rules.overallHealth(),
                List.of("Look again"),
                rules.opportunities(),
                List.of("Look again.", FALSE + ".")));
    assertThat(mended.ofModel()).isEqualTo(Share.SOME);
    assertThat(mended.grounded().analysis().keyInsights()).containsExactly("Look again");
    assertThat(mended.grounded().analysis().summary()).isEqualTo(alone().analysis().summary());
  }

  @Test
  void noFindingIsToldTwice() {
    DraftOpportunity second = rules.opportunities().get(1);
    DraftOpportunity broken =
        new DraftOpportunity(second.finding(), FALSE, second.recommendation(), FALSE);
    Mended mended =
        mended(
            new AnalysisDraft(
                rules.overallHealth(),
                List.of(rules.insights().getLast(), FALSE, FALSE),
                List.of(second, broken),
                List.of("Look again.", "Look again.")));
    assertThat(mended.grounded().opportunityFindings())
        .containsExactly(second.finding(), rules.opportunities().getFirst().finding());
    assertThat(mended.grounded().analysis().keyInsights())
        .hasSameSizeAs(rules.insights())
        .doesNotHaveDuplicates()
        .startsWith(alone().analysis().keyInsights().getLast());
    assertThat(mended.ofModel()).isEqualTo(Share.SOME);
  }

  @Test
  void whereNothingStandsTheRulesAnswer() {
    Mended mended =
        mended(
            new AnalysisDraft(
                rules.overallHealth(),
                List.of(FALSE, FALSE, FALSE),
                List.of(
                    new DraftOpportunity("none", "a", "b", "c"),
                    new DraftOpportunity("none", "a", "b", "c")),
                List.of(FALSE)));
    assertThat(mended.ofModel()).isEqualTo(Share.NONE);
    assertThat(mended.grounded()).isEqualTo(alone());
  }

  @Test
  void moreThanIsAllowedIsLeftOut() {
    List<String> four = List.of("Look again", "Look once more", "Take a look", "And so on");
    Mended mended =
        mended(
            new AnalysisDraft(rules.overallHealth(), four, rules.opportunities(), rules.summary()));
    assertThat(mended.grounded().analysis().keyInsights()).hasSizeLessThanOrEqualTo(3);
    assertThat(mended.ofModel()).isEqualTo(Share.SOME);
  }
}
