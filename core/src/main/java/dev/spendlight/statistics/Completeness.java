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

  /// What snapshots tell about one age: of `settled` orders that there were in the end, `visible`
  /// could be seen when their day was `age` days old. Cancelled orders can make `visible` the
  /// larger of the two.
  public record Sighting(int age, long visible, long settled) {
    /// @throws IllegalArgumentException for a negative count or an age below 1
    public Sighting {
      if (age < 1) {
        throw new IllegalArgumentException(
            "Orders are seen from an age of 1 day, not " + age + ".");
      }
      Arguments.notNegative("A number of visible orders", visible);
      Arguments.notNegative("A number of settled orders", settled);
    }
  }

  /// This curve as the prior, corrected by what was seen: `C = (x + k C0) / (n + k)` with `k` = 200
  /// orders, at most 1. Sightings of one age add up; those of ages that are complete anyway are
  /// left aside. Where the result would fall with age, neighbours are averaged until it does not
  /// (isotonic regression by pooling adjacent violators, weights `n + k`).
  public Completeness learn(List<Sighting> sightings) {
    int open = byAge.size() - 1;
    double[] visible = new double[open];
    double[] weight = new double[open];
    for (int i = 0; i < open; i++) {
      visible[i] = PRIOR_ORDERS * byAge.get(i);
      weight[i] = PRIOR_ORDERS;
    }
    for (Sighting sighting : sightings) {
      if (sighting.age() <= open) {
        visible[sighting.age() - 1] += sighting.visible();
        weight[sighting.age() - 1] += sighting.settled();
      }
    }
    double[] values = new double[open + 1];
    values[open] = 1;
    for (int i = 0; i < open; i++) {
      values[i] = Math.min(1, visible[i] / weight[i]);
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
