package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.grounding.Grounding.Outcome;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.testing.Shop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroundingTest {
  private final Judgement judgement = judgement();
  private final FactSheet sheet = judgement.sheet();
  private final AnalysisDraft good = new RulesAnalyst().write(sheet);

  private static Judgement judgement() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30).targetAcos("0.50");
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.1));
    return shop.target("1", "200", MatchType.BROAD, 30, 0)
        .target("1", "201", MatchType.BROAD, 30, 0)
        .judge();
  }

  private Outcome check(AnalysisDraft draft) {
    return new Grounding(sheet, judgement.wording()).check(draft);
  }

  private List<String> violations(AnalysisDraft draft) {
    return check(draft) instanceof Outcome.Rejected rejected
        ? rejected.violations().stream().map(each -> each.where() + ": " + each.reason()).toList()
        : List.of();
  }

  private AnalysisDraft withInsight(String text) {
    return new AnalysisDraft(
        good.overallHealth(), List.of(text), good.opportunities(), good.summary());
  }

  private String fact(String findingOrAccount, Metric metric) {
    return sheet.facts().stream()
        .filter(each -> each.finding().orElse("").equals(findingOrAccount))
        .filter(each -> each.figure().metric() == metric)
        .map(each -> "{" + each.id() + "}")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheRulesAnalystWritesPasses() {
    assertThat(violations(good)).isEmpty();
  }

  @Test
  void aFreeFigureIsNotAFact() {
    assertThat(violations(withInsight("Spend rose by 20 percent")))
        .containsExactly(
            "key_insights[0]: It has a figure that is no fact: every figure is a placeholder such as {f1}.",
            "key_insights[0]: “percent” is a number in words: every figure, with its unit, is a placeholder of a fact.",
            "key_insights[0]: “rose” is not what the facts show of the spend: cite the facts that show it, or leave it out.");
    assertThat(violations(withInsight("Spend rose by ٢٠ percent")))
        .as("digits of any script")
        .isNotEmpty();
  }

  @Test
  void aPlaceholderThatNothingResolvesIsNamed() {
    assertThat(violations(withInsight("It has {f999}")))
        .containsExactly("key_insights[0]: {f999} is no fact and no thing of the sheet.");
    assertThat(violations(withInsight("It has {fx}")))
        .containsExactly(
            "key_insights[0]: It has a brace that is no placeholder of a fact or a thing.");
  }

  @Test
  void aTextIsAboutOneThingBesideTheAccount() {
    String one = fact("zero_conversion:200", Metric.CLICKS);
    String other = fact("zero_conversion:201", Metric.ORDERS);
    assertThat(violations(withInsight(one + " and " + other)))
        .containsExactly(
            "key_insights[0]: Its facts are about several things; a text may cite one, beside the account.");
    String account = fact("", Metric.ACOS);
    assertThat(violations(withInsight("{k1}: " + one + ", " + account))).isEmpty();
  }

  @Test
  void countsAndLengthsAreHeldAsRendered() {
    AnalysisDraft four =
        new AnalysisDraft(
            good.overallHealth(), List.of("a", "b", "c", "d"), List.of(), List.of("A sentence."));
    assertThat(violations(four))
        .containsExactly(
            "key_insights: It has 4 entries; at most 3 are allowed.",
            "summary: It has 1 sentences; 2 to 3 are asked for.");
    assertThat(violations(withInsight("word ".repeat(15) + "wordy")))
        .containsExactly(
            "key_insights[0]: It is 80 characters long as rendered; fewer than 80 are allowed.");
    assertThat(violations(withInsight("word ".repeat(15) + "word"))).isEmpty();
  }

  @Test
  void anOpportunityRestsOnAFindingWithAnAction() {
    AnalysisDraft invented =
        new AnalysisDraft(
            good.overallHealth(),
            List.of(),
            List.of(
                new DraftOpportunity(
                    "zero_conversion:999", "An issue.", "A recommendation.", "An impact.")),
            good.summary());
    assertThat(violations(invented))
        .containsExactly(
            "top_opportunities[0]: “zero_conversion:999” is no finding with an action in a campaign.");
  }

  @Test
  void thePeriodIsSaidOnceWhileItDoesNotChange() {
    String clicks = fact("zero_conversion:200", Metric.CLICKS);
    String orders = fact("zero_conversion:200", Metric.ORDERS);
    Outcome outcome = check(withInsight("{k1}: " + clicks + " and " + orders));
    assertThat(outcome).isInstanceOf(Outcome.Grounded.class);
    assertThat(((Outcome.Grounded) outcome).analysis().keyInsights())
        .containsExactly("“keyword 200”: 900 clicks in 30 days and no orders");
  }

  @Test
  void theHealthIsThatOfTheFindings() {
    AnalysisDraft rosy =
        new AnalysisDraft(
            OverallHealth.GOOD, good.insights(), good.opportunities(), good.summary());
    assertThat(((Outcome.Rejected) check(rosy)).violations())
        .containsExactly(
            new Violation(
                "overall_health",
                "It is good; by the findings it is " + good.overallHealth().key() + "."));
    assertThat(new Grounding(sheet, judgement.wording()).standing(rosy).analysis())
        .isEqualTo(((Outcome.Grounded) check(good)).analysis());
  }

  @Test
  void citedFactsAreThoseOfAllTexts() {
    Outcome.Grounded grounded = (Outcome.Grounded) check(good);
    assertThat(grounded.cited()).isNotEmpty();
    assertThat(grounded.opportunityFindings())
        .containsExactly("zero_conversion:200", "zero_conversion:201");
    assertThat(grounded.analysis().topOpportunities())
        .allMatch(each -> each.campaignId().equals("1"));
  }

  @Test
  void whatIsLeftOfARejectedDraftIsAnAnswer() {
    AnalysisDraft broken =
        new AnalysisDraft(
            good.overallHealth(),
            List.of("Spend rose by 20 percent", "Look again"),
            List.of(good.opportunities().getFirst(), new DraftOpportunity("none", "a", "b", "c")),
            List.of("Spend doubled 2 times.", "Look again."));
    Outcome.Grounded rest = new Grounding(sheet, judgement.wording()).standing(broken);
    assertThat(rest.analysis().keyInsights()).containsExactly("Look again");
    assertThat(rest.opportunityFindings()).containsExactly("zero_conversion:200");
    assertThat(rest.analysis().summary())
        .isEqualTo("The account was analysed. Its findings and figures stand beside this summary.");
  }
}
