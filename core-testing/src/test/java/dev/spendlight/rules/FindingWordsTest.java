package dev.spendlight.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AccountAnalysis.Opportunity;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.Findings;
import dev.spendlight.finding.SampleFindings;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Grounding.Outcome;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.ReportKind;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of each kind of finding, word for word.
class FindingWordsTest {
  private static final AccountSummary SUMMARY =
      Shop.of(ReportKind.TARGETING, 30)
          .target("1", "100", MatchType.BROAD, 10, 0.1)
          .judge()
          .summary();

  private static final SampleFindings SAMPLES = SampleFindings.usual();

  /// One finding's insight, issue, recommendation and impact, as rendered.
  private static List<String> said(Finding finding) {
    return said(finding, "USD");
  }

  private static List<String> said(Finding finding, String currency) {
    FactSheet sheet =
        FactSheet.of(SUMMARY, new Findings(List.of(finding), List.of(), List.of()), List.of());
    AccountAnalysis analysis = checked(sheet, currency);
    List<String> said = new ArrayList<>(analysis.keyInsights());
    for (Opportunity each : analysis.topOpportunities()) {
      said.add(each.issue());
      said.add(each.recommendation());
      said.add(each.estimatedImpact());
    }
    return said;
  }

  private static AccountAnalysis checked(FactSheet sheet, String currency) {
    AnalysisDraft draft = new RulesAnalyst().write(sheet);
    AccountSettings settings = AccountSettings.unset().withCurrency(Currency.getInstance(currency));
    Outcome outcome =
        new Grounding(sheet, new Wording(MoneyFormat.of(settings), SampleFindings.LAST))
            .check(draft);
    assertThat(outcome).as(draft.toString()).isInstanceOf(Outcome.Grounded.class);
    return ((Outcome.Grounded) outcome).analysis();
  }

  private static AccountAnalysis of(Finding... findings) {
    Figure spend = SUMMARY_SPEND;
    return checked(
        FactSheet.of(
            SUMMARY, new Findings(List.of(findings), List.of(), List.of()), List.of(spend)),
        "USD");
  }

  private static final Figure SUMMARY_SPEND =
      new Figure(
          new Entity.Account(Shop.ID),
          Metric.SPEND,
          SUMMARY.window(),
          new BigDecimal("7000"),
          Figure.Nature.OBSERVED,
          "test");

  @Test
  void whatIsSaidWithoutAMarginStandsToo() {
    for (Finding each : SAMPLES.all()) {
      assertThat(said(SampleFindings.withoutMargin(each)))
          .as(each.id())
          .noneMatch(text -> text.contains("margin"));
    }
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        says(
            SAMPLES.bidTooHigh(),
            "“trail shoes”: an ACOS of 62% in 60 days",
            "Exact keyword “trail shoes” sells, but too little for what its clicks "
                + "cost: an ACOS of 62% in 60 days, against the target ACOS of 30%, with "
                + "$2.10 a click and a conversion rate of 4.1%.",
            "Lower exact keyword “trail shoes” in campaign “Shoes” from a bid of $0.90 "
                + "to $0.63.",
            "An estimated $48.20 a week of spend beyond what its orders pay for."),
        says(
            SAMPLES.zeroConversion(),
            "“trail shoes”: 673 clicks in 60 days and no orders",
            "Exact keyword “trail shoes” has 673 clicks in 60 days and no orders, where"
                + " about 40 would be usual, for $795.13 of spend.",
            "Pause exact keyword “trail shoes” in campaign “Shoes”.",
            "An estimated $83.60 a week of spend without orders."),
        says(
            SAMPLES.stoppedSelling(),
            "“trail shoes”: 345 clicks (27 Feb–28 Mar) and 1 order",
            "Exact keyword “trail shoes” used to sell and (almost) no longer does: 345 "
                + "clicks from 27 Feb to 28 Mar, 1 order and $310.50 of spend, with a "
                + "conversion rate of 0.3%, against 9.8% in the 56 days before; at about that"
                + " time you changed it from a bid of $0.60 to $0.90.",
            "Pause exact keyword “trail shoes” in campaign “Shoes”.",
            "An estimated $96.00 a week of margin on sales that were due and did not " + "come."),
        says(
            SAMPLES.bleeding(),
            "“Shoes”: an ACOS of 62% in 60 days",
            "Campaign “Shoes” has an ACOS of 62% in 60 days, against the target ACOS of"
                + " 30%, with $5,224.86 of spend.",
            "Lower the bids of campaign “Shoes” by 30%, then look again after two " + "weeks.",
            "An estimated $312 a week of spend beyond what its orders pay for."),
        says(
            SAMPLES.bleedingSince(new Entity.CampaignMatch(SAMPLES.campaign(), MatchType.BROAD)),
            "“Shoes”: conversion rate 3.1% (27 Feb–28 Mar), 9.8% before",
            "The broad keywords of campaign “Shoes”, with an ACOS of 55% from 27 Feb to"
                + " 28 Mar, convert less than before: a conversion rate of 3.1%, against 9.8%"
                + " in the 56 days before.",
            "Lower the bids of the broad keywords of campaign “Shoes” by 30%, then look"
                + " again after two weeks.",
            "An estimated $120 a week of spend that no longer brings sales."),
        says(
            SAMPLES.conversionCollapse(),
            "“B0SHOES123”: conversion rate 12.1% (27 Feb–28 Mar), 19.1% before"),
        says(
            SAMPLES.cpcInflation(),
            "“Shoes”: $2.14 a click since 8 Mar, $1.41 before",
            "Clicks of campaign “Shoes” became dearer: $1,595.05 of spend since 8 Mar "
                + "at $2.14 a click, against $1.41 in the 56 days before; competitors may bid"
                + " more.",
            "Lower the bids of campaign “Shoes” by 30%, then look again after two " + "weeks.",
            "An estimated $383 a week paid beyond the former price of its clicks."),
        says(
            SAMPLES.budgetExhausted(),
            "“Shoes” was in budget 57.2% of the time in 7 days",
            "Campaign “Shoes” runs out of its daily budget: it was in budget 57.2% of "
                + "the time in 7 days, with $484.91 of spend, $2,067.49 of sales and an ACOS "
                + "of 23.4%.",
            "Raise campaign “Shoes” from a daily budget of $60.00 to $105.00.",
            "An estimated $143 a week of margin on the sales that its budget misses, "
                + "net of ad spend."),
        says(
            SAMPLES.trackingBroken(),
            "Order tracking may be broken: 4 orders since 8 Mar, about 883 due"),
        says(
            SAMPLES.launch(FindingKind.LAUNCH_OUTPERFORMING),
            "“Shoes”: 42 orders (27 Feb–28 Mar), about 20 due",
            "Campaign “Shoes”, new or resumed, sells better than comparable campaigns: "
                + "42 orders from 27 Feb to 28 Mar, where about 20 would be usual, with an "
                + "ACOS of 18%.",
            "Raise campaign “Shoes” from a daily budget of $20.00 to $26.00.",
            "An estimated $88.00 a week, which is what its sales beyond those of "
                + "comparable campaigns may cost in ads."),
        says(
            SAMPLES.launch(FindingKind.LAUNCH_UNDERPERFORMING),
            "“Shoes”: 9 orders (27 Feb–28 Mar), about 20 due",
            "Campaign “Shoes”, new or resumed, sells worse than comparable campaigns: 9"
                + " orders from 27 Feb to 28 Mar, where about 20 would be usual, with an ACOS"
                + " of 71%, for $310.00 of spend.",
            "Lower the bids of campaign “Shoes” by 25%, then look again after two " + "weeks.",
            "An estimated $88.00 a week, which is what the sales by which it stays "
                + "behind may cost in ads."),
        says(
            SAMPLES.impressionDrop(),
            "“Shoes”: 1,200 shown a day since 8 Mar, about 9,100 due",
            "Campaign “Shoes” is shown far less than before: 1,200 impressions a day "
                + "since 8 Mar, where about 9,100 would be usual.",
            "Check whether the ads of campaign “Shoes” can still be served: status, "
                + "eligibility, stock, bids, budget.",
            "An estimated $210 a week of margin on the sales that went with the "
                + "impressions, net of ad spend."),
        says(
            SAMPLES.marketShift(),
            "The whole account: conversion rate 7% (27 Feb–28 Mar), less than before"),
        says(
            SAMPLES.wastedSearchTerm(),
            "“free shoes”: 488 clicks in 60 days and no orders",
            "Search term “free shoes” has 488 clicks in 60 days and no orders, where "
                + "about 60 would be usual, for $802.08 of spend.",
            "Add “free shoes” as a negative exact keyword in campaign “Shoes”.",
            "An estimated $99.33 a week of spend without orders."),
        says(
            SAMPLES.placementInefficient(),
            "“Top of Search”: an ACOS of 74% in 60 days",
            "Placement “Top of Search” of campaign “Shoes” has an ACOS of 74% in 60 "
                + "days, against the target ACOS of 30%, with $930.00 of spend and 21 orders,"
                + " where about 52 would be usual by its other placements.",
            "Lower the bid adjustment of placement “Top of Search” of campaign “Shoes” "
                + "so that its clicks are bid 25% less; where it has none, lower the "
                + "campaign's bids and adjust the other placements up.",
            "An estimated $61.00 a week of spend beyond what its orders pay for."),
        says(
            SAMPLES.orderValueDrop(),
            "“B0SHOES123”: $15.20 an order (27 Feb–28 Mar), $21.10 before"),
        says(SAMPLES.dataMissing(), "1 day without a report on 20 Mar"));
  }

  private static Arguments says(Finding finding, String... texts) {
    return Arguments.of(finding.kind(), finding, List.of(texts));
  }

  @Test
  void aProductIsAnOpportunityOnlyWhereACampaignIsKnown() {
    assertThat(said(SAMPLES.conversionCollapse())).hasSize(1);
    Finding told = SAMPLES.withCampaign(SAMPLES.conversionCollapse());
    assertThat(of(told).topOpportunities())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.campaignId()).isEqualTo("1");
          assertThat(each.issue())
              .isEqualTo(
                  "Product “B0SHOES123”, with an ACOS of 31.2% from 27 Feb to 28 Mar, converts less"
                      + " than before: a conversion rate of 12.1%, against 19.1% in the 56 days"
                      + " before; its price, reviews, offers or stock may have changed.");
          assertThat(each.recommendation())
              .isEqualTo(
                  "Check the product page behind product “B0SHOES123” before changing bids: price,"
                      + " reviews, competing offers, stock, content.");
          assertThat(each.estimatedImpact())
              .isEqualTo(
                  "An estimated $375 a week of margin on sales that were due and did not come.");
        });
  }

  @Test
  void brokenTrackingComesFirstAndKeepsTheAcosOut() {
    AccountAnalysis analysis = of(SAMPLES.bleeding(), SAMPLES.trackingBroken());
    assertThat(analysis.overallHealth()).isEqualTo(OverallHealth.CRITICAL);
    assertThat(analysis.keyInsights())
        .containsExactly(
            "Order tracking may be broken: 4 orders since 8 Mar, about 883 due",
            "“Shoes”: an ACOS of 62% in 60 days");
    assertThat(analysis.summary())
        .isEqualTo(
            "The account had $7,000.00 of spend in the 7 days to 31 Mar 2026. First of all: the"
                + " account's orders may no longer be counted: 4 orders since 8 Mar, where about"
                + " 883 were due, with 9,012 clicks and $4,120.50 of spend; until that is settled"
                + " nothing can be said of conversion.");
  }

  @Test
  void aGoodLaunchIsAnOpportunityAndNoProblem() {
    AccountAnalysis analysis = of(SAMPLES.launch(FindingKind.LAUNCH_OUTPERFORMING));
    assertThat(analysis.overallHealth()).isEqualTo(OverallHealth.GOOD);
    assertThat(analysis.summary()).contains("The largest opportunity: campaign “Shoes”");
    assertThat(of(SAMPLES.bleeding(), SAMPLES.launch(FindingKind.LAUNCH_OUTPERFORMING)).summary())
        .contains(
            "The most costly problem: campaign “Shoes” has",
            "The largest opportunity: campaign “Shoes”, new or resumed, sells better");
  }

  @Test
  void contextIsSaidLastAndBecomesNoOpportunity() {
    assertThat(of(SAMPLES.marketShift()).summary())
        .endsWith(
            "No single campaign or target in it is out of the ordinary beyond chance. The whole"
                + " account converts worse than before, most campaigns alike: 1,234 orders from 27"
                + " Feb to 28 Mar, where about 1,650 would be usual.");
    assertThat(of(SAMPLES.bleeding(), SAMPLES.dataMissing()).summary())
        .endsWith("Import what is missing first: 1 day without a report on 20 Mar.");
    assertThat(said(SAMPLES.marketShift()))
        .containsExactly("The whole account: conversion rate 7% (27 Feb–28 Mar), less than before");
    assertThat(said(SAMPLES.dataMissing())).containsExactly("1 day without a report on 20 Mar");
  }

  /// Whatever a thing is called, and however large the amounts.
  @ParameterizedTest
  @ValueSource(strings = {"USD", "INR", "JPY"})
  void everyInsightStaysUnderEightyCharacters(String currency) {
    for (int length : List.of(1, 23, 24, 25, 300)) {
      for (long money : List.of(1L, 83L, 1_500L)) {
        for (Finding each : new SampleFindings("長".repeat(length), money).all()) {
          assertThat(said(each, currency).getFirst())
              .as("%s of %d characters, amounts times %d", each.kind(), length, money)
              .satisfies(text ->
                  assertThat(text.codePointCount(0, text.length()))
                      .isLessThan(AccountAnalysis.INSIGHT_LENGTH));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void eachKindIsSaidAsAnExpertWould(FindingKind kind, Finding finding, List<String> texts) {
    assertThat(finding.kind()).isEqualTo(kind);
    assertThat(said(finding)).containsExactlyElementsOf(texts);
  }
}
