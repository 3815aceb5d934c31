package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.campaign;
import static dev.spendlight.finding.SteadyAccount.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.MatchType;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final LocalDate START = daysAgo(20);

  /// A campaign `new` of the second product that began three weeks ago, and converts at so much of
  /// what the product's other campaigns do.
  private static SteadyAccount launch(double conversion) {
    return SteadyAccount.usual()
        .campaign("new", "B0BBBBBBBB")
        .always(campaign("new"), course -> course.clicks(0).conversion(conversion))
        .since(START, campaign("new"), course -> course.withClicks(10));
  }

  private static List<Finding> launches(SteadyAccount account) {
    return account.findings().findings().stream()
        .filter(each ->
            each.kind() == FindingKind.LAUNCH_OUTPERFORMING
                || each.kind() == FindingKind.LAUNCH_UNDERPERFORMING)
        .toList();
  }

  @Test
  void aLaunchThatConvertsTwiceAsWellIsFoundAndGetsHigherBidsWhereNoBudgetIsKnown() {
    List<Finding> found = launches(launch(2.2));
    assertThat(found).extracting(Finding::id).containsExactly("launch_outperforming:new");
    Finding finding = found.getFirst();
    assertThat(finding.direction()).isEqualTo(Direction.ABOVE);
    assertThat(finding.targetIds()).containsExactly("new.1", "new.2", "new.3", "new.4");
    assertThat(finding.onset()).contains(START);
    assertThat(finding.evidence().metric()).isEqualTo(Metric.ORDERS);
    // 21 days of 40 clicks: 84 orders at a tenth.
    assertThat(finding.evidence().expected()).isCloseTo(84, within(6.0));
    assertThat(finding.evidence().observed()).isCloseTo(185, within(6.0));
    assertThat(finding.evidence().comparedWith()).contains("its product's other campaigns");
    assertThat(finding.action().orElseThrow()).isInstanceOf(Action.ChangeBids.class);
    assertThat(((Action.ChangeBids) finding.action().orElseThrow()).change())
        .isGreaterThan(BigDecimal.ZERO);
    // 34 orders of 40 dollars a week more than due, at a margin of 40%.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isCloseTo(530, within(80.0));
  }

  @Test
  void aLaunchThatConvertsTwiceAsWellGetsAHigherBudgetWhereOneIsKnown() {
    SteadyAccount account =
        launch(2.2)
            .now(RowKey.campaign("new", "Campaign new"), SteadyAccount.status("ENABLED", 100));
    assertThat(launches(account)).hasSize(1);
    Action.SetDailyBudget action =
        (Action.SetDailyBudget) launches(account).getFirst().action().orElseThrow();
    assertThat(action.from()).isEqualByComparingTo("100");
    assertThat(action.to()).isEqualByComparingTo("130");
  }

  @Test
  void aLaunchThatConvertsAtAThirdIsFoundAndItsBidsAreToBeLowered() {
    List<Finding> found = launches(launch(0.3));
    assertThat(found).extracting(Finding::id).containsExactly("launch_underperforming:new");
    Finding finding = found.getFirst();
    assertThat(finding.direction()).isEqualTo(Direction.BELOW);
    assertThat(finding.onset()).contains(START);
    assertThat(finding.action())
        .contains(new Action.ChangeBids(finding.entity(), new BigDecimal("-0.30")));
  }

  @Test
  void aLaunchLikeTheOthersIsNothing() {
    assertThat(launch(1).findings().findings()).isEmpty();
  }

  @Test
  void aLaunchOfBroadTargetsIsComparedWithBroadOnes() {
    // Broad targets convert at a quarter of exact ones everywhere.
    SteadyAccount account =
        SteadyAccount.usual()
            .target("new", "n1", MatchType.BROAD)
            .target("new", "n2", MatchType.BROAD)
            .sells("new", "B0BBBBBBBB")
            .always(
                key -> key.matchType() == MatchType.BROAD,
                course -> course.conversion(0.25).price(0.25))
            .always(campaign("new"), course -> course.clicks(0))
            .since(START, campaign("new"), course -> course.withClicks(20));
    assertThat(launches(account)).isEmpty();
  }

  @Test
  void aLaunchOfAProductThatSellsBadlyEverywhereIsNothing() {
    SteadyAccount account =
        launch(1)
            .always(
                key -> key.campaignId().compareTo("c3") > 0,
                course -> course.conversion(0.3).price(0.3));
    assertThat(launches(account)).isEmpty();
  }

  @Test
  void aCampaignThatRunsForMonthsIsNoLaunch() {
    SteadyAccount account =
        SteadyAccount.usual()
            .campaign("old", "B0BBBBBBBB")
            .always(campaign("old"), course -> course.conversion(2.2));
    assertThat(launches(account)).isEmpty();
  }

  @Test
  void aCampaignResumedAfterAMonthIsALaunch() {
    SteadyAccount account =
        SteadyAccount.usual()
            .campaign("new", "B0BBBBBBBB")
            .since(daysAgo(60), campaign("new"), course -> course.clicks(0))
            .since(START, campaign("new"), course -> course.withClicks(10).conversion(0.3));
    assertThat(launches(account))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.LAUNCH_UNDERPERFORMING);
    assertThat(launches(account).getFirst().onset()).contains(START);
  }

  @Test
  void aLaunchOfFewDaysIsTooYoungToJudge() {
    SteadyAccount account =
        SteadyAccount.usual()
            .campaign("new", "B0BBBBBBBB")
            .always(campaign("new"), course -> course.clicks(0).conversion(0.1))
            .since(daysAgo(4), campaign("new"), course -> course.withClicks(10));
    assertThat(launches(account)).isEmpty();
  }

  @Test
  void aFewClicksTellNothingOfALaunch() {
    SteadyAccount account =
        SteadyAccount.usual()
            .campaign("new", "B0BBBBBBBB")
            .always(campaign("new"), course -> course.clicks(0).conversion(0))
            .since(START, campaign("new"), course -> course.withClicks(0.3));
    assertThat(launches(account)).isEmpty();
  }

  @Test
  void aLaunchThatDoesNotPayIsToldOnceAndAsALaunch() {
    assertThat(launch(0.3).findings().findings())
        .extracting(Finding::id)
        .containsExactly("launch_underperforming:new");
  }
}
