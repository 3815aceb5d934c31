package dev.spendlight.history;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The days of an account's units (its targets; where no report tells of targets, its campaigns) in
/// columns: one row for each unit and day with activity, sorted by unit, then day.
///
/// Days are counted from the first one of the history. A delivered day without a row is a day of
/// zeros; a day that was not delivered is unknown.
///
/// Memory: 36 bytes a row; 20,000 targets with rows on a quarter of 95 days take 17 MB.
public final class AccountHistory {
  private static final double MICROS = 1e6;

  private final Coverage coverage;
  private final DateRange days;
  private final boolean[] delivered;
  private final int[] age;
  private final List<Entity> units;
  private final int[] start;
  private final int[] day;
  private final int[] impressions;
  private final int[] clicks;
  private final int[] orders;
  private final int[] sold;
  private final long[] spend;
  private final long[] sales;

  private AccountHistory(
      Coverage coverage,
      DateRange days,
      List<Entity> units,
      Sorted sorted,
      PerformanceTable table) {
    this.coverage = coverage;
    this.days = days;
    this.units = units;
    this.start = sorted.start();
    int rows = start[units.size()];
    this.day = new int[rows];
    this.impressions = new int[rows];
    this.clicks = new int[rows];
    this.orders = new int[rows];
    this.sold = new int[rows];
    this.spend = new long[rows];
    this.sales = new long[rows];
    this.delivered = new boolean[days.days()];
    this.age = new int[days.days()];
    for (int d = 0; d < delivered.length; d++) {
      LocalDate date = date(d);
      delivered[d] = coverage.pulls().containsKey(date);
      age[d] = delivered[d] ? coverage.age(date) : 0;
    }
    int first = (int) days.from().toEpochDay();
    for (int i = 0; i < sorted.order().length; i++) {
      int row = sorted.order()[i];
      int at = sorted.target()[i];
      day[at] = table.epochDay(row) - first;
      impressions[at] += count(table.impressions(row));
      clicks[at] += count(table.clicks(row));
      orders[at] += count(table.orders(row));
      sold[at] += count(table.units(row));
      spend[at] += table.spendMicros(row);
      sales[at] += table.salesMicros(row);
    }
  }

  /// @param rows daily rows of the coverage, told apart by day
  /// @param unit what a resolved key is about
  public static AccountHistory of(
      Coverage coverage, EntityRows rows, Function<RowKey, Entity> unit) {
    Map<String, Integer> places = new HashMap<>();
    List<Entity> units = new ArrayList<>();
    int[] unitOfKey = new int[rows.entities().size()];
    for (int key = 0; key < unitOfKey.length; key++) {
      Entity entity = unit.apply(rows.entities().get(key));
      unitOfKey[key] =
          places.computeIfAbsent(
              entity.id(),
              fresh -> {
                units.add(entity);
                return units.size() - 1;
              });
    }
    DateRange days = new DateRange(coverage.pulls().firstKey(), coverage.period().to());
    return new AccountHistory(
        coverage,
        days,
        List.copyOf(units),
        Sorted.of(rows, unitOfKey, units.size(), days),
        rows.table());
  }

  /// Rows in the order of unit and day, and where each goes: rows of one unit and day share a
  /// place.
  ///
  /// @param start for each unit its first place, and at last the number of places
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Sorted(int[] order, int[] target, int[] start) {

    /// Two stable counting sorts: linear in rows, days and units.
    static Sorted of(EntityRows rows, int[] unitOfKey, int units, DateRange days) {
      PerformanceTable table = rows.table();
      int first = (int) days.from().toEpochDay();
      int[] byDay = new int[table.rows()];
      int[] begin = new int[days.days() + 1];
      for (int row = 0; row < byDay.length; row++) {
        begin[table.epochDay(row) - first + 1]++;
      }
      accumulate(begin);
      for (int row = 0; row < byDay.length; row++) {
        byDay[begin[table.epochDay(row) - first]++] = row;
      }
      int[] order = new int[byDay.length];
      int[] next = new int[units + 1];
      for (int row = 0; row < byDay.length; row++) {
        next[unitOfKey[rows.entityOf(row)] + 1]++;
      }
      accumulate(next);
      for (int row : byDay) {
        order[next[unitOfKey[rows.entityOf(row)]]++] = row;
      }
      return places(rows, unitOfKey, units, order);
    }

    private static Sorted places(EntityRows rows, int[] unitOfKey, int units, int[] order) {
      int[] target = new int[order.length];
      int[] start = new int[units + 1];
      int place = -1;
      int unitBefore = -1;
      int dayBefore = -1;
      for (int i = 0; i < order.length; i++) {
        int unit = unitOfKey[rows.entityOf(order[i])];
        int day = rows.table().epochDay(order[i]);
        if (unit != unitBefore || day != dayBefore) {
          place++;
          start[unit + 1]++;
        }
        target[i] = place;
        unitBefore = unit;
        dayBefore = day;
      }
      accumulate(start);
      return new Sorted(order, target, start);
    }

    private static void accumulate(int[] counts) {
      for (int i = 1; i < counts.length; i++) {
        counts[i] += counts[i - 1];
      }
    }
  }

  private static int count(long value) {
    return Math.clamp(value, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
  }

  /// Where the figures come from.
  public Coverage coverage() {
    return coverage;
  }

  public DateRange days() {
    return days;
  }

  /// The number of days, known or not.
  public int length() {
    return delivered.length;
  }

  public LocalDate date(int dayIndex) {
    return days.from().plusDays(dayIndex);
  }

  /// The days from one to another, both included, as dates.
  public DateRange range(int firstDay, int lastDay) {
    return new DateRange(date(firstDay), date(lastDay));
  }

  public boolean isDelivered(int dayIndex) {
    return delivered[dayIndex];
  }

  /// How many days old a delivered day was when it was pulled.
  public int age(int dayIndex) {
    return age[dayIndex];
  }

  /// Targets, or campaigns where no report tells of targets.
  public List<Entity> units() {
    return units;
  }

  public boolean hasTargets() {
    return !units.isEmpty() && units.getFirst() instanceof Entity.Keyword;
  }

  /// The first row of a unit; its last one is before that of the next unit.
  public int start(int unit) {
    return start[unit];
  }

  public int rows() {
    return day.length;
  }

  public int day(int row) {
    return day[row];
  }

  public int impressions(int row) {
    return impressions[row];
  }

  public int clicks(int row) {
    return clicks[row];
  }

  public int orders(int row) {
    return orders[row];
  }

  /// Account currency.
  public double spend(int row) {
    return spend[row] / MICROS;
  }

  /// Account currency.
  public double sales(int row) {
    return sales[row] / MICROS;
  }

  /// Exact sums over some units and days.
  ///
  /// @param firstDay counted in the history
  /// @param lastDay included
  /// @param attribution that the rows were read with
  public Metrics metrics(int[] some, int firstDay, int lastDay, AttributionWindow attribution) {
    long[] sum = new long[6];
    for (int unit : some) {
      for (int row = start[unit]; row < start[unit + 1]; row++) {
        if (day[row] >= firstDay && day[row] <= lastDay) {
          sum[0] += impressions[row];
          sum[1] += clicks[row];
          sum[2] += spend[row];
          sum[3] += sales[row];
          sum[4] += orders[row];
          sum[5] += sold[row];
        }
      }
    }
    return coverage.metrics(attribution, sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
  }

  /// Sums of some units for each day.
  public DailySums daily(int[] some) {
    return DailySums.of(this, some);
  }

  /// All units.
  public int[] all() {
    return IntStream.range(0, units.size()).toArray();
  }

  public Grouping campaigns() {
    return Grouping.of(units.size(), unit -> campaign(units.get(unit)));
  }

  public Grouping adGroups() {
    return Grouping.of(
        units.size(),
        unit ->
            units.get(unit) instanceof Entity.Keyword target
                ? Optional.of(target.adGroup())
                : Optional.empty());
  }

  public Grouping campaignMatches() {
    return Grouping.of(
        units.size(),
        unit ->
            units.get(unit) instanceof Entity.Keyword target && target.matchType() != MatchType.NONE
                ? Optional.of(
                    new Entity.CampaignMatch(target.adGroup().campaign(), target.matchType()))
                : Optional.empty());
  }

  /// @param productOfAdGroup the product that (almost) all of an ad group's spend is for, by the ad
  ///   group's id
  public Grouping products(Map<String, Entity.Product> productOfAdGroup) {
    return Grouping.of(
        units.size(),
        unit ->
            units.get(unit) instanceof Entity.Keyword target
                ? Optional.ofNullable(productOfAdGroup.get(target.adGroup().id()))
                : Optional.empty());
  }

  private static Optional<Entity.Campaign> campaign(Entity unit) {
    return switch (unit) {
      case Entity.Campaign campaign -> Optional.of(campaign);
      case Entity.Keyword target -> Optional.of(target.adGroup().campaign());
      default -> Optional.empty();
    };
  }
}
