package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The quick way to priors gives what the plain one does.
class PlainPriorsTest {
  private static final long SEED = 20260310;

  private final Draws draws = new Draws(SEED);

  @Test
  void priorsAgreeWithThePlainWay() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 60; round++) {
      List<ConversionUnit> units = account(random, 5 + random.nextInt(150));
      ConversionPriors priors = ConversionPriors.among(units);
      for (int i = 0; i < 8; i++) {
        int chosen = random.nextInt(units.size());
        ConversionPrior quick = priors.of(units.get(chosen));
        ConversionPrior plain = PlainPriors.of(chosen, units);
        String what = "seed %d, round %d: %s".formatted(SEED, round, units.get(chosen));
        assertThat(quick.group()).as(what).isEqualTo(plain.group());
        assertThat(quick.units()).as(what).isEqualTo(plain.units());
        assertThat(quick.orders()).as(what).isEqualTo(plain.orders());
        assertThat(quick.clicks()).as(what).isCloseTo(plain.clicks(), within(1e-9));
        assertThat(quick.rate().mean()).as(what).isCloseTo(plain.rate().mean(), within(1e-9));
        assertThat(quick.rate().strength() / plain.rate().strength())
            .as(what)
            .isCloseTo(1, within(1e-9));
      }
    }
  }

  /// Paths of different lengths, most units with few clicks, some with many, clicks that are no
  /// whole numbers, more orders than clicks now and then.
  private List<ConversionUnit> account(SplittableRandom random, int size) {
    List<ConversionUnit> units = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String campaign = "c" + random.nextInt(3);
      String group = campaign + "g" + random.nextInt(2);
      List<String> path = List.of(campaign, group, group + "t" + random.nextInt(3));
      int clicks = (int) Math.min(3_000, 0.7 * Math.pow(random.nextDouble(), -1.1));
      long orders = draws.binomial(clicks, random.nextDouble(0, campaign.equals("c1") ? .6 : .1));
      units.add(
          new ConversionUnit(
              path.subList(0, random.nextInt(10) == 0 ? random.nextInt(4) : 3),
              clicks * (random.nextInt(3) == 0 ? random.nextDouble(.5, 1) : 1),
              random.nextInt(50) == 0 ? clicks + 2 : orders));
    }
    return units;
  }
}
