package dev.spendlight.statistics;

import dev.spendlight.metric.AttributionWindow;
import java.util.Arrays;
import java.util.List;

/// How much of a day's orders can be seen when the day is so many days old: `C(age)`.
///
/// Orders are booked on the day of their click, and arrive for as long as the attribution window
/// lasts. A day's age is the day of the report minus that day. `C` of age 0 is 0: that day is still
/// running, nothing is due. From the last learnt age on it is 1. It never falls with age.
///
/// Example: 50 clicks of yesterday, conversion rate 0.10, 7-day window: 50 · 0.10 · 0.60 = 3 orders
/// are due by now, not 5.
///
/// @param byAge `C` of ages 1, 2, ..., rising, the last one 1
public record Completeness(List<Double> byAge) {
  /// A prior weighs as many orders as this.
  private static final double PRIOR_ORDERS = 200;

  private static final Completeness SEVEN_DAYS =
      new Completeness(List.of(.60, .74, .82, .88, .93, .97, 1.0));

  private static final Completeness FOURTEEN_DAYS =
      new Completeness(
          List.of(
              .564, .6956, .7708, .8272, .8742, .9118, .94, .951, .961, .970, .978, .986, .993,
              1.0));

  /// @throws IllegalArgumentException unless the values lie in 0 to 1, never fall, and end with 1
  public Completeness {
    byAge = List.copyOf(byAge);
    double last = 0;
    for (double value : byAge) {
      if (!(value >= last && value <= 1)) {
        throw new IllegalArgumentException(
            "Completeness rises from 0 to 1 with age, which %s does not.".formatted(byAge));
      }
      last = value;
    }
    if (last != 1) {
      throw new IllegalArgumentException("Completeness ends at 1, unlike " + byAge + ".");
    }
  }

  /// What to assume of an account before its own snapshots tell.
  ///
  /// 7 days: 0.60, 0.74, 0.82, 0.88, 0.93, 0.97, 1. An assumption: most orders follow their click
  /// within a day. 14 days: the same curve times 0.94 up to day 7, for 6% of the orders are taken
  /// to come in the second week, then 0.951, 0.961, 0.970, 0.978, 0.986, 0.993, 1.
  ///
  /// @throws IllegalArgumentException for 1 or 30 days, by which nothing is ever judged
  public static Completeness prior(AttributionWindow window) {
    return switch (window) {
      case DAYS_7 -> SEVEN_DAYS;
      case DAYS_14 -> FOURTEEN_DAYS;
      case DAYS_1, DAYS_30 ->
          throw new IllegalArgumentException(
              "Orders are judged by a window of 7 or 14 days, not " + window.days() + ".");
    };
  }

  /// What two snapshots of one day tell about an age: at `age` days `visible` orders could be seen
  /// of it, at `laterAge` there were `later`. Cancelled orders can make `visible` the larger of the
  /// two.
  public record Sighting(int age, long visible, int laterAge, long later) {
    /// @throws IllegalArgumentException for a negative count, an age below 1, or a later one that
    ///   is not later
    public Sighting {
      if (age < 1) {
        throw new IllegalArgumentException(
            "Orders are seen from an age of 1 day, not " + age + ".");
      }
      if (laterAge <= age) {
        throw new IllegalArgumentException(
            "What is seen later is older than %d days, not %d.".formatted(age, laterAge));
      }
      Arguments.notNegative("A number of visible orders", visible);
      Arguments.notNegative("A number of later orders", later);
    }
  }

  /// This curve as the prior, corrected by what was seen: `C = (x + k C0) / (n + k)` with `k` = 200
  /// orders, at most 1. Days that were not settled yet when they were last seen count too (chain
  /// ladder): from the oldest age down, `n` is what was seen later over `C` of that later age,
  /// which is known by then. Sightings of one age add up; those of ages that are complete anyway
  /// are left aside. Where the result would fall with age, neighbours are averaged until it does
  /// not (isotonic regression by pooling adjacent violators, weights `n + k`).
  ///
  /// Source: Mack 1993, ASTIN Bulletin 23, 213-225.
  public Completeness learn(List<Sighting> sightings) {
    int open = byAge.size() - 1;
    double[] values = new double[open + 1];
    double[] weight = new double[open];
    values[open] = 1;
    for (int i = open - 1; i >= 0; i--) {
      int age = i + 1;
      double visible = PRIOR_ORDERS * byAge.get(i);
      weight[i] = PRIOR_ORDERS;
      for (Sighting sighting : sightings) {
        if (sighting.age() == age) {
          visible += sighting.visible();
          weight[i] += sighting.later() / values[Math.min(sighting.laterAge() - 1, open)];
        }
      }
      values[i] = Math.min(1, visible / weight[i]);
    }
    pool(values, weight);
    return new Completeness(Arrays.stream(values).boxed().toList());
  }

  private static void pool(double[] values, double[] weight) {
    for (int end = 1; end < weight.length; end++) {
      int start = end;
      double mean = values[end];
      double mass = weight[end];
      while (start > 0 && values[start - 1] > mean) {
        start--;
        mean = (mean * mass + values[start] * weight[start]) / (mass + weight[start]);
        mass += weight[start];
      }
      Arrays.fill(values, start, end + 1, mean);
    }
  }

  /// `C(age)`: 0 for ages up to 0, 1 from the last learnt age on.
  public double at(long age) {
    if (age <= 0) {
      return 0;
    }
    return age > byAge.size() ? 1 : byAge.get((int) age - 1);
  }

  /// From this age on a day is complete.
  public int settledAge() {
    return byAge.indexOf(1.0) + 1;
  }

  /// Clicks in terms of how many of their orders can be seen: `clicks · C(age)`.
  public double effectiveClicks(double clicks, long age) {
    return clicks * at(age);
  }

  /// Orders that `clicks` clicks at a conversion rate should show by now.
  public double expectedVisible(double clicks, double rate, long age) {
    return clicks * rate * at(age);
  }
}
