package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.EntityRows;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.RowKey;
import dev.spendlight.statistics.Completeness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rows of one level over the evidence window, from which sums over its last days are taken.
public final class Tallies {
  /// Younger days are not judged: too few of their orders have arrived.
  static final int YOUNGEST_JUDGED = 3;

  private final AccountView view;
  private final Level level;
  private final Coverage coverage;
  private final EntityRows rows;
  private final Completeness completeness;
  private final LocalDate last;

  Tallies(
      AccountView view,
      Level level,
      Coverage coverage,
      EntityRows rows,
      Completeness completeness) {
    this(view, level, coverage, rows, completeness, view.asOf().day());
  }

  private Tallies(
      AccountView view,
      Level level,
      Coverage coverage,
      EntityRows rows,
      Completeness completeness,
      LocalDate last) {
    this.view = view;
    this.level = level;
    this.coverage = coverage;
    this.rows = rows;
    this.completeness = completeness;
    this.last = last;
  }

  /// The same, with windows that end with an earlier day; empty where no report tells days apart,
  /// or none of those before.
  Optional<Tallies> until(LocalDate day) {
    return coverage.grain() == Grain.RANGE || coverage.pulls().firstKey().isAfter(day)
        ? Optional.empty()
        : Optional.of(new Tallies(view, level, coverage, rows, completeness, day));
  }

  public Coverage coverage() {
    return coverage;
  }

  /// The windows that are judged, shortest first: 14 and 30 days where more was delivered, and all
  /// there is; of a range file its own period.
  public List<DateRange> windows() {
    if (coverage.grain() == Grain.RANGE) {
      return List.of(new DateRange(coverage.pulls().firstKey(), coverage.pulls().lastKey()));
    }
    DateRange all = new DateRange(coverage.pulls().firstKey(), last);
    return Stream.concat(
            IntStream.of(14, 30)
                .filter(days -> days < all.days())
                .mapToObj(days -> DateRange.ending(last, days)),
            Stream.of(all))
        .toList();
  }

  /// One tally for each entity with a row in the window.
  public List<Tally> over(DateRange window) {
    double[] share = shares(window);
    PerformanceTable table = rows.table();
    int entities = rows.entities().size();
    long[] maturedOrders = new long[entities];
    double[] maturedClicks = new double[entities];
    boolean[] seen = new boolean[entities];
    boolean range = coverage.grain() == Grain.RANGE;
    for (int row = 0; row < table.rows(); row++) {
      double weight = range ? share[0] : shareOf(share, window, table.epochDay(row));
      if (weight >= 0) {
        int entity = rows.entityOf(row);
        seen[entity] = true;
        maturedClicks[entity] += weight * table.clicks(row);
        maturedOrders[entity] += weight > 0 ? table.orders(row) : 0;
      }
    }
    List<Metrics> totals =
        rows.totals(
            coverage,
            view.attribution(),
            row -> range || shareOf(share, window, table.epochDay(row)) >= 0);
    return merged(totals, maturedOrders, maturedClicks, seen);
  }

  /// Rows that only names tell apart belong to one entity as soon as its id is known.
  private List<Tally> merged(
      List<Metrics> totals, long[] maturedOrders, double[] maturedClicks, boolean[] seen) {
    Map<String, Integer> place = new HashMap<>();
    List<Tally> tallies = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      if (seen[i]) {
        RowKey key = rows.entities().get(i);
        Entity entity = level.entity(key);
        Tally tally = new Tally(entity, key, totals.get(i), maturedOrders[i], maturedClicks[i]);
        Integer known = place.putIfAbsent(entity.id(), tallies.size());
        if (known == null) {
          tallies.add(tally);
        } else {
          tallies.set(known, sum(tallies.get(known), tally));
        }
      }
    }
    return tallies;
  }

  private static Tally sum(Tally one, Tally other) {
    return new Tally(
        one.entity(),
        one.key(),
        one.metrics().plus(other.metrics()),
        one.maturedOrders() + other.maturedOrders(),
        one.maturedClicks() + other.maturedClicks());
  }

  private static final double OUTSIDE = -1;

  private static double shareOf(double[] share, DateRange window, int epochDay) {
    long place = epochDay - window.from().toEpochDay();
    return place >= 0 && place < share.length ? share[(int) place] : OUTSIDE;
  }

  /// For each day of the window the share of its orders that had arrived when it was pulled: 0 for
  /// days too young to judge. A range file is judged as if all of it were as old as its last day.
  private double[] shares(DateRange window) {
    if (coverage.grain() == Grain.RANGE) {
      return new double[] {share(coverage.age(coverage.pulls().lastKey()))};
    }
    double[] shares = new double[window.days()];
    for (int i = 0; i < shares.length; i++) {
      LocalDate day = window.from().plusDays(i);
      shares[i] = coverage.pulls().containsKey(day) ? share(coverage.age(day)) : OUTSIDE;
    }
    return shares;
  }

  private double share(int age) {
    return age < YOUNGEST_JUDGED ? 0 : completeness.at(age);
  }
}
