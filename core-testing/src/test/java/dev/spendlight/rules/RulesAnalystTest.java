package dev.spendlight.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.report.ReportKind;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.testing.Shop;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesAnalystTest {

  private static AnalysisResult analyse(Shop shop) {
    return shop.service().analyse(new Question(Shop.ID, Optional.empty(), Demand.RULES));
  }

  private static Shop healthy() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30).targetAcos("0.60");
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.1));
    return shop;
  }

  @Test
  void theWorstIsNamedWithItsFiguresAndWhatToDo() {
    AccountAnalysis analysis =
        analyse(healthy().target("1", "200", MatchType.EXACT, 20, 0)).analysis();
    assertThat(analysis.topOpportunities()).hasSize(1);
    AccountAnalysis.Opportunity opportunity = analysis.topOpportunities().getFirst();
    assertThat(opportunity.campaignId()).isEqualTo("1");
    assertThat(opportunity.issue())
        .matches(
            "Exact keyword “keyword 200” has 600 clicks in 30 days and no orders, "
                + "where about [56][0-9] would be usual, for \\$600\\.00 of spend\\.");
    assertThat(opportunity.recommendation())
        .isEqualTo("Pause exact keyword “keyword 200” in campaign “Campaign 1”.");
    assertThat(opportunity.estimatedImpact())
        .matches("An estimated \\$1[0-9]{2} a week of spend without orders\\.");
    assertThat(analysis.keyInsights())
        .containsExactly(
            "An ACOS of 62.5% in 7 days, against the target ACOS of 60%",
            "“keyword 200”: 600 clicks in 30 days and no orders");
    assertThat(analysis.summary())
        .startsWith(
            "The account had $700.00 of spend in the 7 days to 31 Mar 2026, $1,120.00 of sales")
        .contains("The most costly problem: exact keyword “keyword 200” has 600 clicks");
  }

  @Test
  void aQuietAccountIsGoodAndSaysSo() {
    AnalysisResult result = analyse(healthy());
    assertThat(result.analysis().overallHealth()).isEqualTo(OverallHealth.GOOD);
    assertThat(result.analysis().topOpportunities()).isEmpty();
    assertThat(result.analysis().summary())
        .endsWith("Nothing in it is out of the ordinary beyond chance.");
    assertThat(result.source()).isEqualTo(Source.RULES);
    assertThat(result.degradedBecause()).isEmpty();
  }

  @Test
  void whereNoModelWasRefusedTheAnswerIsNotDegradedElseItSaysWhy() {
    Shop shop = healthy();
    AnalysisResult asked =
        shop.service().analyse(new Question(Shop.ID, Optional.empty(), Demand.FRESH));
    assertThat(asked.degradedBecause()).containsExactly(Degradation.NO_API_KEY);
  }

  @Test
  void spendWithoutOrdersThatIsNoMoreThanChanceIsToldAsThat() {
    Shop shop = Shop.of(ReportKind.SEARCH_TERM, 30).targetAcos("2.00");
    IntStream.range(0, 8).forEach(i -> shop.term("1", "100", "term " + i, 4, 0.1));
    IntStream.range(0, 40).forEach(i -> shop.term("1", "100", "rare term " + i, 1, 0));
    AnalysisResult result = analyse(shop);
    assertThat(result.analysis().topOpportunities()).isEmpty();
    assertThat(result.analysis().summary())
        .contains("is on search terms without an order, but none of them is beyond chance");
  }

  @Test
  void tooLittleDataIsSaidAndDegrades() {
    AnalysisResult result = analyse(Shop.of(ReportKind.CAMPAIGN, 7).campaign("1", 5, 1.0, 0.2, 20));
    assertThat(result.degradedBecause()).containsExactly(Degradation.DATA_TOO_THIN);
    assertThat(result.caveats())
        .anyMatch(caveat -> caveat.startsWith("No targeting or search term report was imported"))
        .anyMatch(caveat -> caveat.startsWith("No target ACOS is set"));
  }

  @Test
  void findingsWorthAQuarterOfTheSpendAreCritical() {
    AnalysisResult result = analyse(healthy().target("1", "200", MatchType.BROAD, 60, 0));
    assertThat(result.analysis().overallHealth()).isEqualTo(OverallHealth.CRITICAL);
  }
}
