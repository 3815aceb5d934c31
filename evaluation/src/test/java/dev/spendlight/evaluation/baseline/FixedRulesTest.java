package dev.spendlight.evaluation.baseline;

import static dev.spendlight.evaluation.baseline.Weeks.HEALTHY;
import static dev.spendlight.evaluation.baseline.Weeks.account;
import static dev.spendlight.evaluation.baseline.Weeks.campaign;
import static dev.spendlight.evaluation.baseline.Weeks.days;
import static dev.spendlight.evaluation.baseline.Weeks.since;
import static dev.spendlight.evaluation.baseline.Weeks.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.evaluation.score.TargetSpend;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.finding.FindingKind;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FixedRulesTest {
  private static final RuleThresholds THRESHOLDS = new RuleThresholds(50, 1.5, 1.3, 0.5, 80, 2, 0);

  private static void only(AccountDays account, FindingKind kind, double impact) {
    assertThat(new FixedRules(THRESHOLDS).claims(account))
        .singleElement()
        .satisfies(claim -> {
          assertThat(claim.kind()).isEqualTo(kind);
          assertThat(claim.weeklyImpact()).isEqualTo(impact, within(0.01));
        });
  }

  private static void nothing(AccountDays account) {
    assertThat(new FixedRules(THRESHOLDS).claims(account)).isEmpty();
  }

  @Test
  void aHealthyAccountIsLeftAlone() {
    nothing(account(campaign("1", days(HEALTHY, HEALTHY))));
    assertThat(NaiveRule.claims(account(campaign("1", days(HEALTHY, HEALTHY))))).isEmpty();
  }

  @Test
  void theNaiveRuleTakesWhatIsHalfAboveTheAverage() {
    Sums dear = new Sums(1000, 20, 20, 50, 1);
    List<Claim> claims = NaiveRule.claims(account(campaign("1", days(dear, dear))));
    assertThat(claims)
        .singleElement()
        .satisfies(claim -> {
          assertThat(claim.kind()).isEqualTo(FindingKind.BLEEDING);
          assertThat(claim.subject().id()).isEqualTo("1");
          assertThat(claim.targetIds()).containsExactlyInAnyOrder("1-1", "1-2");
          // Average ACOS 620 / 3050 a day.
          assertThat(claim.weeklyImpact()).isEqualTo(7 * (20 - 50 * 620 / 3050.0), within(0.01));
        });
  }

  @Test
  void theNaiveRuleTakesSpendWithoutSales() {
    Sums dead = new Sums(1000, 1, 1, 0, 0);
    assertThat(NaiveRule.claims(account(campaign("1", days(dead, dead))))).hasSize(1);
    nothing(account(campaign("1", days(dead, dead))));
  }

  @Test
  void clicksThatCostAThirdMoreThanLastWeekAreInflation() {
    // 140 clicks at 1.40: what is over 1.00 is the impact.
    only(
        account(campaign("1", days(HEALTHY, new Sums(1000, 20, 28, 100, 2)))),
        FindingKind.CPC_INFLATION,
        7 * 8);
    nothing(account(campaign("1", days(HEALTHY, new Sums(1000, 20, 25, 100, 2)))));
  }

  @Test
  void halfOfTheConversionRateIsBleeding() {
    RuleThresholds patient = new RuleThresholds(50, 9, 1.3, 0.5, 80, 2, 0);
    List<Claim> claims =
        new FixedRules(patient)
            .claims(account(campaign("1", days(HEALTHY, new Sums(1000, 20, 20, 50, 1)))));
    assertThat(claims)
        .singleElement()
        .satisfies(claim -> {
          assertThat(claim.kind()).isEqualTo(FindingKind.BLEEDING);
          assertThat(claim.weeklyImpact()).isEqualTo(0.40 * 7 * 50, within(0.01));
        });
  }

  @Test
  void fortyPercentFewerImpressionsAreADrop() {
    // Sales lost 7 x 50, spend saved 7 x 10.
    only(
        account(campaign("1", days(HEALTHY, new Sums(500, 10, 10, 50, 1)))),
        FindingKind.IMPRESSION_DROP,
        7 * (0.40 * 50 - 10));
  }

  @Test
  void aBudgetThatIsUsedUpIsExhausted() {
    DayFigures days = days(HEALTHY, HEALTHY);
    only(
        account(campaign("1", days, OptionalDouble.of(20), OptionalDouble.of(0.5))),
        FindingKind.BUDGET_EXHAUSTED,
        7 * (0.40 * 100 - 20));
    nothing(account(campaign("1", days, OptionalDouble.of(25), OptionalDouble.of(0.9))));
  }

  @Test
  void aNewCampaignIsComparedWithTheAccount() {
    only(
        account(campaign("1", since(20, new Sums(1000, 20, 20, 250, 5)))),
        FindingKind.LAUNCH_OUTPERFORMING,
        0.40 * 7 * 250 * (1 - 0.08 / (620 / 3250.0)));
    List<Claim> bad =
        new FixedRules(new RuleThresholds(50, 9, 1.3, 0.5, 80, 2, 0))
            .claims(account(campaign("1", since(20, new Sums(1000, 20, 20, 50, 1)))));
    assertThat(bad).extracting(Claim::kind).containsExactly(FindingKind.LAUNCH_UNDERPERFORMING);
  }

  @Test
  void aCampaignThatIsAsOldAsTheDataIsNotNew() {
    nothing(
        account(
            campaign("1", days(new Sums(1000, 20, 20, 250, 5), new Sums(1000, 20, 20, 250, 5)))));
  }

  @Test
  void aTargetWithManyClicksAndNoOrderIsZeroConversion() {
    Sums dead = new Sums(100, 3, 3, 0, 0);
    only(
        account(List.of(), List.of(target("k", days(dead, dead)))),
        FindingKind.ZERO_CONVERSION,
        7 * 3);
    Sums few = new Sums(100, 2, 2, 0, 0);
    nothing(account(List.of(), List.of(target("k", days(few, few)))));
  }

  @Test
  void whatIsLessThanTheLeastShareOfTheSpendIsNotTold() {
    // 21 a week where the account spends 4,200: half a percent.
    Sums dead = new Sums(100, 3, 3, 0, 0);
    AccountDays account = account(List.of(), List.of(target("k", days(dead, dead))));
    assertThat(new FixedRules(new RuleThresholds(50, 1.5, 1.3, 0.5, 80, 2, 0.004)).claims(account))
        .hasSize(1);
    assertThat(new FixedRules(new RuleThresholds(50, 1.5, 1.3, 0.5, 80, 2, 0.006)).claims(account))
        .isEmpty();
  }

  @Test
  void aTargetWhoseAcosIsTwiceTheTargetBidsTooHigh() {
    Sums dear = new Sums(100, 10, 10, 20, 1);
    only(
        account(List.of(), List.of(target("k", days(dear, dear)))),
        FindingKind.BID_TOO_HIGH,
        7 * 10 * (1 - 0.25 / 0.5));
    Sums fair = new Sums(100, 10, 10, 21, 1);
    nothing(account(List.of(), List.of(target("k", days(fair, fair)))));
  }

  @Test
  void whatLiesMostlyWithinSomethingLargerIsNotToldAgain() {
    TargetSpend spend = new TargetSpend(Map.of("a", 60.0, "b", 40.0, "c", 10.0));
    Claim whole = claim("a", "b");
    Claim part = claim("a");
    Claim apart = claim("c");
    assertThat(FixedRules.withoutRepetition(List.of(whole, part, apart), spend))
        .containsExactly(whole, apart);
  }

  private static Claim claim(String... targets) {
    return new Claim(
        FindingKind.BLEEDING,
        new Subject("campaign", "1", ""),
        Set.of(targets),
        1,
        Optional.empty(),
        "");
  }

  @Test
  void thresholdsAreWrittenAndReadBack() throws Exception {
    Properties properties = new Properties();
    properties.load(new StringReader(String.join("\n", THRESHOLDS.lines())));
    assertThat(RuleThresholds.of(properties)).isEqualTo(THRESHOLDS);
  }

  @Test
  void theGridHoldsEachCombinationOnce() {
    assertThat(RuleThresholds.grid()).hasSize(288).doesNotHaveDuplicates();
  }
}
