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
}
