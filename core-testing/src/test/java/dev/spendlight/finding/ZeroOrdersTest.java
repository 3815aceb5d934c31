package dev.spendlight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.ReportKind;
import dev.spendlight.testing.Shop;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZeroOrdersTest {

  /// Eight keywords that convert at a tenth.
  private static Shop healthy(ReportKind kind) {
    Shop shop = Shop.of(kind, 30);
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.1));
    return shop;
  }

  @Test
  void aTargetWithoutOrdersWhereThirtyAreDueIsFoundAndPaused() {
    Findings findings =
        healthy(ReportKind.TARGETING).target("1", "200", MatchType.BROAD, 10, 0).judge().findings();
    assertThat(findings.findings()).hasSize(1);
    Finding finding = findings.findings().getFirst();
    assertThat(finding.kind()).isEqualTo(FindingKind.ZERO_CONVERSION);
    assertThat(finding.id()).isEqualTo("zero_conversion:200");
    assertThat(finding.targetIds()).containsExactly("200");
    assertThat(finding.onset()).isEmpty();
    assertThat(finding.evidence().observed()).isZero();
    assertThat(finding.evidence().expected()).isBetween(28.0, 32.0);
    assertThat(finding.evidence().pValue()).isLessThan(1e-4);
    assertThat(finding.evidence().comparedWith()).contains("(2,400 clicks, 240 orders)");
    assertThat(finding.action()).containsInstanceOf(Action.Pause.class);
    // 300 dollars in 30 days, less one order's share of the thirty due.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isBetween(66.0, 70.0);
    assertThat(finding.figures())
        .extracting(Figure::metric)
        .contains(
            Metric.CLICKS,
            Metric.ORDERS,
            Metric.SPEND,
            Metric.EXPECTED_ORDERS,
            Metric.WEEKLY_IMPACT);
  }

  @Test
  void aTargetThatConvertsAtAFifthOfItsGroupIsNotOneWithoutOrders() {
    Findings findings =
        healthy(ReportKind.TARGETING)
            .target("1", "200", MatchType.BROAD, 10, 0.02)
            .judge()
            .findings();
    assertThat(findings.findings()).noneMatch(each -> each.kind() == FindingKind.ZERO_CONVERSION);
  }

  @Test
  void fewClicksAccuseNobody() {
    Findings findings =
        healthy(ReportKind.TARGETING).target("1", "200", MatchType.BROAD, 1, 0).judge().findings();
    assertThat(findings.findings()).isEmpty();
    assertThat(findings.ruledOut())
        .extracting(RuledOut::text)
        .contains("1% of the spend is on targets without an order; none of them is beyond chance.");
  }

  @Test
  void genericTermsAreNotJudgedByBrandTermsThatConvertTenTimesAsWell() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30);
    IntStream.range(0, 6).forEach(i -> shop.target("brand", "1" + i, MatchType.EXACT, 20, 0.5));
    IntStream.range(0, 6).forEach(i -> shop.target("generic", "2" + i, MatchType.BROAD, 5, 0.04));
    // 60 clicks without an order: at the account's 41% beyond doubt, at the generic 4% nothing.
    shop.target("generic", "300", MatchType.BROAD, 2, 0);
    assertThat(shop.judge().findings().findings())
        .noneMatch(each -> each.kind() == FindingKind.ZERO_CONVERSION);
  }

  @Test
  void deadKeywordsDoNotExcuseEachOther() {
    Findings findings =
        healthy(ReportKind.TARGETING)
            .target("1", "200", MatchType.BROAD, 30, 0)
            .target("1", "201", MatchType.BROAD, 30, 0)
            .target("1", "202", MatchType.BROAD, 30, 0)
            .judge()
            .findings();
    assertThat(findings.findings())
        .filteredOn(each -> each.kind() == FindingKind.ZERO_CONVERSION)
        .extracting(each -> each.entity().id())
        .containsExactlyInAnyOrder("200", "201", "202");
  }

  @Test
  void cheapClicksNeedFewerOrders() {
    // At 20 dollars an order and a target of 30% a click of one dollar needs a rate of 13%.
    Shop dear =
        healthy(ReportKind.TARGETING).targetAcos("0.30").target("1", "200", MatchType.BROAD, 3, 0);
    assertThat(dear.judge().findings().findings())
        .anyMatch(each -> each.kind() == FindingKind.ZERO_CONVERSION);
  }

  @Test
  void aSearchTermWithoutOrdersBecomesANegativeKeyword() {
    Shop shop = Shop.of(ReportKind.SEARCH_TERM, 30);
    IntStream.range(0, 8).forEach(i -> shop.term("1", "100", "good term " + i, 8, 0.1));
    shop.term("1", "100", "free shoes", 8, 0);
    Finding finding = shop.judge().findings().findings().getFirst();
    assertThat(finding.kind()).isEqualTo(FindingKind.WASTED_SEARCH_TERM);
    assertThat(finding.entity().name()).isEqualTo("free shoes");
    assertThat(finding.targetIds()).containsExactly("100");
    assertThat(finding.action()).containsInstanceOf(Action.AddNegativeExact.class);
  }

  @Test
  void aSearchTermThatIsAProductBecomesANegativeProduct() {
    Shop shop = Shop.of(ReportKind.SEARCH_TERM, 30);
    IntStream.range(0, 8).forEach(i -> shop.term("1", "100", "good term " + i, 8, 0.1));
    shop.term("1", "100", "b0abcdefgh", 8, 0);
    assertThat(shop.judge().findings().findings().getFirst().action())
        .containsInstanceOf(Action.AddNegativeProduct.class);
  }

  @Test
  void termsOfATargetThatIsToBePausedAreNotListedOnTheirOwn() {
    Shop shop = Shop.of(ReportKind.SEARCH_TERM, 30);
    IntStream.range(0, 8).forEach(i -> shop.term("1", "10" + i, "good term " + i, 10, 0.1));
    shop.term("1", "200", "bad term one", 20, 0).term("1", "200", "bad term two", 20, 0);
    List<Finding> findings = shop.judge().findings().findings();
    assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.ZERO_CONVERSION);
    assertThat(findings.getFirst().entity()).isInstanceOf(Entity.Keyword.class);
  }

  @Test
  void daysTooYoungToHaveTheirOrdersAccuseNobody() {
    // Five days of clicks, pulled the next morning: three of the days are too young to judge.
    Shop shop = Shop.of(ReportKind.TARGETING, 5).pulled(Shop.LAST.plusDays(1));
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 50, 0.1));
    Finding dead =
        shop.target("1", "200", MatchType.BROAD, 50, 0).judge().findings().findings().getFirst();
    assertThat(dead.evidence().expected())
        .as("three days of 50 clicks, partly arrived")
        .isBetween(10.0, 15.0);
    assertThat(dead.figures())
        .filteredOn(each -> each.metric() == Metric.CLICKS)
        .extracting(each -> each.value().intValue())
        .as("what is shown is what was reported")
        .containsExactly(250);
  }

  @Test
  void withoutATargetOrTermReportTheAnswerSaysWhatIsMissing() {
    Findings findings =
        Shop.of(ReportKind.CAMPAIGN, 14).campaign("1", 20, 1.0, 0.1, 20).judge().findings();
    assertThat(findings.thin())
        .containsExactly(
            "No targeting or search term report was imported, so single targets cannot be judged.");
  }

  @Test
  void theSameFindingHasTheSameIdTheNextDay() {
    Shop shop = healthy(ReportKind.TARGETING).target("1", "200", MatchType.BROAD, 10, 0);
    String today = shop.judge().findings().findings().getFirst().id();
    String before =
        shop.service()
            .judge(Shop.ID, Optional.of(Shop.LAST.minusDays(3)))
            .findings()
            .findings()
            .getFirst()
            .id();
    assertThat(before).isEqualTo(today);
  }

  @Test
  void whileOrdersAreNotCountedTheDaysBeforeTell() {
    SteadyAccount account =
        SteadyAccount.usual()
            .target("c5", "dead", MatchType.BROAD)
            .always(key -> key.targetId().equals("dead"), course -> course.conversion(0))
            .since(SteadyAccount.daysAgo(5), any -> true, course -> course.conversion(0));
    assertThat(account.findings().findings())
        .extracting(Finding::id)
        .containsExactlyInAnyOrder("tracking_broken:shop", "zero_conversion:dead");
  }
}
