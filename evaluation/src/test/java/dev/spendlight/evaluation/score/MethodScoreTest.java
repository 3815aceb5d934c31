package dev.spendlight.evaluation.score;

import static dev.spendlight.evaluation.score.Examples.account;
import static dev.spendlight.evaluation.score.Examples.campaign;
import static dev.spendlight.evaluation.score.Examples.claim;
import static dev.spendlight.evaluation.score.Examples.judge;
import static dev.spendlight.evaluation.score.Examples.truth;
import static dev.spendlight.finding.FindingKind.BLEEDING;
import static dev.spendlight.finding.FindingKind.CONVERSION_COLLAPSE;
import static dev.spendlight.finding.FindingKind.CPC_INFLATION;
import static dev.spendlight.finding.FindingKind.ZERO_CONVERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.evaluation.truth.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MethodScoreTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 22);

  private static final Truth LARGE = truth(BLEEDING, campaign("1"), 100, "a");
  private static final Truth MIDDLE = truth(BLEEDING, campaign("2"), 50, "b");
  private static final Truth SMALL = truth(CPC_INFLATION, campaign("3"), 25, "c");
  private static final Claim WRONG = claim(ZERO_CONVERSION, campaign("4"), 9, "d");

  private static Claim of(Truth truth, double impact) {
    return claim(truth.kind(), truth.subject(), impact, truth.targetIds().toArray(String[]::new));
  }

  @Test
  void precisionAndRecallAreOfAllAccountsTogether() {
    MethodScore score =
        MethodScore.of(
            "m",
            List.of(
                account(List.of(LARGE, MIDDLE), of(LARGE, 100), of(MIDDLE, 50), WRONG),
                account(List.of(LARGE, SMALL))));
    assertThat(score.counts()).isEqualTo(new Counts(4, 2, 1, 0, 0));
    assertThat(score.counts().precision().orElseThrow()).isEqualTo(2 / 3.0, EXACT);
    assertThat(score.counts().recall().orElseThrow()).isEqualTo(0.5, EXACT);
    assertThat(score.counts().f1().orElseThrow()).isEqualTo(4 / 7.0, EXACT);
  }

  @Test
  void theFirstThreeAreMeasuredAgainstThreeTruthsAtMost() {
    Truth fourth = truth(ZERO_CONVERSION, campaign("5"), 5, "e");
    MethodScore score =
        MethodScore.of(
            "m",
            List.of(
                account(
                    List.of(LARGE, MIDDLE, SMALL, fourth),
                    of(LARGE, 1),
                    WRONG,
                    of(MIDDLE, 1),
                    of(SMALL, 1)),
                account(List.of(LARGE), WRONG)));
    assertThat(score.top()).isEqualTo(new TopRanks(4, 2, 4));
    assertThat(score.hitAtOne().orElseThrow()).isEqualTo(0.5, EXACT);
  }

  @Test
  void gainIsOneWhenTruthsComeInTheOrderOfTheirImpact() {
    assertThat(gain(of(LARGE, 1), of(MIDDLE, 1), of(SMALL, 1))).isEqualTo(1, EXACT);
  }

  @Test
  void gainIsDiscountedByTheRank() {
    double best = 100 + 50 / log2(3) + 25 / log2(4);
    // The large one second, the middle one fourth, the small one missed.
    double got = 100 / log2(3) + 50 / log2(5);
    assertThat(gain(WRONG, of(LARGE, 1), WRONG, of(MIDDLE, 1))).isEqualTo(got / best, EXACT);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static double gain(Claim... claims) {
    return MethodScore.of("m", List.of(account(List.of(SMALL, LARGE, MIDDLE), claims)))
        .gain()
        .orElseThrow();
  }

  @Test
  void impactsAreComparedOfRightClaimsThatTellOne() {
    ImpactFit fit =
        MethodScore.of(
                "m",
                List.of(
                    account(
                        List.of(LARGE, MIDDLE, SMALL),
                        of(LARGE, 80),
                        of(MIDDLE, 150),
                        of(SMALL, 0)),
                    account(List.of(LARGE), of(LARGE, 110))))
            .impact();
    assertThat(fit.ratios()).containsExactlyInAnyOrder(0.8, 3.0, 1.1);
    assertThat(fit.error().orElseThrow()).isEqualTo(0.2, EXACT);
    assertThat(fit.bias().orElseThrow()).isEqualTo(1.1, EXACT);
    assertThat(fit.withinTwice().orElseThrow()).isEqualTo(2 / 3.0, EXACT);
  }

  @Test
  void aFalseAlarmOfSeveralMorningsCountsOnce() {
    Claim other = claim(ZERO_CONVERSION, campaign("5"), 9, "c");
    TreeMap<LocalDate, Verdicts> week = new TreeMap<>();
    for (int day = 0; day < 7; day++) {
      week.put(
          FIRST.plusDays(day),
          day == 3
              ? judge(List.of(), List.of(), WRONG, other)
              : judge(List.of(), List.of(), WRONG));
    }
    AccountScore quiet = account(true, List.of(), Map.of(FIRST, judge(List.of(), List.of())));
    MethodScore score = MethodScore.of("m", List.of(account(true, List.of(), week), quiet));
    assertThat(score.alarmsAWeek().orElseThrow()).isEqualTo(1, EXACT);
    assertThat(score.counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void daysToDetectAreCountedFromTheFirstDayOfWhatBeganMeanwhile() {
    Truth fresh =
        new Truth(BLEEDING, campaign("1"), Set.of("a"), Optional.of(FIRST.plusDays(1)), 9);
    Truth old = new Truth(BLEEDING, campaign("2"), Set.of("b"), Optional.of(FIRST.minusDays(9)), 9);
    List<Truth> truths = List.of(fresh, old);
    AccountScore score =
        account(
            false,
            truths,
            Map.of(
                FIRST,
                judge(truths, List.of(), of(old, 1)),
                FIRST.plusDays(3),
                judge(truths, List.of(), of(old, 1)),
                FIRST.plusDays(5),
                judge(truths, List.of(), of(fresh, 1))));
    // From the 23rd to the 27th, both included.
    assertThat(score.daysToDetect()).containsExactly(5L);
  }

  @Test
  void kindsAreRecalledByTheTruthAndTrustedByTheClaim() {
    Claim collapse = claim(CONVERSION_COLLAPSE, campaign("1"), 9, "a");
    List<KindScore> kinds =
        MethodScore.of("m", List.of(account(List.of(LARGE, MIDDLE), collapse, WRONG))).kinds();
    assertThat(kinds)
        .containsExactly(
            new KindScore(ZERO_CONVERSION, 0, 0, 1, 0),
            new KindScore(BLEEDING, 2, 1, 0, 0),
            new KindScore(CONVERSION_COLLAPSE, 0, 0, 1, 1));
  }

  @Test
  void aFigureThatIsNotDefinedIsAbsent() {
    MethodScore score = MethodScore.of("m", List.of());
    assertThat(score.counts().f1()).isEmpty();
    assertThat(score.hitAtOne()).isEmpty();
    assertThat(score.alarmsAWeek()).isEmpty();
    assertThat(score.f1Interval()).isEmpty();
  }
}
