package dev.spendlight.finding;

import dev.spendlight.metric.DateRange;
import dev.spendlight.statistics.BenjaminiHochberg;
import dev.spendlight.statistics.ConversionPrior;
import dev.spendlight.statistics.ConversionPriors;
import dev.spendlight.statistics.ConversionUnit;
import dev.spendlight.statistics.LeastRateTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Finds the units of a level that have (almost) no orders where many are due, beyond chance.
///
/// Each unit is judged by its nearest group (`ConversionPriors`) with the exact beta-binomial test
/// that it converts at least at half of the group's rate, or well enough to pay for its clicks
/// where that is less (`LeastRateTest`): over up to three windows, the smallest p-value times their
/// number; Benjamini-Hochberg at 2% over all units of the level for which enough was due.
final class ZeroOrders {
  /// Orders that must be due before no orders can mean anything.
  static final double LEAST_EXPECTED = 3;

  /// "Almost none": at most this share of what is due.
  private static final double ALMOST_NONE = 0.15;

  private static final double FALSE_DISCOVERY_RATE = 0.02;

  /// With more orders than this share of about what is due, a unit cannot be one with almost none.
  private static final double CERTAINLY_SOME = 2 * ALMOST_NONE;

  /// A unit that converts at this share of its group's rate is a poor one, but it converts: the
  /// test is whether it does.
  private static final double LEAST_SHARE = 0.5;

  /// A unit with the window in which it stands out most.
  ///
  /// @param expected orders due in the judged days
  /// @param pValue corrected for the number of windows
  /// @param weeklySpend at present
  /// @param isLongSo whether it had (almost) none over all days, too
  record Suspect(
      Tally tally,
      DateRange window,
      double expected,
      ConversionPrior prior,
      double pValue,
      double weeklySpend,
      boolean isLongSo) {

    Suspect of(double spend, boolean longSo) {
      return new Suspect(tally, window, expected, prior, pValue, spend, longSo);
    }
  }

  /// A suspect that is beyond chance.
  record Beyond(Suspect suspect, double adjusted) {}

  /// @param tested units for which enough was due
  /// @param without units with clicks and no order in the longest window
  /// @param spend of those, account currency
  /// @param totalSpend of all units in the longest window
  record Verdict(List<Beyond> beyond, int tested, long without, double spend, double totalSpend) {}

  private ZeroOrders() {}

  static Verdict judge(CaseFile file, Tallies tallies, Function<Tally, List<String>> path) {
    List<DateRange> windows = tallies.windows();
    Map<String, Suspect> worst = new HashMap<>();
    Set<String> tested = new HashSet<>();
    List<Tally> all = List.of();
    for (DateRange window : windows) {
      all = tallies.over(window);
      List<ConversionUnit> units =
          all.stream()
              .map(each ->
                  new ConversionUnit(path.apply(each), each.maturedClicks(), each.maturedOrders()))
              .toList();
      ConversionPriors priors = ConversionPriors.among(units);
      for (int i = 0; i < all.size(); i++) {
        ConversionUnit unit = units.get(i);
        // A click brings at most one order: with fewer clicks there is nothing to judge.
        double due = unit.clicks() < LEAST_EXPECTED ? 0 : unit.clicks() * priors.roughRate(unit);
        if (due >= LEAST_EXPECTED) {
          tested.add(all.get(i).entity().id());
          if (unit.orders() <= CERTAINLY_SOME * due) {
            Suspect suspect = suspect(file, all.get(i), window, priors.of(unit), windows.size());
            worst.merge(
                suspect.tally().entity().id(),
                suspect,
                (one, other) -> other.pValue() < one.pValue() ? other : one);
          }
        }
      }
    }
    List<Tally> without =
        all.stream().filter(each -> each.orders() == 0 && each.clicks() > 0).toList();
    return new Verdict(
        beyondChance(present(tallies, windows, all, worst), tested.size()),
        tested.size(),
        without.size(),
        without.stream().mapToDouble(Tally::spend).sum(),
        all.stream().mapToDouble(Tally::spend).sum());
  }

  /// The suspects with what they spend now, by the shortest window, and whether all days agree.
  private static List<Suspect> present(
      Tallies tallies, List<DateRange> windows, List<Tally> longest, Map<String, Suspect> worst) {
    Map<String, Double> spend = new HashMap<>();
    DateRange last = windows.getFirst();
    for (Tally tally : tallies.over(last)) {
      if (worst.containsKey(tally.entity().id())) {
        spend.put(tally.entity().id(), tally.spend() / CaseFile.weeks(tallies, last));
      }
    }
    List<Suspect> suspects = new ArrayList<>();
    for (Tally tally : longest) {
      Suspect suspect = worst.get(tally.entity().id());
      if (suspect != null) {
        double due = tally.maturedClicks() * suspect.prior().rate().mean();
        suspects.add(
            suspect.of(spend.getOrDefault(tally.entity().id(), 0.0), isAlmostNone(tally, due)));
      }
    }
    return suspects;
  }

  private static Suspect suspect(
      CaseFile file, Tally tally, DateRange window, ConversionPrior prior, int windows) {
    double expected = tally.maturedClicks() * prior.rate().mean();
    // Whatever the prior says, a unit with more than a few of the orders due is not found.
    double tail =
        expected >= LEAST_EXPECTED && isAlmostNone(tally, expected)
            ? LeastRateTest.pValue(
                prior.rate(),
                least(file, tally, prior),
                tally.maturedClicks(),
                tally.maturedOrders())
            : 1;
    return new Suspect(tally, window, expected, prior, Math.min(1, tail * windows), 0, false);
  }

  private static boolean isAlmostNone(Tally tally, double expected) {
    return tally.maturedOrders() <= ALMOST_NONE * expected;
  }

  /// The rate that a unit has to reach: cheap clicks need fewer orders.
  private static double least(CaseFile file, Tally tally, ConversionPrior prior) {
    double share = LEAST_SHARE * prior.rate().mean();
    return file.payingRate(tally).isPresent()
        ? Math.min(file.payingRate(tally).getAsDouble(), share)
        : share;
  }

  /// Units that were tested and are no suspects count with a p-value of 1.
  private static List<Beyond> beyondChance(List<Suspect> suspects, int tested) {
    double[] pValues = new double[tested];
    Arrays.fill(pValues, 1);
    for (int i = 0; i < suspects.size(); i++) {
      pValues[i] = suspects.get(i).pValue();
    }
    BenjaminiHochberg tests = BenjaminiHochberg.of(FALSE_DISCOVERY_RATE, pValues);
    List<Beyond> beyond = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      Suspect suspect = suspects.get(i);
      // An order that arrived on a day too young to judge is still an order.
      boolean stillNone = suspect.tally().orders() <= ALMOST_NONE * suspect.expected();
      if (tests.isRejected(i) && stillNone) {
        beyond.add(new Beyond(suspect, tests.adjusted(i)));
      }
    }
    return beyond;
  }
}
