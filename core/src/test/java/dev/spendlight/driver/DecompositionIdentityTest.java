package dev.spendlight.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.driver.SegmentContribution.Course;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecompositionIdentityTest {
  private static final long SEED = 20260309;
  private static final List<Metric> RATIOS =
      List.of(Metric.ACOS, Metric.ROAS, Metric.CTR, Metric.CVR, Metric.CPC, Metric.AOV);

  /// Any of impressions, clicks and orders may be zero, and then all that follows; spend and sales
  /// span six decades.
  private static Sums random(SplittableRandom random) {
    double impressions =
        random.nextInt(8) == 0 ? 0 : Math.floor(Math.exp(random.nextDouble(0, 14)));
    double clicks =
        random.nextInt(8) == 0 ? 0 : Math.floor(impressions * random.nextDouble(0, .05));
    double spend = clicks * Math.exp(random.nextDouble(-4, 4));
    double orders = random.nextInt(4) == 0 ? 0 : Math.floor(clicks * random.nextDouble(0, .4));
    return new Sums(impressions, clicks, spend, orders, orders * Math.exp(random.nextDouble(0, 7)));
  }

  @Test
  void partsAddUpInTenThousandRandomPeriods() {
    SplittableRandom random = new SplittableRandom(SEED);
    int explained = 0;
    for (int round = 0; round < 10_000; round++) {
      List<Segment<Integer>> segments = new ArrayList<>();
      for (int i = random.nextInt(1, 30); i > 0; i--) {
        Sums before = random(random);
        segments.add(new Segment<>(i, before, random.nextInt(6) == 0 ? before : random(random)));
      }
      Metric ratio = RATIOS.get(round % RATIOS.size());
      String what = "seed %d, round %d, %s of %s".formatted(SEED, round, ratio, segments);
      Optional<RatioChange<Integer>> change = RatioChange.of(ratio, segments);
      if (change.isEmpty()) {
        continue;
      }
      explained++;
      double scale = Math.max(change.get().before(), change.get().after());
      double sum = 0;
      for (SegmentContribution<Integer> part : change.get().segments()) {
        sum += part.contribution();
        double own = Math.max(Math.abs(part.contribution()), scale);
        part.split()
            .ifPresent(split -> {
              double mine = Math.max(own, Math.abs(split.mix()));
              assertThat(split.mix() + split.rate())
                  .as(what)
                  .isCloseTo(part.contribution(), within(1e-9 * mine));
              if (!part.factors().isEmpty()) {
                double factors = part.factors().stream().mapToDouble(Factor::contribution).sum();
                assertThat(factors)
                    .as(what)
                    .isCloseTo(
                        split.rate(),
                        within(1e-9 * Math.max(Math.abs(split.rate()), 1e-3 * scale)));
              }
            });
      }
      assertThat(sum).as(what).isCloseTo(change.get().change(), within(1e-9 * scale));
    }
    assertThat(explained).isGreaterThan(8_000);
  }

  @Test
  void factorsAddUpWhateverIsZero() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 10_000; round++) {
      Sums before = random(random);
      Sums after = random(random);
      String what = "seed %d, round %d: %s, %s".formatted(SEED, round, before, after);
      assertSum(what, Factors.ofSpend(before, after), before.spend(), after.spend());
      assertSum(what, Factors.ofSales(before, after), before.sales(), after.sales());
      Factors.ofAcos(before, after)
          .ifPresent(parts ->
              assertSum(
                  what, parts, before.spend() / before.sales(), after.spend() / after.sales()));
    }
  }

  private static void assertSum(String what, List<Factor> parts, double before, double after) {
    double sum = parts.stream().mapToDouble(Factor::contribution).sum();
    assertThat(sum)
        .as(what)
        .isCloseTo(after - before, within(1e-9 * Math.max(Math.max(before, after), 1e-12)));
  }

  @Test
  void swappingThePeriodsTurnsEverySign() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 1_000; round++) {
      Sums a = random(random);
      Sums b = random(random);
      Sums c = random(random);
      Sums d = random(random);
      RatioChange.of(Metric.ACOS, List.of(new Segment<>(1, a, b), new Segment<>(2, c, d)))
          .ifPresent(there -> {
            RatioChange<Integer> back =
                RatioChange.of(Metric.ACOS, List.of(new Segment<>(1, b, a), new Segment<>(2, d, c)))
                    .orElseThrow();
            for (int i = 0; i < 2; i++) {
              double x = there.segments().get(i).contribution();
              assertThat(back.segments().get(i).contribution())
                  .as("seed %d", SEED)
                  .isCloseTo(-x, within(1e-12 * Math.abs(x)));
            }
          });
    }
  }

  @Test
  void nothingBeforeBelongsToTheFirstFactorThatWasZero() {
    Sums some = new Sums(1000, 20, 15, 2, 60);
    assertThat(Factors.ofSpend(Sums.ZERO, some).getFirst())
        .isEqualTo(new Factor(Metric.IMPRESSIONS, 15));
    assertThat(Factors.ofSpend(new Sums(900, 0, 0, 0, 0), some).get(1))
        .isEqualTo(new Factor(Metric.CTR, 15));
    assertThat(Factors.ofSales(some, new Sums(1000, 20, 15, 0, 0)).get(2))
        .isEqualTo(new Factor(Metric.CVR, -60));
    assertThat(Factors.ofAcos(some, new Sums(1000, 20, 15, 0, 0))).isEmpty();
  }

  @Test
  void theCourseOfASegmentIsNamed() {
    Sums some = new Sums(1000, 20, 15, 2, 60);
    Sums unsold = new Sums(1000, 20, 15, 0, 0);
    List<Course> courses =
        RatioChange.of(
                Metric.ACOS,
                List.of(
                    new Segment<>("a", some, some),
                    new Segment<>("b", Sums.ZERO, some),
                    new Segment<>("c", some, Sums.ZERO),
                    new Segment<>("d", some, unsold),
                    new Segment<>("e", unsold, unsold),
                    new Segment<>("f", Sums.ZERO, Sums.ZERO)))
            .orElseThrow()
            .segments()
            .stream()
            .map(SegmentContribution::course)
            .toList();
    assertThat(courses)
        .containsExactly(
            Course.CONTINUED,
            Course.STARTED,
            Course.STOPPED,
            Course.WITHOUT_DENOMINATOR,
            Course.WITHOUT_DENOMINATOR,
            Course.CONTINUED);
  }

  @Test
  void withoutSalesThereIsNoRatioToExplain() {
    Sums unsold = new Sums(1000, 20, 15, 0, 0);
    assertThat(RatioChange.of(Metric.ACOS, List.of(new Segment<>("a", unsold, unsold)))).isEmpty();
    assertThat(RatioChange.of(Metric.ACOS, List.<Segment<String>>of())).isEmpty();
  }

  @Test
  void sumsPerDayOfWhatReportsCarry() {
    Metrics week = Metrics.of(700, 70, new BigDecimal("35.70"), new BigDecimal("140"), 7, 8);
    Sums day = Sums.perDay(week, 7).orElseThrow();
    assertThat(day.clicks()).isEqualTo(10);
    assertThat(day.spend()).isCloseTo(5.1, within(1e-12));
    Metrics unknown =
        new Metrics(
            week.impressions(),
            week.clicks(),
            week.spend(),
            Optional.empty(),
            week.orders(),
            week.units());
    assertThat(Sums.perDay(unknown, 7)).isEmpty();
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> RatioChange.of(Metric.SPEND, List.<Segment<String>>of()))
        .hasMessage("Contributions exist for acos, roas, ctr, cvr, cpc and aov, not spend.");
    assertThatThrownBy(() -> new Sums(1, Double.NaN, 0, 0, 0)).hasMessageContaining("clicks NaN");
    assertThatThrownBy(() -> Sums.perDay(Metrics.ZERO, 0)).hasMessageContaining("not 0");
  }
}
