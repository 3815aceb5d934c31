import dev.spendlight.statistics.ConversionPriors;
import dev.spendlight.statistics.ConversionUnit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// How long it takes to judge the search terms of a large account: `PriorSpeed [CAMPAIGNS] [RUNS] [SEED]`.
///
/// Each campaign has 2 ad groups of 20 targets with 25 search terms each, most of them with a click or two. Judged as the
/// detectors do it: a rough rate for whatever has three clicks, the whole prior where few orders came of many due.
/// Times are CPU time of the thread.
void main(String[] arguments) {
  int campaigns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
  int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
  long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
  List<ConversionUnit> units = units(campaigns, new SplittableRandom(seed));
  ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  for (int run = 0; run <= runs; run++) {
    long begin = clock.getCurrentThreadCpuTime();
    ConversionPriors priors = ConversionPriors.among(units);
    long grouped = clock.getCurrentThreadCpuTime();
    int rough = 0;
    double rates = 0;
    List<ConversionUnit> suspects = new ArrayList<>();
    for (ConversionUnit unit : units) {
      if (unit.clicks() >= 3) {
        rough++;
        double due = unit.clicks() * priors.roughRate(unit);
        rates += due;
        if (due >= 3 && unit.orders() <= 0.3 * due) {
          suspects.add(unit);
        }
      }
    }
    long guessed = clock.getCurrentThreadCpuTime();
    double sum = 0;
    for (ConversionUnit unit : suspects) {
      sum += priors.of(unit).rate().mean();
    }
    long judged = clock.getCurrentThreadCpuTime();
    System.out.printf(
        "%s %d units: grouped %.0f ms, %d rough rates %.0f ms, %d priors %.0f ms, all %.0f ms   (%.9f %.9f)%n",
        run == 0 ? "first" : "then ",
        units.size(),
        (grouped - begin) / 1e6,
        rough,
        (guessed - grouped) / 1e6,
        suspects.size(),
        (judged - guessed) / 1e6,
        (judged - begin) / 1e6,
        rates,
        sum);
  }
}

List<ConversionUnit> units(int campaigns, SplittableRandom random) {
  List<ConversionUnit> units = new ArrayList<>();
  for (int target = 0; target < campaigns * 40; target++) {
    String campaign = "21" + target / 40;
    String group = "32" + target / 20;
    double rate = 0.02 + 0.15 * random.nextDouble();
    for (int term = 0; term < 25; term++) {
      // A power law: half of the terms have one click, one in a hundred more than fifty.
      int clicks = (int) Math.min(400, 0.7 * Math.pow(random.nextDouble(), -0.9));
      long orders = 0;
      for (int click = 0; click < clicks; click++) {
        orders += random.nextDouble() < rate * (term % 7 == 0 ? 0.1 : 1) ? 1 : 0;
      }
      double matured = clicks * (random.nextInt(3) == 0 ? 0.5 + random.nextInt(50) / 100.0 : 1);
      units.add(new ConversionUnit(List.of(campaign, group, "43" + target), matured, orders));
    }
  }
  return units;
}
