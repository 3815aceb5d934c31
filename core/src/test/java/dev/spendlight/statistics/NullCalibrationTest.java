package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accounts in which nothing is wrong: every target draws its rate from its ad group, ad groups
/// from campaigns, campaigns from products. A p-value at or below a level must then not be more
/// frequent than the level.
class NullCalibrationTest {
  private static final long SEED = 20260305;
  private static final double[] LEVELS = {.1, .05, .01, .001};

  /// @param shape how like the targets of an ad group are: their rates differ by 1 / √shape of the
  ///   mean
  private record World(
      int accounts,
      int products,
      int targets,
      double groups,
      double shape,
      double clicks,
      double brand) {
    List<ConversionUnit> account(Draws draws) {
      List<ConversionUnit> units = new ArrayList<>();
      double base = .08 * Math.exp(.4 * draws.normal());
      for (int p = 0; p < products; p++) {
        double product = base * Math.exp(groups * draws.normal());
        for (int c = 0; c < 2; c++) {
          double campaign = product * Math.exp(groups / 2 * draws.normal());
          for (int a = 0; a < 2; a++) {
            double adGroup = Math.min(.5, campaign * Math.exp(groups / 2 * draws.normal()));
            for (int t = 0; t < targets; t++) {
              double mean = t == 0 ? Math.min(.6, adGroup * brand) : adGroup;
              int n = (int) Math.round(clicks * Math.exp(1.2 * draws.normal()));
              units.add(
                  new ConversionUnit(
                      List.of("p" + p, "c" + c, "a" + a),
                      n,
                      draws.binomial(n, draws.beta(mean, shape / mean))));
            }
          }
        }
      }
      return units;
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // name, accounts, products, targets in an ad group, spread of groups, shape, median clicks,
    // first target's factor
    "an ordinary account, 12, 10, 12, .4, 8, 30, 1",
    "the same with five times the clicks, 12, 10, 12, .4, 8, 150, 1",
    "few targets in a group, 25, 10, 4, .4, 8, 60, 1",
    "a single product, 150, 1, 5, .4, 8, 60, 1",
    "groups far apart, 16, 10, 8, 1.0, 8, 60, 1",
    "targets all alike, 16, 10, 8, .4, 1000, 60, 1",
    "targets very unlike, 16, 10, 8, .4, 1, 60, 1",
    "a brand term in every group, 16, 10, 8, .4, 8, 60, 8",
    "hardly any clicks, 16, 10, 12, .4, 8, 4, 1",
    "groups of one, 60, 10, 1, .4, 8, 60, 1",
  })
  void testsOfConversionHoldTheirLevel(
      String name,
      int accounts,
      int products,
      int targets,
      double groups,
      double shape,
      double clicks,
      double brand) {
    World world = new World(accounts, products, targets, groups, shape, clicks, brand);
    Draws draws = new Draws(SEED);
    int[] none = new int[LEVELS.length];
    int[] few = new int[LEVELS.length];
    int tests = 0;
    for (int account = 0; account < accounts; account++) {
      List<ConversionUnit> units = world.account(draws);
      List<ConversionPrior> priors = ConversionPriors.estimate(units);
      for (int i = 0; i < units.size(); i++) {
        ConversionUnit unit = units.get(i);
        if (unit.clicks() > 0) {
          tests++;
          Beta rate = priors.get(i).rate();
          double pNone = unit.orders() > 0 ? 1 : rate.probabilityOfNone(unit.clicks());
          double pFew = rate.predictive((long) unit.clicks()).lowerTail(unit.orders());
          for (int l = 0; l < LEVELS.length; l++) {
            none[l] += pNone <= LEVELS[l] ? 1 : 0;
            few[l] += pFew <= LEVELS[l] ? 1 : 0;
          }
        }
      }
    }
    for (int l = 0; l < LEVELS.length; l++) {
      String what = "%s, seed %d: hits at %s of %d tests".formatted(name, SEED, LEVELS[l], tests);
      double most = tests * LEVELS[l];
      // Three standard errors above the level are chance where hits are as rare as that.
      double chance = 3 * Math.sqrt(most);
      assertThat((double) none[l])
          .as(what)
          .isLessThanOrEqualTo(most + (LEVELS[l] < .01 ? chance : 0));
      assertThat((double) few[l]).as(what).isLessThanOrEqualTo(most + chance);
    }
  }

  @Test
  void deadTargetsAreStillFound() {
    World world = new World(12, 10, 12, .4, 8, 60, 1);
    Draws draws = new Draws(SEED);
    int found = 0;
    int planted = 0;
    for (int account = 0; account < 12; account++) {
      List<ConversionUnit> units = world.account(draws);
      for (int i = 0; i < units.size(); i += 40) {
        units.set(i, new ConversionUnit(units.get(i).path(), 250, 0));
      }
      List<ConversionPrior> priors = ConversionPriors.estimate(units);
      for (int i = 0; i < units.size(); i += 40) {
        Beta rate = priors.get(i).rate();
        if (rate.mean() * 250 >= 10) {
          planted++;
          found += rate.probabilityOfNone(250) < .02 ? 1 : 0;
        }
      }
    }
    assertThat(planted).isGreaterThan(80);
    assertThat(found / (double) planted)
        .as("%d of %d, seed %d", found, planted, SEED)
        .isGreaterThan(.85);
  }

  @ParameterizedTest
  @CsvSource({"40, 5", "120, 10", "120, 40", "600, 3", "15, 8"})
  void fewOrdersAreRarelyUnlikely(double baseline, double expected) {
    // The true level varies by sigma0; the baseline is a count; the expectation is what the
    // baseline says.
    Draws draws = new Draws(SEED);
    int tests = 40_000;
    int[] hits = new int[LEVELS.length];
    for (int i = 0; i < tests; i++) {
      long counted = draws.poisson(baseline);
      long orders = draws.poisson(expected * draws.gamma(100));
      double p = GammaPoisson.lowerTail(orders, expected * counted / baseline, counted, .10);
      for (int l = 0; l < LEVELS.length; l++) {
        hits[l] += p <= LEVELS[l] ? 1 : 0;
      }
    }
    for (int l = 0; l < LEVELS.length; l++) {
      double most = tests * LEVELS[l] * 1.1 + 3 * Math.sqrt(tests * LEVELS[l]);
      assertThat((double) hits[l])
          .as(
              "seed %d: hits at %s of %d tests, baseline %s, expected %s",
              SEED, LEVELS[l], tests, baseline, expected)
          .isLessThanOrEqualTo(most);
    }
  }
}
