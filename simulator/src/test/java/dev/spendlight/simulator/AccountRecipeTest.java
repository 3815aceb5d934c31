package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountType;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountRecipeTest {
  private static final int MANY = 200;

  @Test
  void theSameProfileAndSeedGiveTheSameAccountAndAnotherOfEitherAnother() {
    assertThat(rows(AccountRecipe.of(Profile.SMALL, 3)))
        .isEqualTo(rows(AccountRecipe.of(Profile.SMALL, 3)))
        .isNotEqualTo(rows(AccountRecipe.of(Profile.SMALL, 4)))
        .isNotEqualTo(rows(AccountRecipe.of(Profile.WEAK, 3)));
  }

  @ParameterizedTest
  @EnumSource
  void accountsAreAsLargeAsTheirProfileSays(Profile profile) {
    List<AccountShape> shapes = shapes(profile);

    int fewest = shapes.stream().mapToInt(AccountShape::campaigns).min().orElseThrow();
    int most = shapes.stream().mapToInt(AccountShape::campaigns).max().orElseThrow();
    double spend = shapes.stream().mapToDouble(AccountRecipeTest::dollars).average().orElseThrow();
    switch (profile) {
      case STANDARD, NOISY, WEAK -> {
        assertThat(fewest).isBetween(16, 18);
        assertThat(most).isBetween(37, 40);
        assertThat(spend).isBetween(4_500.0, 6_500.0);
      }
      case SMALL -> {
        assertThat(fewest).isEqualTo(3);
        assertThat(most).isEqualTo(10);
        assertThat(spend).isBetween(1_200.0, 1_500.0);
      }
      case LARGE -> {
        assertThat(fewest).isBetween(60, 70);
        assertThat(most).isBetween(270, 300);
        assertThat(spend).isBetween(30_000.0, 42_000.0);
      }
    }
  }

  @Test
  void accountsDifferInWhoTheyAreAndInWhatTheyTell() {
    List<AccountShape> shapes = shapes(Profile.STANDARD);

    assertThat(shapes.stream().map(AccountShape::marketplace).distinct()).hasSizeGreaterThan(8);
    assertThat(share(shapes, shape -> shape.settings().targetAcos().isPresent()))
        .isBetween(0.78, 0.92);
    assertThat(share(shapes, shape -> shape.settings().margin().isPresent())).isBetween(0.67, 0.83);
    assertThat(share(shapes, shape -> shape.nature().orders().type() == AccountType.VENDOR))
        .isBetween(0.12, 0.28);
    assertThat(shapes.stream().map(shape -> shape.nature().orders().completeness()).distinct())
        .hasSizeGreaterThan(MANY * 3 / 4);
  }

  @Test
  void noisyAccountsAreTwiceAsNoisyAsStandardOnes() {
    assertThat(meanShock(Profile.NOISY) / meanShock(Profile.STANDARD)).isBetween(1.8, 2.2);
    assertThat(
            shapes(Profile.NOISY).stream()
                .mapToDouble(shape -> shape.nature().noise().dispersion())
                .sorted()
                .skip(MANY / 2)
                .findFirst()
                .orElseThrow())
        .isBetween(2.5, 3.5);
  }

  @Test
  void everyKindOfFindingIsPlantedSomewhere() {
    assertThat(
            shapes(Profile.STANDARD).stream()
                .flatMap(shape -> shape.incidents().stream())
                .map(Incident::kind)
                .distinct())
        .containsExactlyInAnyOrder(
            "bid_too_high",
            "zero_conversion",
            "bleeding",
            "conversion_collapse",
            "cpc_inflation",
            "budget_exhausted",
            "tracking_broken",
            "launch_outperforming",
            "launch_underperforming",
            "impression_drop",
            "market_shift",
            "wasted_search_term",
            "placement_inefficient",
            "order_value_drop",
            "data_missing");
  }

  @Test
  void whatBeginsBeginsFourToSixteenDaysBeforeTheLastDayAndMostKeywordKindsAreChronic() {
    List<Incident> incidents =
        shapes(Profile.STANDARD).stream().flatMap(shape -> shape.incidents().stream()).toList();
    List<Incident> keywords =
        incidents.stream()
            .filter(each ->
                each instanceof Incident.ZeroConversion || each instanceof Incident.BidTooHigh)
            .toList();
    assertThat(keywords.stream().filter(each -> each.daysAgo().isEmpty()).count())
        .isBetween(keywords.size() / 2L, keywords.size() * 7L / 10);
    assertThat(keywords).allMatch(each -> each.daysAgo().orElse(4) >= 4);
    assertThat(keywords).allMatch(each -> each.daysAgo().orElse(16) <= 16);
    assertThat(incidents.stream().filter(Incident.Bleeding.class::isInstance))
        .isNotEmpty()
        .allMatch(each -> each.daysAgo().orElseThrow() >= 4 && each.daysAgo().orElseThrow() <= 16);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "STANDARD"})
  void withoutItsIncidentsItIsTheSameAccount(Profile profile) {
    AccountRecipe recipe = AccountRecipe.of(profile, 8);
    AccountPlan planted = recipe.account().plan();
    AccountPlan clean = recipe.withoutIncidents().account().plan();

    assertThat(clean.targets().stream().map(TargetPlan::id))
        .containsExactlyElementsOf(planted.targets().stream().map(TargetPlan::id).toList());
    assertThat(clean.campaigns().stream().map(CampaignPlan::name))
        .containsExactlyElementsOf(planted.campaigns().stream().map(CampaignPlan::name).toList());
    assertThat(recipe.withoutIncidents().account().truths()).isEmpty();
  }

  private static List<AccountShape> shapes(Profile profile) {
    return LongStream.range(0, MANY)
        .mapToObj(seed -> AccountRecipe.of(profile, seed).shape())
        .toList();
  }

  private static double dollars(AccountShape shape) {
    return shape.weeklySpend().doubleValue() / shape.dollar();
  }

  private static double meanShock(Profile profile) {
    return shapes(profile).stream()
        .mapToDouble(shape -> shape.nature().noise().campaignShock())
        .average()
        .orElseThrow();
  }

  private static double share(List<AccountShape> shapes, Predicate<AccountShape> which) {
    return shapes.stream().filter(which).count() / (double) shapes.size();
  }

  private static List<ReportRow> rows(AccountRecipe recipe) {
    SimulatedAccount account = recipe.account();
    return Stream.of(ReportKind.SEARCH_TERM, ReportKind.PLACEMENT)
        .flatMap(kind ->
            account
                .rows(kind, account.shape().period(), account.shape().lastDay().plusDays(1))
                .stream())
        .toList();
  }
}
