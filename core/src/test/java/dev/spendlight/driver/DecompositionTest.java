package dev.spendlight.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.driver.SegmentContribution.Course;
import dev.spendlight.driver.SegmentContribution.Split;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecompositionTest {
  private static final long SEED = 20261124;
  private static final double EXACT = 1e-9;

  private static Metrics metrics(
      long impressions, long clicks, String spend, long orders, String sales) {
    return Metrics.of(
        impressions, clicks, new BigDecimal(spend), new BigDecimal(sales), orders, orders);
  }

  private static PeriodSums period(Map<String, Metrics> entities) {
    return PeriodSums.of(entities, 1);
  }

  /// Zeros wherever they occur, and in one entity of twenty a correction below zero.
  private static Metrics random(SplittableRandom random) {
    long impressions = random.nextInt(10) == 0 ? 0 : (long) Math.exp(random.nextDouble(0, 13));
    long clicks = random.nextInt(8) == 0 ? 0 : (long) (impressions * random.nextDouble(0, .05));
    long orders = random.nextInt(3) == 0 ? 0 : (long) (clicks * random.nextDouble(0, .4));
    double spend = clicks * Math.exp(random.nextDouble(-3, 3));
    double sales = orders * Math.exp(random.nextDouble(0, 6));
    return switch (random.nextInt(40)) {
      case 0 -> metrics(impressions, clicks, "-3.17", orders, cents(sales));
      case 1 -> metrics(impressions, clicks, cents(spend), -1, "-24.99");
      case 2 -> metrics(0, 0, "0.00", 1, "19.50");
      default -> metrics(impressions, clicks, cents(spend), orders, cents(sales));
    };
  }

  private static String cents(double amount) {
    return BigDecimal.valueOf(Math.round(amount * 100), 2).toPlainString();
  }

  @Test
  void inAHundredThousandRandomPeriodsEverythingAddsUpForEveryMetric() {
    System.out.println("seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Metric, Integer> explained = new TreeMap<>();
    int vanished = 0;
    for (int round = 0; round < 100_000; round++) {
      Map<String, Metrics> before = new HashMap<>();
      Map<String, Metrics> after = new HashMap<>();
      for (int i = random.nextInt(1, 12); i > 0; i--) {
        int course = random.nextInt(6);
        if (course != 0) {
          before.put("k" + i, random(random));
        }
        if (course != 1) {
          after.put("k" + i, random(random));
        }
        vanished += course == 1 ? 1 : 0;
      }
      Metric metric = Decomposition.METRICS.get(round % Decomposition.METRICS.size());
      Optional<Decomposition> decomposition =
          Decomposition.of(
              metric,
              PeriodSums.of(before, random.nextInt(1, 3)),
              PeriodSums.of(after, random.nextInt(1, 3)));
      if (decomposition.isPresent()) {
        explained.merge(metric, 1, Integer::sum);
        String breach = breach(decomposition.get());
        if (!breach.isEmpty()) {
          throw new AssertionError(
              "seed %d, round %d: %s%nbefore %s%nafter %s"
                  .formatted(SEED, round, breach, before, after));
        }
      }
    }
    assertThat(explained).hasSize(Decomposition.METRICS.size());
    assertThat(explained.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(85_000);
    assertThat(vanished).isGreaterThan(50_000);
  }

  /// What does not add up, relative to the largest of what is added; empty when all does.
  private static String breach(Decomposition whole) {
    double scale = Math.max(Math.abs(whole.before()), Math.abs(whole.after()));
    for (SegmentContribution<String> part : whole.parts()) {
      scale = Math.max(scale, Math.abs(part.contribution()));
    }
    if (!close(whole.sumOfParts(), whole.change(), scale)) {
      return "parts make %s of %s".formatted(whole.sumOfParts(), whole.change());
    }
    if (!whole.factors().isEmpty() && !close(sum(whole.factors()), whole.change(), scale)) {
      return "factors make %s of %s".formatted(sum(whole.factors()), whole.change());
    }
    for (SegmentContribution<String> part : whole.parts()) {
      double own = part.contribution();
      if (part.split().isPresent()) {
        Split split = part.split().get();
        if (!close(split.mix() + split.rate(), own, Math.max(scale, Math.abs(split.mix())))) {
          return "mix %s and rate %s make %s"
              .formatted(split.mix(), split.rate(), part.contribution());
        }
        own = split.rate();
      }
      if (!part.factors().isEmpty() && !close(sum(part.factors()), own, scale)) {
        return "the factors of %s make %s of %s".formatted(part.key(), sum(part.factors()), own);
      }
    }
    return "";
  }

  private static boolean close(double actual, double expected, double scale) {
    return Double.isFinite(actual) && Math.abs(actual - expected) <= EXACT * scale;
  }

  private static double sum(List<Factor> factors) {
    return factors.stream().mapToDouble(Factor::contribution).sum();
  }

  @Test
  void theLargestPartComesFirstAndTiesGoById() {
    Decomposition spend =
        Decomposition.of(
                Metric.SPEND,
                period(
                    Map.of("b", metrics(100, 10, "5", 0, "0"), "a", metrics(90, 9, "5", 0, "0"))),
                period(
                    Map.of(
                        "b", metrics(100, 10, "8", 0, "0"),
                        "a", metrics(90, 9, "2", 0, "0"),
                        "c", metrics(50, 5, "9", 0, "0"))))
            .orElseThrow();
    assertThat(spend.parts()).extracting(SegmentContribution::key).containsExactly("c", "a", "b");
    assertThat(spend.before()).isEqualTo(10);
    assertThat(spend.after()).isEqualTo(19);
    assertThat(spend.sumOfParts()).isEqualTo(9);
    assertThat(spend.parts().getFirst().course()).isEqualTo(Course.STARTED);
    assertThat(spend.parts().getFirst().split()).as("a sum has no mix").isEmpty();
    assertThat(spend.parts().get(1).factor(Metric.CPC)).hasValue(-3);
    assertThat(spend.parts().get(1).factor(Metric.CVR)).isEmpty();
  }

  @Test
  void aSumIsTakenApartByEachFactorOfItsChain() {
    PeriodSums before = period(Map.of("a", metrics(1000, 100, "50", 10, "200")));
    PeriodSums after = period(Map.of("a", metrics(2000, 100, "60", 5, "150")));
    assertThat(factors(Metric.IMPRESSIONS, before, after)).isEmpty();
    assertThat(factors(Metric.CLICKS, before, after))
        .containsExactly(Metric.IMPRESSIONS, Metric.CTR);
    assertThat(factors(Metric.SPEND, before, after))
        .containsExactly(Metric.IMPRESSIONS, Metric.CTR, Metric.CPC);
    assertThat(factors(Metric.ORDERS, before, after))
        .containsExactly(Metric.IMPRESSIONS, Metric.CTR, Metric.CVR);
    assertThat(factors(Metric.SALES, before, after))
        .containsExactly(Metric.IMPRESSIONS, Metric.CTR, Metric.CVR, Metric.AOV);
    assertThat(factors(Metric.ROAS, before, after))
        .containsExactly(Metric.CPC, Metric.CVR, Metric.AOV);
  }

  private static List<Metric> factors(Metric metric, PeriodSums before, PeriodSums after) {
    return Decomposition.of(metric, before, after).orElseThrow().factors().stream()
        .map(Factor::metric)
        .toList();
  }

  @Test
  void roasIsTakenApartAsAcosIsWithTheSignsTurned() {
    PeriodSums before = period(Map.of("a", metrics(100_000, 500, "500", 50, "1500")));
    PeriodSums after = period(Map.of("a", metrics(120_000, 540, "702", 43, "1333")));
    Decomposition roas = Decomposition.of(Metric.ROAS, before, after).orElseThrow();
    Decomposition acos = Decomposition.of(Metric.ACOS, before, after).orElseThrow();
    for (int i = 0; i < 3; i++) {
      double share = acos.factors().get(i).contribution() / acos.change();
      assertThat(roas.factors().get(i).contribution() / roas.change())
          .isCloseTo(share, within(1e-12));
    }
  }

  @Test
  void aRoasThatFallsToNothingIsAMatterOfTheConversionRate() {
    Decomposition roas =
        Decomposition.of(
                Metric.ROAS,
                period(Map.of("a", metrics(900, 90, "40", 6, "120"))),
                period(Map.of("a", metrics(800, 80, "40", 0, "0"))))
            .orElseThrow();
    assertThat(roas.change()).isEqualTo(-3);
    assertThat(roas.factors()).contains(new Factor(Metric.CVR, -3));
  }

  @Test
  void unequalPeriodsAreComparedByTheDay() {
    Decomposition spend =
        Decomposition.of(
                Metric.SPEND,
                PeriodSums.of(Map.of("a", metrics(700, 70, "70", 7, "140")), 7),
                PeriodSums.of(Map.of("a", metrics(600, 60, "66", 6, "120")), 6))
            .orElseThrow();
    assertThat(spend.change()).isCloseTo(1, within(1e-12));
    assertThat(spend.parts().getFirst().factor(Metric.CPC).orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void whatReportsDoNotTellIsNotExplained() {
    Metrics unsold =
        new Metrics(
            Optional.of(100L),
            Optional.of(10L),
            Optional.of(new BigDecimal("5")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PeriodSums before = period(Map.of("a", unsold));
    PeriodSums after = period(Map.of("a", unsold.plus(unsold)));
    assertThat(Decomposition.of(Metric.ACOS, before, after)).isEmpty();
    assertThat(Decomposition.of(Metric.SALES, before, after)).isEmpty();
    assertThat(Decomposition.of(Metric.SPEND, before, after).orElseThrow().change()).isEqualTo(5);
  }

  @Test
  void withoutImpressionsSpendHasPartsButNoFactors() {
    Metrics unseen =
        new Metrics(
            Optional.empty(),
            Optional.of(10L),
            Optional.of(new BigDecimal("5")),
            Optional.of(BigDecimal.ZERO),
            Optional.of(0L),
            Optional.empty());
    Decomposition spend =
        Decomposition.of(
                Metric.SPEND, period(Map.of("a", unseen)), period(Map.of("a", unseen.plus(unseen))))
            .orElseThrow();
    assertThat(spend.change()).isEqualTo(5);
    assertThat(spend.factors()).isEmpty();
    assertThat(spend.parts().getFirst().factors()).isEmpty();
  }

  @Test
  void aRatioWithoutADenominatorInAPeriodIsNotExplained() {
    PeriodSums some = period(Map.of("a", metrics(100, 10, "5", 1, "20")));
    PeriodSums unsold = period(Map.of("a", metrics(100, 10, "5", 0, "0")));
    assertThat(Decomposition.of(Metric.ACOS, some, unsold)).isEmpty();
    assertThat(Decomposition.of(Metric.ACOS, unsold, some)).isEmpty();
    assertThat(Decomposition.of(Metric.CVR, some, unsold).orElseThrow().after()).isZero();
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    PeriodSums some = period(Map.of("a", metrics(100, 10, "5", 1, "20")));
    assertThatThrownBy(() -> Decomposition.of(Metric.UNITS, some, some))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("units");
    assertThatThrownBy(() -> PeriodSums.of(Map.of(), 0)).hasMessageContaining("not 0");
  }
}
