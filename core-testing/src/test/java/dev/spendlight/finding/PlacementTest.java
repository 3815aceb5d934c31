package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.SteadyAccount.Course;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.SampleReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private final SampleReport report = SampleReport.daily(ReportKind.PLACEMENT);

  /// Each campaign's clicks by placement: ten a day at this conversion rate on product pages,
  /// thirty at the top of search.
  private void placements(String campaign, int ordersOfPagesInTenDays, int ordersOfTopADay) {
    for (LocalDate day : DateRange.ending(SteadyAccount.LAST, 60).stream().toList()) {
      row(campaign, day, "Top of Search", 30, ordersOfTopADay);
      int orders = day.toEpochDay() % 10 < ordersOfPagesInTenDays ? 1 : 0;
      row(campaign, day, "Product pages", 10, orders);
    }
  }

  private void row(String campaign, LocalDate day, String placement, int clicks, int orders) {
    RowKey key = RowKey.campaign(campaign, "Campaign " + campaign).withPlacement(placement);
    report.row(day, key, SteadyAccount.measures(Course.USUAL, clicks, orders));
  }

  private SteadyAccount account() {
    return SteadyAccount.usual().report(report);
  }

  private List<Finding> found(SteadyAccount account) {
    return account.findings().findings().stream()
        .filter(each -> each.kind() == FindingKind.PLACEMENT_INEFFICIENT)
        .toList();
  }

  private void usual() {
    for (int i = 1; i <= 6; i++) {
      if (i != 5) {
        placements("c" + i, 10, 3);
      }
    }
  }

  @Test
  void aPlacementThatHardlyConvertsInOneCampaignIsFound() {
    usual();
    placements("c5", 1, 3);
    List<Finding> found = found(account());
    assertThat(found).hasSize(1);
    Finding finding = found.getFirst();
    Entity.Placement placement =
        new Entity.Placement("Product pages", new Entity.Campaign("c5", "Campaign c5"));
    assertThat(finding.entity()).isEqualTo(placement);
    assertThat(finding.targetIds()).containsExactly("c5.1", "c5.2", "c5.3", "c5.4");
    assertThat(finding.direction()).isEqualTo(Direction.BELOW);
    assertThat(finding.onset()).as("always so").isEmpty();
    assertThat(finding.action())
        .contains(new Action.ChangeBids(placement, new BigDecimal("-0.30")));
    assertThat(finding.evidence().observed()).isEqualTo(6);
    assertThat(finding.evidence().expected()).isBetween(40.0, 70.0);
  }

  @Test
  void aPlacementThatPaysLikeTheRestIsNothing() {
    usual();
    placements("c5", 10, 3);
    assertThat(found(account())).isEmpty();
  }

  @Test
  void aPlacementThatConvertsWorseButPaysIsNothing() {
    usual();
    placements("c5", 8, 3);
    assertThat(found(account())).isEmpty();
  }

  @Test
  void aCampaignThatDoesNotPayAnywhereIsNoMatterOfPlacements() {
    usual();
    placements("c5", 1, 0);
    assertThat(found(account().always(campaign("c5"), course -> course.conversion(0.1)))).isEmpty();
  }

  @Test
  void aPlacementThatStandsOutIsAskedByItselfWhetherItPays() {
    // 24 orders where the rest leads one to expect 60 and 40 would pay: a chance of 1 in 100, which
    // among sixteen placements would be none.
    usual();
    placements("c5", 4, 3);
    List<Finding> found = found(account());
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().evidence().observed()).isEqualTo(24);
  }
}
