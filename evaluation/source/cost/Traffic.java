package dev.spendlight.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Loads of a dashboard: how often an account is looked at is log-normal (sigma 1.5), so that some are looked at all day and
/// many not once a week; when, by working hours. The rates are scaled until a cache by account, day and half-day is
/// expected to save the wanted share of calls.
final class Traffic {
  static final int DAYS = 8;

  /// Nothing is kept yet on the first two days; the other six are whole rounds of words kept for 1, 2 and 3 days.
  static final int FIRST_COUNTED = 2;

  static final Instant START = Instant.parse("2026-11-16T00:00:00Z");

  /// Of a day's loads, by hour.
  private static final double[] HOURS = {
    0, 0, 0, 0, 0, .002, .008, .02, .08, .12, .12, .11, .06, .09, .11, .10, .08, .05, .015, .01, .01, .01, .005, 0
  };

  private static final double SIGMA = 1.5;
  private static final int NOON = 12;

  private Traffic() {}

  record Load(int account, Instant at) {}

  static int day(Instant at) {
    return (int) Duration.between(START, at).toDays();
  }

  static int half(Instant at) {
    return (int) (Duration.between(START, at).toHours() / NOON);
  }

  /// Between three and half past six in the morning, by account.
  static Instant arrival(int account, int day) {
    long minute = 180 + (account * 7919L) % 210;
    return START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute));
  }

  /// The last morning whose data had come.
  static int morning(int account, Instant at) {
    int day = day(at);
    return at.isBefore(arrival(account, day)) ? Math.max(0, day - 1) : day;
  }

  /// In order of time.
  static List<Load> drawn(int accounts, double saved, long seed) {
    Random chance = new Random(seed);
    double[] rates = new double[accounts];
    for (int i = 0; i < accounts; i++) {
      rates[i] = Math.exp(SIGMA * chance.nextGaussian());
    }
    double scale = scale(rates, 1 - saved);
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      for (int day = 0; day < DAYS; day++) {
        for (int hour = 0; hour < HOURS.length; hour++) {
          double mean = rates[i] * scale * HOURS[hour] / sum(0, HOURS.length);
          for (double t = next(chance, mean); t < 1; t += next(chance, mean)) {
            long millis = (long) ((day * 24 + hour + t) * 3_600_000);
            loads.add(new Load(i, START.plusMillis(millis)));
          }
        }
      }
    }
    loads.sort(Comparator.comparing(Load::at));
    return loads;
  }

  private static double next(Random chance, double mean) {
    return mean <= 0 ? 2 : -Math.log(1 - chance.nextDouble()) / mean;
  }

  private static double sum(int from, int to) {
    double sum = 0;
    for (int hour = from; hour < to; hour++) {
      sum += HOURS[hour];
    }
    return sum;
  }

  /// Half-days with a load over loads, as expected, falls with the scale.
  private static double scale(double[] rates, double wanted) {
    double morning = sum(0, NOON) / sum(0, HOURS.length);
    double low = 1e-3;
    double high = 1e3;
    for (int i = 0; i < 100; i++) {
      double scale = Math.sqrt(low * high);
      double loads = 0;
      double halves = 0;
      for (double rate : rates) {
        double mean = rate * scale;
        loads += mean;
        halves += 2 - Math.exp(-mean * morning) - Math.exp(-mean * (1 - morning));
      }
      if (halves / loads > wanted) {
        low = scale;
      } else {
        high = scale;
      }
    }
    return low;
  }
}
