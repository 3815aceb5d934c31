package dev.spendlight.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A random account whose campaigns and targets waver from one period to the next.
///
/// 20 to 40 campaigns of very different sizes, each with two match types, one or two ad groups and
/// four to eight targets. The traffic, cost per click and conversion rate of each campaign waver by
/// 10%, of each target by another 10%; all conversion rates move by a common 2%; clicks and orders
/// are Poisson.
///
/// @param targets all of them, campaign by campaign
record WaveringAccount(List<WaveringAccount.Target> targets) {
  private static final double NOISE = 0.10;
  private static final double COMMON = 0.02;

  /// @param path ids of campaign, match type, ad group and target
  record Target(List<String> path, double clicks, double cpc, double cvr, double aov) {
    double spend() {
      return clicks * cpc;
    }

    double sales() {
      return clicks * cvr * aov;
    }

    Sums seen(SplittableRandom random, double traffic, double price, double conversion) {
      double seen = poisson(random, clicks * traffic);
      double orders = poisson(random, seen * cvr * conversion);
      return new Sums(seen * 100, seen, seen * cpc * price, orders, orders * aov);
    }
  }

  static WaveringAccount random(SplittableRandom random) {
    List<Target> targets = new ArrayList<>();
    int campaigns = random.nextInt(20, 41);
    for (int campaign = 0; campaign < campaigns; campaign++) {
      String id = "c" + campaign;
      double size = 1500 * Math.exp(random.nextGaussian());
      double cvr = 0.1 * Math.exp(0.35 * random.nextGaussian());
      double cpc = 0.9 * Math.exp(0.3 * random.nextGaussian());
      double aov = 28 * Math.exp(0.4 * random.nextGaussian());
      int groups = random.nextInt(1, 3);
      int count = random.nextInt(4, 9);
      for (int target = 0; target < count; target++) {
        targets.add(
            new Target(
                List.of(
                    id,
                    id + (target % 3 == 0 ? ":EXACT" : ":BROAD"),
                    id + "g" + target % groups,
                    id + "t" + target),
                size / (target + 1) / 2,
                cpc * Math.exp(0.1 * random.nextGaussian()),
                cvr * Math.exp(0.2 * random.nextGaussian()),
                aov));
      }
    }
    return new WaveringAccount(targets);
  }

  /// Two periods, of which all that lies in `id` has `factor` times the cost per click in the later
  /// one.
  Tree periods(SplittableRandom random, String id, double factor) {
    Tree tree = new Tree();
    double common = Math.exp(COMMON * random.nextGaussian());
    String campaign = "";
    double traffic = 1;
    double price = 1;
    double conversion = 1;
    for (Target target : targets) {
      if (!target.path().getFirst().equals(campaign)) {
        campaign = target.path().getFirst();
        traffic = wavering(random);
        price = wavering(random);
        conversion = common * wavering(random);
      }
      double planted = target.path().contains(id) ? factor : 1;
      tree.put(
          target.path(),
          target.seen(random, 1, 1, 1),
          target.seen(
              random,
              traffic * wavering(random),
              price * wavering(random) * planted,
              conversion * wavering(random)));
    }
    return tree;
  }

  /// The cost per click of what lies in `id`, as a multiple, that raises the account's ACOS by so
  /// much.
  double factor(String id, double rise) {
    double sales = targets.stream().mapToDouble(Target::sales).sum();
    double own =
        targets.stream().filter(each -> each.path().contains(id)).mapToDouble(Target::spend).sum();
    return 1 + rise * sales / own;
  }

  private static double wavering(SplittableRandom random) {
    return Math.exp(NOISE * random.nextGaussian());
  }

  private static double poisson(SplittableRandom random, double mean) {
    if (mean > 50) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double least = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > least) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
