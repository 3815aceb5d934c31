package dev.spendlight.service;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.report.ReportKind.SEARCH_TERM;
import static dev.spendlight.report.ReportKind.TARGETING;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.impressions;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.Detail;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where a change sits, from stored reports: as narrowly as the one that answers tells.
class ExplanationLocationTest {
  private final SampleAccount shop = SampleAccount.shop();

  private Explanation explain(Metric metric, Breakdown breakdown) {
    return new Explanations(shop.store())
        .explain(
            new Explanations.Question(
                shop.id(),
                metric,
                new DateRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02")),
                new DateRange(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-04")),
                breakdown,
                Optional.empty()));
  }

  /// Sixteen targets in four campaigns, of which one becomes five times as dear from the third day
  /// on; one day of the later period is missing where `missing` is.
  private void targets(ReportKind kind, boolean missing) {
    SampleDelivery file = shop.daily(kind);
    for (int day = 1; day <= (missing ? 3 : 4); day++) {
      file.day("2026-03-0" + day);
      for (int i = 0; i < 16; i++) {
        if (kind == CAMPAIGN && i % 4 != 2) {
          continue; // one row for each campaign
        }
        boolean dear = day >= 3 && i == 6;
        RowKey target =
            RowKey.target(
                "" + i / 4,
                "Campaign",
                i / 2 + "g",
                "Group",
                "k" + i,
                "shoes",
                i % 2 == 0 ? MatchType.BROAD : MatchType.EXACT);
        file.row(
            switch (kind) {
              case SEARCH_TERM -> target.withSearchTerm("red");
              case CAMPAIGN -> Detail.CAMPAIGN.of(target);
              default -> target;
            },
            impressions(9000),
            clicks(500),
            spend(dear ? "500" : "100"),
            sales("400"),
            orders(40));
      }
    }
    file.pulled("2026-03-20");
  }

  private static List<String> located(Explanation explanation) {
    return explanation.location().places().stream()
        .map(
            place -> place.level().key() + " " + place.entities().stream().map(Entity::id).toList())
        .toList();
  }

  @Test
  void aChangeIsLocatedAsNarrowlyAsTheReportTellsWhateverIsAsked() {
    targets(TARGETING, false);
    List<String> narrow =
        List.of("campaign [1]", "campaign_match [1:BROAD]", "ad_group [3g]", "keyword [k6]");
    assertThat(located(explain(Metric.ACOS, Breakdown.CAMPAIGN))).isEqualTo(narrow);
    assertThat(located(explain(Metric.SPEND, Breakdown.KEYWORD))).isEqualTo(narrow);
    assertThat(explain(Metric.SPEND, Breakdown.AD_GROUP).parts()).hasSize(8);
  }

  @Test
  void ofSearchTermsToldOfTheTermIsNamedOnlyWhereTermsAreAsked() {
    targets(SEARCH_TERM, false);
    assertThat(located(explain(Metric.CPC, Breakdown.CAMPAIGN))).last().isEqualTo("keyword [k6]");
    assertThat(located(explain(Metric.CPC, Breakdown.SEARCH_TERM)))
        .last()
        .isEqualTo("search_term [k6:red]");
  }

  @Test
  void placesOfPeriodsOfUnequalLengthGoByTheDayToo() {
    targets(TARGETING, true);
    Explanation spend = explain(Metric.SPEND, Breakdown.CAMPAIGN);
    assertThat(spend.perDay()).isTrue();
    assertThat(located(spend)).first().isEqualTo("campaign [1]");
    assertThat(spend.location().places().getFirst().shareOfChange()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aCampaignReportTellsOfCampaignsAlone() {
    targets(CAMPAIGN, false);
    assertThat(located(explain(Metric.ACOS, Breakdown.CAMPAIGN))).containsExactly("campaign [1]");
  }
}
