package dev.spendlight.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.driver.SegmentContribution.Course;
import dev.spendlight.driver.SegmentContribution.Split;
import dev.spendlight.metric.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Known answers, computed once with plain formulas in NumPy at full precision; percentage points
/// divided by 100.
class DecompositionVectorsTest {
  private static final Sums BEFORE = new Sums(100_000, 500, 500, 50, 1500);
  private static final Sums AFTER = new Sums(120_000, 540, 702, 43, 1333);

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(Math.max(Math.abs(expected), 1e-6) * 1e-9));
  }

  private static void assertParts(List<Factor> parts, List<Metric> metrics, double... expected) {
    assertThat(parts.stream().map(Factor::metric)).isEqualTo(metrics);
    for (int i = 0; i < expected.length; i++) {
      assertClose(parts.get(i).contribution(), expected[i]);
    }
  }

  @Test
  void acosByFactors() {
    List<Factor> parts = Factors.ofAcos(BEFORE, AFTER).orElseThrow();
    assertParts(
        parts,
        List.of(Metric.CPC, Metric.CVR, Metric.AOV),
        .11088585188159799,
        .09627079080606874,
        -.013858318106521468);
    double change = 0.19329832458114532;
    assertClose(parts.stream().mapToDouble(Factor::contribution).sum(), change);
    assertClose(LogMean.of(702.0 / 1333, 500.0 / 1500), 0.4226408352778455);
    assertClose(parts.get(0).contribution() / change, 0.5736513863835838);
    assertClose(parts.get(1).contribution() / change, 0.4980425516603736);
    assertClose(parts.get(2).contribution() / change, -0.07169393804395774);
    double[] ratios = {1.3, 1.255813953488372, 0.967741935483871};
    double product = 1;
    for (int i = 0; i < ratios.length; i++) {
      // A factor's part is the logarithmic mean times the logarithm of its own ratio.
      double ratio = Math.exp(parts.get(i).contribution() / 0.4226408352778455);
      assertClose(ratio, ratios[i]);
      product *= ratio;
    }
    assertClose(product, 1.579894973743436);
    // The Shapley value asks for all orders of the factors and hardly differs.
    double[] shapley = {.1109027256814204, .09641160290072518, -.014016004001000262};
    for (int i = 0; i < shapley.length; i++) {
      assertThat(parts.get(i).contribution()).isCloseTo(shapley[i], within(2e-4));
    }
  }

  @Test
  void spendAndSalesByFactors() {
    assertParts(
        Factors.ofSpend(BEFORE, AFTER),
        List.of(Metric.IMPRESSIONS, Metric.CTR, Metric.CPC),
        108.53583232427802,
        -62.72100492187378,
        156.18517259759568);
    assertParts(
        Factors.ofSales(BEFORE, AFTER),
        List.of(Metric.IMPRESSIONS, Metric.CTR, Metric.CVR, Metric.AOV),
        257.959068431187,
        -149.07014259009213,
        -322.28186092886125,
        46.39293508776626);
  }

  @Test
  void acosBySegments() {
    RatioChange<String> acos =
        RatioChange.of(
                Metric.ACOS,
                List.of(
                    new Segment<>(
                        "A", new Sums(0, 400, 400, 40, 1600), new Sums(0, 420, 420, 42, 1680)),
                    new Segment<>(
                        "B", new Sums(0, 200, 240, 16, 600), new Sums(0, 210, 273, 8, 300)),
                    new Segment<>(
                        "C", new Sums(0, 100, 60, 12, 300), new Sums(0, 160, 96, 19, 475)),
                    new Segment<>("D", Sums.ZERO, new Sums(0, 50, 45, 0, 0))))
            .orElseThrow();
    assertClose(acos.before(), 0.28);
    assertClose(acos.after(), 0.33971486761710795);
    assertClose(acos.change(), 0.059714867617107925);
    double[] contributions = {-.00193283, .05084046, -.00735623, .01816347};
    double[] mix = {-.00193283, -.04179325, -.00768551};
    double[] rate = {0, .0926337, .00032928};
    double[][] factors = {{0, 0, 0}, {.00902048, .08361323, 0}, {0, .00032928, 0}};
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      SegmentContribution<String> part = acos.segments().get(i);
      // The source gives six decimals of a percentage point.
      assertThat(part.contribution()).isCloseTo(contributions[i], within(5.1e-9));
      sum += part.contribution();
      if (i < 3) {
        Split split = part.split().orElseThrow();
        assertThat(split.mix()).isCloseTo(mix[i], within(5.1e-9));
        assertThat(split.rate()).isCloseTo(rate[i], within(5.1e-9));
        for (int f = 0; f < 3; f++) {
          assertThat(part.factors().get(f).contribution()).isCloseTo(factors[i][f], within(5.1e-9));
        }
      }
    }
    assertClose(sum, 0.05971486761710793);
    assertThat(acos.segments().getLast().course()).isEqualTo(Course.WITHOUT_DENOMINATOR);
    assertThat(acos.segments().getLast().split()).isEmpty();
  }

  @Test
  void everyCampaignImprovesAndTheAccountWorsens() {
    RatioChange<String> acos =
        RatioChange.of(
                Metric.ACOS,
                List.of(
                    new Segment<>(
                        "cheap", new Sums(0, 0, 300, 0, 1500), new Sums(0, 0, 190, 0, 1000)),
                    new Segment<>(
                        "dear", new Sums(0, 0, 200, 0, 400), new Sums(0, 0, 480, 0, 1000))))
            .orElseThrow();
    assertClose(acos.before(), 0.2631578947368421);
    assertClose(acos.after(), 0.335);
    assertClose(acos.change(), 0.07184210526315793);
    assertSplit(
        acos.segments().get(0), .02027665317139001, -.006410256410256416, .026686909581646425);
    assertSplit(
        acos.segments().get(1), .05156545209176788, -.007179487179487185, .05874493927125505);
  }

  private static void assertSplit(
      SegmentContribution<String> part, double contribution, double rate, double mix) {
    assertClose(part.contribution(), contribution);
    assertClose(part.split().orElseThrow().rate(), rate);
    assertClose(part.split().orElseThrow().mix(), mix);
    assertThat(part.factors()).isEmpty();
  }
}
