package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.campaign;
import static dev.spendlight.finding.SteadyAccount.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Campaigns that convert as their product does elsewhere, and pay too much for it.
class CampaignBidsTest {

  @Test
  void bidsThatTheAccountRaisedTooFarAreFoundSinceThatDay() {
    SteadyAccount account =
        SteadyAccount.usual().since(daysAgo(13), campaign("c5"), course -> course.price(2));
    List<RowKey> keys = account.targets(campaign("c5"));
    account.earlier(ReportKind.TARGETING, daysAgo(15), keys, SteadyAccount.bid(1.0));
    keys.forEach(key -> account.now(key, SteadyAccount.bid(2.0)));
    List<Finding> findings = account.findings().findings();
    assertThat(findings).extracting(Finding::id).containsExactly("bid_too_high:c5");
    assertThat(findings.getFirst().onset().orElseThrow()).isBetween(daysAgo(15), daysAgo(11));
    assertThat(findings.getFirst().window().from()).isEqualTo(findings.getFirst().onset().get());
  }

  @Test
  void whereAllBidsOfACampaignAreTooHighItIsTheCampaign() {
    List<Finding> findings =
        SteadyAccount.usual()
            .always(campaign("c2"), course -> course.price(2))
            .findings()
            .findings();
    assertThat(findings).extracting(Finding::id).containsExactly("bid_too_high:c2");
    assertThat(findings.getFirst().onset()).isEmpty();
  }

  @Test
  void aCampaignThatFellLatelyIsJudgedByTheDaysBefore() {
    List<Finding> findings =
        SteadyAccount.usual()
            .always(campaign("c2"), course -> course.price(2))
            .since(daysAgo(13), campaign("c2"), course -> course.conversion(0.1))
            .findings()
            .findings();
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactlyInAnyOrder("bleeding:c2", "bid_too_high:c2");
  }

  @Test
  void aRiseFromBeforeTheFirstPullIsOnesOwnWhereTheUsualShareOfTheBidsIsPaid() {
    assertThat(risenBeforeTheFirstPull(2.0).findings().findings())
        .extracting(Finding::id)
        .containsExactly("bid_too_high:c5");
  }

  @Test
  void aRiseFromBeforeTheFirstPullIsTheMarketsWhereMoreOfTheBidsIsPaidThanElsewhere() {
    assertThat(risenBeforeTheFirstPull(1.0).findings().findings())
        .extracting(Finding::id)
        .containsExactly("cpc_inflation:c5");
  }

  /// Clicks of one campaign cost twice as much, and only the last pull tells bids.
  private static SteadyAccount risenBeforeTheFirstPull(double bidsOfTheCampaign) {
    SteadyAccount account =
        SteadyAccount.usual().since(daysAgo(13), campaign("c5"), course -> course.price(2));
    account
        .targets(any -> true)
        .forEach(key ->
            account.now(
                key,
                SteadyAccount.bid(1.3 * (key.campaignId().equals("c5") ? bidsOfTheCampaign : 1))));
    return account;
  }

  @Test
  void whereRaisedBidsAreWhatMakesACampaignDearerASmallerShortfallTells() {
    // An ACOS of 38% instead of 24%, at a target of 30%: by its 72 orders a chance of 1 in 40,
    // which
    // among six campaigns would be none.
    SteadyAccount account =
        SteadyAccount.usual()
            .always(campaign("c5"), course -> course.clicks(0.3).price(0.95))
            .since(daysAgo(13), campaign("c5"), course -> course.price(1.7));
    List<RowKey> keys = account.targets(campaign("c5"));
    account.earlier(ReportKind.TARGETING, daysAgo(15), keys, SteadyAccount.bid(1.0));
    keys.forEach(key -> account.now(key, SteadyAccount.bid(1.7)));
    assertThat(account.findings().findings())
        .extracting(Finding::id)
        .containsExactly("bid_too_high:c5");
  }
}
