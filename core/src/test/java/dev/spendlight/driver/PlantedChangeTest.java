package dev.spendlight.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.driver.Localisation.Verdict;
import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// How often the one entity that changed is named exactly, in random accounts in which all others
/// move too.
///
/// An account has 20 to 40 campaigns of very different sizes, each with two match types, one or two
/// ad groups and up to eight targets. From one period to the next the traffic, cost per click and
/// conversion rate of each campaign waver by 10% (of each target by another 10%), all of the
/// account moves by a common 5%, and orders are Poisson. The planted change is so large that the
/// entity's own part is a multiple of the standard deviation of the account's change without it.
class PlantedChangeTest {
  private static final long SEED = 20261129;
  private static final int ACCOUNTS = 400;
  private static final double NOISE = 0.10;
  private static final double COMMON = 0.05;

  /// What became of accounts with a planted change.
  private static final class Tally {
    private int exact;
    private int part;
    private int wrong;
    private int unnamed;

    void count(Localisation found, Planted planted) {
      if (found.verdict() != Verdict.LOCATED) {
        unnamed++;
        return;
      }
      List<Place> places = found.places();
      boolean names =
          places.stream()
              .anyMatch(place ->
                  place.level() == planted.level() && place.ids().equals(List.of(planted.id())));
      boolean around =
          places.getFirst().level() < planted.level()
              && places.getLast().level() < planted.level()
              && places.getLast().ids().stream().anyMatch(planted.path()::contains);
      if (names) {
        exact++;
      } else if (around) {
        part++;
      } else {
        wrong++;
      }
    }

    String words() {
      return String.format(
          Locale.ENGLISH,
          "exact %.2f, only what it lies in %.2f, another %.2f, unnamed %.2f",
          rate(exact),
          rate(part),
          rate(wrong),
          rate(unnamed));
    }

    double rate(int count) {
      return (double) count / (exact + part + wrong + unnamed);
    }
  }

  /// @param id of the entity that changed, at a level
  private record Planted(int level, String id, List<String> path) {}

  private static double normal(SplittableRandom random) {
    return random.nextGaussian();
  }

  private static double poisson(SplittableRandom random, double mean) {
    if (mean > 50) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
    }
    double left = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > left) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /// What a target does in a period.
  private record Nature(String path, double clicks, double cpc, double cvr, double aov) {
    Sums seen(SplittableRandom random, double traffic, double price, double converting) {
      double seen = poisson(random, clicks * traffic);
      double orders = poisson(random, seen * cvr * converting);
      return new Sums(seen * 100, seen, seen * cpc * price, orders, orders * aov);
    }
  }

  private static List<Nature> account(SplittableRandom random, int campaigns) {
    List<Nature> targets = new java.util.ArrayList<>();
    for (int campaign = 0; campaign < campaigns; campaign++) {
      double size = 1500 * Math.exp(normal(random));
      double cvr = 0.1 * Math.exp(0.35 * normal(random));
      double cpc = 0.9 * Math.exp(0.3 * normal(random));
      double aov = 28 * Math.exp(0.4 * normal(random));
      int groups = random.nextInt(1, 3);
      int count = random.nextInt(4, 9);
      for (int target = 0; target < count; target++) {
        String match = target % 2 == 0 ? "BROAD" : "EXACT";
        targets.add(
            new Nature(
                "c%1$d/c%1$d:%2$s/c%1$dg%3$d/c%1$dt%4$d"
                    .formatted(campaign, match, target % groups, target),
                size / (target + 1) / 2,
                cpc * Math.exp(0.1 * normal(random)),
                cvr * Math.exp(0.2 * normal(random)),
                aov));
      }
    }
    return targets;
  }

  /// @param planted times the conversion rate of what lies in `id`
  private static Tree tree(
      List<Nature> targets, SplittableRandom random, String id, double planted) {
    Tree tree = new Tree();
    double common = Math.exp(COMMON * normal(random));
    String campaign = "";
    double[] own = {1, 1, 1};
    for (Nature target : targets) {
      List<String> path = List.of(target.path().split("/"));
      if (!path.getFirst().equals(campaign)) {
        campaign = path.getFirst();
        own = new double[] {wavering(random), wavering(random), wavering(random)};
      }
      tree.put(
          target.path(),
          target.seen(random, 1, 1, 1),
          target.seen(
              random,
              own[0] * wavering(random),
              own[1] * wavering(random),
              common * own[2] * wavering(random) * (path.contains(id) ? planted : 1)));
    }
    return tree;
  }

  private static double wavering(SplittableRandom random) {
    return Math.exp(NOISE * normal(random));
  }

  private static double change(Tree tree) {
    return tree.decompose(Metric.ACOS, 0).change();
  }

  /// The standard deviation of the account's change when nothing is planted.
  private static double noise(List<Nature> targets, SplittableRandom random) {
    double squares = 0;
    for (int round = 0; round < 20; round++) {
      double change = change(tree(targets, random, "", 1));
      squares += change * change;
    }
    return Math.sqrt(squares / 20);
  }

  /// Which conversion rate of what lies in `id` moves the account's ACOS by so much; 0 where none
  /// does.
  private static double factor(List<Nature> targets, String id, double wanted) {
    double spend = targets.stream().mapToDouble(each -> each.clicks() * each.cpc()).sum();
    double sales = 0;
    double own = 0;
    for (Nature each : targets) {
      double value = each.clicks() * each.cvr() * each.aov();
      sales += value;
      own += List.of(each.path().split("/")).contains(id) ? value : 0;
    }
    double lost = sales - spend / (spend / sales + wanted);
    return Math.max(0, 1 - lost / own);
  }

  private static Tally tally(long seed, int level, double times, UnaryOperator<String> print) {
    SplittableRandom random = new SplittableRandom(seed);
    Tally tally = new Tally();
    int tried = 0;
    while (tried < ACCOUNTS) {
      List<Nature> targets = account(random, random.nextInt(20, 41));
      double noise = noise(targets, random);
      List<String> path = List.of(targets.get(random.nextInt(targets.size())).path().split("/"));
      double factor = factor(targets, path.get(level), times * noise);
      if (factor > 0) {
        tried++;
        Tree tree = tree(targets, random, path.get(level), factor);
        tally.count(tree.locate(Metric.ACOS), new Planted(level, path.get(level), path));
      }
    }
    System.out.println(print.apply(tally.words()));
    return tally;
  }

  private static Tally tally(long seed, int level, double times) {
    return tally(
        seed,
        level,
        times,
        words ->
            String.format(
                Locale.ENGLISH,
                "seed %d, level %d, %.1f times the noise: %s",
                seed,
                level,
                times,
                words));
  }

  @Test
  void theCampaignThatChangedIsNamed() {
    for (double times : new double[] {3, 2, 1.3}) {
      tally(SEED, 0, times);
      tally(SEED, 3, times);
    }
    assertThat(true).isTrue();
  }
}
