package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversionPriorsTest {
  private static final long SEED = 20260304;

  private final Draws draws = new Draws(SEED);

  /// `count` targets of one campaign that truly convert at about `rate`, each differing from it by
  /// half of it.
  private List<ConversionUnit> campaign(String name, double rate, int count, int clicks) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new ConversionUnit(
                List.of("product", name, name + (i % 2)),
                clicks,
                draws.binomial(clicks, draws.beta(rate, 4 / rate))))
        .toList();
  }

  private static ConversionPrior priorOf(ConversionUnit unit, List<ConversionUnit> others) {
    List<ConversionUnit> all = new ArrayList<>(others);
    all.add(unit);
    return ConversionPriors.estimate(all).getLast();
  }

  @Test
  void brandAndGenericCampaignsAreJudgedByTheirOwnKind() {
    List<ConversionUnit> all = new ArrayList<>(campaign("brand", .40, 20, 300));
    all.addAll(campaign("generic", .04, 40, 150));
    ConversionPrior brand =
        priorOf(new ConversionUnit(List.of("product", "brand", "brand0"), 100, 0), all);
    ConversionPrior generic =
        priorOf(new ConversionUnit(List.of("product", "generic", "generic0"), 100, 0), all);
    assertThat(brand.rate().mean()).isBetween(.28, .52);
    assertThat(generic.rate().mean()).isBetween(.025, .055);
    // A hundred clicks without an order are damning for a brand term, and ordinary for a generic
    // one.
    assertThat(brand.rate().probabilityOfNone(100)).isLessThan(1e-3);
    assertThat(generic.rate().probabilityOfNone(100)).isGreaterThan(.03);
    assertThat(generic.rate().probabilityOfNone(600)).isLessThan(.01);
    assertThat(generic.group()).containsExactly("product", "generic", "generic0");
    assertThat(generic.units()).isEqualTo(20);
    assertThat(generic.clicks()).isEqualTo(3000);
  }

  @Test
  void oneHugeTermIsOneVoiceAmongMany() {
    List<ConversionUnit> all = new ArrayList<>(campaign("mixed", .04, 30, 100));
    all.add(new ConversionUnit(List.of("product", "mixed", "mixed0"), 20_000, 8_000));
    double pooled =
        all.stream().mapToLong(ConversionUnit::orders).sum()
            / all.stream().mapToDouble(ConversionUnit::clicks).sum();
    ConversionPrior prior =
        priorOf(new ConversionUnit(List.of("product", "mixed", "mixed0"), 60, 0), all);
    assertThat(pooled).isGreaterThan(.3);
    assertThat(prior.rate().mean()).isLessThan(.12);
    assertThat(prior.rate().probabilityOfNone(60)).isGreaterThan(.05);
  }

  @Test
  void aMixedGroupAccusesNobodyAndATaggedOneRegainsThePower() {
    List<ConversionUnit> mixed = new ArrayList<>();
    List<ConversionUnit> tagged = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean brand = i % 4 == 0;
      double rate = brand ? .40 : .04;
      long orders = draws.binomial(200, draws.beta(rate, 4 / rate));
      mixed.add(new ConversionUnit(List.of("campaign"), 200, orders));
      tagged.add(new ConversionUnit(List.of("campaign", brand ? "brand" : "generic"), 200, orders));
    }
    ConversionPrior blind = priorOf(new ConversionUnit(List.of("campaign"), 150, 0), mixed);
    ConversionPrior asBrand =
        priorOf(new ConversionUnit(List.of("campaign", "brand"), 150, 0), tagged);
    ConversionPrior asGeneric =
        priorOf(new ConversionUnit(List.of("campaign", "generic"), 150, 0), tagged);
    assertThat(blind.rate().probabilityOfNone(150)).isGreaterThan(.05);
    assertThat(asBrand.rate().probabilityOfNone(150)).isLessThan(1e-3);
    assertThat(asGeneric.rate().probabilityOfNone(150)).isGreaterThan(.01);
    assertThat(asGeneric.rate().strength()).isGreaterThan(3 * blind.rate().strength());
  }

  @Test
  void searchTermsAreJudgedByTheTargetTheyMatched() {
    List<ConversionUnit> terms = new ArrayList<>();
    for (int target = 0; target < 20; target++) {
      for (int term = 0; term < 15; term++) {
        double rate = target == 7 ? .25 : .04;
        terms.add(
            new ConversionUnit(
                List.of("campaign", "adGroup", "target" + target),
                30,
                draws.binomial(30, draws.beta(rate, 4 / rate))));
      }
    }
    ConversionPrior good =
        priorOf(new ConversionUnit(List.of("campaign", "adGroup", "target7"), 30, 0), terms);
    ConversionPrior usual =
        priorOf(new ConversionUnit(List.of("campaign", "adGroup", "target8"), 30, 0), terms);
    assertThat(good.group()).endsWith("target7");
    assertThat(good.rate().mean()).isBetween(.15, .35);
    assertThat(good.rate().probabilityOfNone(30)).isLessThan(.05);
    assertThat(usual.rate().mean()).isLessThan(.08);
    assertThat(usual.rate().probabilityOfNone(30)).isGreaterThan(.2);
  }

  @Test
  void aThinGroupFallsBackToTheOneAroundIt() {
    List<ConversionUnit> all = new ArrayList<>(campaign("old", .10, 30, 100));
    ConversionUnit newcomer = new ConversionUnit(List.of("product", "old", "fresh"), 0, 0);
    ConversionPrior prior = priorOf(newcomer, all);
    assertThat(prior.group()).containsExactly("product", "old");
    assertThat(prior.units()).isEqualTo(30);
    assertThat(prior.orders()).isEqualTo(all.stream().mapToLong(ConversionUnit::orders).sum());
    ConversionPrior inside =
        priorOf(new ConversionUnit(List.of("product", "old", "old0"), 0, 0), all);
    // The step to a wider group costs certainty.
    assertThat(prior.rate().strength()).isLessThan(inside.rate().strength());
    assertThat(prior.rate().mean()).isCloseTo(inside.rate().mean(), within(.03));
  }

  @Test
  void anAccountWithoutAnybodyElseClaimsLittle() {
    ConversionPrior alone =
        ConversionPriors.estimate(List.of(new ConversionUnit(List.of("p", "c"), 500, 0)))
            .getFirst();
    assertThat(alone.group()).isEmpty();
    assertThat(alone.units()).isZero();
    assertThat(alone.rate().mean()).isBetween(.03, .13);
    assertThat(alone.rate().probabilityOfNone(100)).isGreaterThan(.2);
    assertThat(ConversionPriors.estimate(List.of())).isEmpty();
  }

  @Test
  void aGroupWithoutAnyOrderIsAReasonToExpectFew() {
    List<ConversionUnit> all = new ArrayList<>(campaign("fine", .10, 30, 100));
    IntStream.range(0, 10)
        .forEach(i -> all.add(new ConversionUnit(List.of("product", "dead", "a"), 100, 0)));
    ConversionPrior prior =
        priorOf(new ConversionUnit(List.of("product", "dead", "a"), 100, 0), all);
    assertThat(prior.group()).containsExactly("product", "dead", "a");
    assertThat(prior.rate().mean()).isLessThan(.01);
  }

  @Test
  void likeUnitsGiveAStrongPriorAndUnlikeOnesAWeakOne() {
    double[] strength = new double[2];
    for (int i = 0; i < 2; i++) {
      List<ConversionUnit> units = new ArrayList<>();
      for (int u = 0; u < 80; u++) {
        units.add(
            new ConversionUnit(
                List.of("c"), 400, draws.binomial(400, draws.beta(.1, i == 0 ? 500 : 10))));
      }
      strength[i] = priorOf(new ConversionUnit(List.of("c"), 0, 0), units).rate().strength();
    }
    assertThat(strength[0]).isGreaterThan(150);
    assertThat(strength[1]).isBetween(5.0, 20.0);
  }

  @Test
  void aUnitNeverContributesToItsOwnPrior() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      List<ConversionUnit> units = randomAccount(random, 40);
      int chosen = random.nextInt(units.size());
      ConversionPrior before = ConversionPriors.estimate(units).get(chosen);
      ConversionUnit old = units.get(chosen);
      units.set(
          chosen,
          new ConversionUnit(old.path(), old.clicks(), random.nextLong((long) old.clicks() + 1)));
      ConversionPrior after = ConversionPriors.estimate(units).get(chosen);
      String what = "seed %d, round %d: %s".formatted(SEED, round, old);
      assertThat(after.rate().mean()).as(what).isCloseTo(before.rate().mean(), within(1e-9));
      assertThat(after.rate().strength())
          .as(what)
          .isCloseTo(before.rate().strength(), within(1e-6 * before.rate().strength()));
      assertThat(after.group()).as(what).isEqualTo(before.group());
      assertThat(after.orders()).as(what).isEqualTo(before.orders());
    }
  }

  @Test
  void orderOfTheUnitsDoesNotMatter() {
    List<ConversionUnit> units = randomAccount(new SplittableRandom(SEED), 200);
    List<ConversionPrior> before = ConversionPriors.estimate(units);
    List<Integer> order = new ArrayList<>(IntStream.range(0, units.size()).boxed().toList());
    Collections.shuffle(order, new Random(SEED));
    List<ConversionPrior> after =
        ConversionPriors.estimate(order.stream().map(units::get).toList());
    for (int i = 0; i < order.size(); i++) {
      ConversionPrior old = before.get(order.get(i));
      assertThat(after.get(i).rate().mean()).isCloseTo(old.rate().mean(), within(1e-9));
      assertThat(after.get(i).group()).isEqualTo(old.group());
    }
  }

  private List<ConversionUnit> randomAccount(SplittableRandom random, int size) {
    List<ConversionUnit> units = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int clicks = random.nextInt(4) == 0 ? 0 : (int) Math.exp(random.nextDouble(0, 6));
      String product = "p" + random.nextInt(2);
      String campaign = product + "c" + random.nextInt(3);
      units.add(
          new ConversionUnit(
              List.of(product, campaign),
              clicks,
              draws.binomial(clicks, random.nextDouble(0, .3))));
    }
    return units;
  }

  @Test
  void predictiveKeepsMeanAndVariance() {
    ConversionPrior prior = new ConversionPrior(Beta.of(.08, 40), List.of(), 5, 500, 40);
    NegativeBinomial orders = prior.predictive(60, 0);
    assertThat(orders.mean()).isCloseTo(4.8, within(1e-12));
    assertThat(60 * 60 * .08 * .92 / 41)
        .isCloseTo(orders.mean() * orders.mean() / orders.size(), within(1e-12));
    assertThat(orders.lowerTail(0)).isCloseTo(prior.rate().probabilityOfNone(60), within(.01));
    assertThat(prior.predictive(60, .2).lowerTail(0)).isGreaterThan(orders.lowerTail(0));
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new ConversionUnit(List.of(), -1, 0))
        .hasMessageContaining("clicks")
        .hasMessageContaining("-1");
    assertThat(new ConversionUnit(List.of(), 2, 3).clicks()).isEqualTo(3);
  }
}
