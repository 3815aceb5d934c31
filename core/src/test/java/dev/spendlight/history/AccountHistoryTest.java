package dev.spendlight.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.Metrics;
import dev.spendlight.metric.Money;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountHistoryTest {
  private static final int DAYS = 40;

  private static RowKey key(int campaign, int adGroup, int target, MatchType match) {
    return RowKey.target(
        "c" + campaign,
        "Campaign " + campaign,
        "g" + adGroup,
        "Group " + adGroup,
        "t" + target,
        "target " + target,
        match);
  }

  private static HistoryRows rows() {
    return new HistoryRows(ReportKind.TARGETING, DAYS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void rowsOfAnyOrderAddUpExactlyByUnitAndDay(long seed) {
    Random random = new Random(seed);
    HistoryRows rows = rows();
    Map<String, TreeMap<Integer, long[]>> plain = new HashMap<>();
    for (int i = 0; i < 2000; i++) {
      int target = random.nextInt(60);
      int day = random.nextInt(DAYS);
      // Search terms of one target are several keys of one unit.
      RowKey key =
          key(target % 5, target % 15, target, MatchType.BROAD)
              .withSearchTerm("term " + random.nextInt(3));
      long[] figures = {
        random.nextInt(1000),
        random.nextInt(30),
        // Cancelled orders can be negative.
        random.nextInt(12) - 1L,
        random.nextLong(100_000_000_000L),
        random.nextLong(900_000_000_000L)
      };
      rows.row(key, day, figures[0], figures[1], figures[2], figures[3], figures[4]);
      long[] sum =
          plain
              .computeIfAbsent("t" + target, fresh -> new TreeMap<>())
              .computeIfAbsent(day, fresh -> new long[5]);
      IntStream.range(0, 5).forEach(column -> sum[column] += figures[column]);
    }
    AccountHistory history = rows.history();
    assertThat(history.units()).extracting(Entity::id).doesNotHaveDuplicates();
    assertThat(history.units()).hasSameSizeAs(plain.keySet());
    for (int unit = 0; unit < history.units().size(); unit++) {
      TreeMap<Integer, long[]> its = plain.get(history.units().get(unit).id());
      String what = "seed %d, %s".formatted(seed, history.units().get(unit).id());
      int row = history.start(unit);
      for (Map.Entry<Integer, long[]> each : its.entrySet()) {
        assertThat(history.day(row)).as(what).isEqualTo(each.getKey());
        assertThat((long) history.impressions(row)).as(what).isEqualTo(each.getValue()[0]);
        assertThat((long) history.clicks(row)).as(what).isEqualTo(each.getValue()[1]);
        assertThat((long) history.orders(row)).as(what).isEqualTo(each.getValue()[2]);
        assertThat(Math.round(history.spend(row) * 1e6)).as(what).isEqualTo(each.getValue()[3]);
        assertThat(Math.round(history.sales(row) * 1e6)).as(what).isEqualTo(each.getValue()[4]);
        row++;
      }
      assertThat(row).as(what).isEqualTo(history.start(unit + 1));
    }
    assertThat(history.rows()).isEqualTo(history.start(history.units().size()));
    sumsAreExact(history, plain, random, seed);
  }

  private static void sumsAreExact(
      AccountHistory history,
      Map<String, TreeMap<Integer, long[]>> plain,
      Random random,
      long seed) {
    for (int trial = 0; trial < 20; trial++) {
      int[] some = IntStream.of(history.all()).filter(unit -> random.nextBoolean()).toArray();
      int first = random.nextInt(DAYS);
      int last = first + random.nextInt(DAYS - first);
      long[] sum = new long[5];
      for (int unit : some) {
        plain
            .get(history.units().get(unit).id())
            .subMap(first, true, last, true)
            .values()
            .forEach(its -> IntStream.range(0, 5).forEach(i -> sum[i] += its[i]));
      }
      Metrics metrics = history.metrics(some, first, last, AttributionWindow.DAYS_7);
      String what = "seed %d, days %d to %d".formatted(seed, first, last);
      assertThat(metrics.impressions()).as(what).contains(sum[0]);
      assertThat(metrics.clicks()).as(what).contains(sum[1]);
      assertThat(metrics.orders()).as(what).contains(sum[2]);
      assertThat(metrics.spend().map(Money::toMicros)).as(what).contains(sum[3]);
      assertThat(metrics.sales().map(Money::toMicros)).as(what).contains(sum[4]);
      DailySums daily = history.daily(some);
      assertThat(DailySums.sum(daily.clicks(), first, last)).as(what).isEqualTo(sum[1]);
      assertThat(DailySums.sum(daily.orders(), first, last)).as(what).isEqualTo(sum[2]);
      assertThat(DailySums.sum(daily.spend(), first, last))
          .as(what)
          .isCloseTo(sum[3] / 1e6, within(1e-3));
    }
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<Integer> days = List.of(7, 0, 39, 12, 3);
    HistoryRows forward = rows();
    HistoryRows backward = rows();
    for (int target = 0; target < 3; target++) {
      for (int day : days) {
        forward.row(key(0, 0, target, MatchType.EXACT), day, 9, day, 1, 0, 0);
      }
    }
    for (int target = 2; target >= 0; target--) {
      for (int day : days.reversed()) {
        backward.row(key(0, 0, target, MatchType.EXACT), day, 9, day, 1, 0, 0);
      }
    }
    assertThat(clicks(backward.history())).isEqualTo(clicks(forward.history()));
  }

  private static Map<String, List<Integer>> clicks(AccountHistory history) {
    Map<String, List<Integer>> clicks = new HashMap<>();
    for (int unit : history.all()) {
      clicks.put(
          history.units().get(unit).id(),
          IntStream.range(history.start(unit), history.start(unit + 1))
              .mapToObj(history::clicks)
              .toList());
    }
    return clicks;
  }

  @Test
  void aDayThatWasNotDeliveredIsUnknownAndADayWithoutRowsIsNot() {
    AccountHistory history =
        rows()
            .without(5)
            .pulledAt(1)
            .row(key(0, 0, 0, MatchType.EXACT), 4, 10, 1, 0, 0, 0)
            .history();
    assertThat(history.isDelivered(4)).isTrue();
    assertThat(history.isDelivered(5)).isFalse();
    assertThat(history.isDelivered(6)).as("delivered, and nothing happened").isTrue();
    assertThat(history.length()).isEqualTo(DAYS);
    assertThat(history.age(DAYS - 1)).isEqualTo(1);
    assertThat(history.age(0)).isEqualTo(DAYS);
    assertThat(history.date(4)).isEqualTo(HistoryRows.FIRST.plusDays(4));
  }

  @Test
  void aHistoryBeginsWithTheFirstDeliveredDay() {
    AccountHistory history =
        rows()
            .without(0)
            .without(1)
            .row(key(0, 0, 0, MatchType.EXACT), 2, 10, 3, 0, 0, 0)
            .history();
    assertThat(history.length()).isEqualTo(DAYS - 2);
    assertThat(history.date(0)).isEqualTo(HistoryRows.FIRST.plusDays(2));
    assertThat(history.day(0)).isZero();
  }

  @Test
  void anAccountInWhichNothingHappenedHasNoUnits() {
    AccountHistory history = rows().history();
    assertThat(history.units()).isEmpty();
    assertThat(history.rows()).isZero();
    assertThat(history.hasTargets()).isFalse();
    assertThat(history.campaigns().groups()).isEmpty();
    assertThat(history.daily(history.all()).clicks()).containsOnly(0.0);
  }

  @Test
  void unitsAreGroupedByWhatTheyLieIn() {
    HistoryRows rows = rows();
    // Campaign 0 has groups 0 and 1, campaign 1 has group 2.
    rows.row(key(0, 0, 0, MatchType.EXACT), 0, 1, 1, 0, 0, 0);
    rows.row(key(1, 2, 1, MatchType.BROAD), 0, 1, 1, 0, 0, 0);
    rows.row(key(0, 1, 2, MatchType.EXACT), 0, 1, 1, 0, 0, 0);
    rows.row(key(0, 1, 3, MatchType.NONE), 0, 1, 1, 0, 0, 0);
    AccountHistory history = rows.history();
    assertThat(members(history, history.campaigns()))
        .isEqualTo(Map.of("c0", List.of("t0", "t2", "t3"), "c1", List.of("t1")));
    assertThat(members(history, history.adGroups()))
        .isEqualTo(Map.of("g0", List.of("t0"), "g1", List.of("t2", "t3"), "g2", List.of("t1")));
    assertThat(members(history, history.campaignMatches()))
        .as("a product target has no match type")
        .isEqualTo(Map.of("c0:EXACT", List.of("t0", "t2"), "c1:BROAD", List.of("t1")));
    Entity.Product shoe = new Entity.Product("B0SHOE", "B0SHOE");
    assertThat(members(history, history.products(Map.of("g0", shoe, "g2", shoe))))
        .as("an ad group of unknown product belongs to none")
        .isEqualTo(Map.of("B0SHOE", List.of("t0", "t1")));
  }

  @Test
  void withoutTargetsTheUnitsAreCampaigns() {
    AccountHistory history =
        new HistoryRows(ReportKind.CAMPAIGN, DAYS)
            .row(RowKey.campaign("c0", "Shoes"), 3, 10, 1, 0, 0, 0)
            .history(HistoryRows::campaign);
    assertThat(history.hasTargets()).isFalse();
    assertThat(members(history, history.campaigns())).isEqualTo(Map.of("c0", List.of("c0")));
    assertThat(history.adGroups().groups()).isEmpty();
    assertThat(history.adGroups().groupOf()).containsExactly(Grouping.NONE);
  }

  private static Map<String, List<String>> members(AccountHistory history, Grouping grouping) {
    Map<String, List<String>> members = new HashMap<>();
    int[][] units = grouping.members();
    for (int group = 0; group < units.length; group++) {
      members.put(
          grouping.groups().get(group).id(),
          IntStream.of(units[group]).mapToObj(unit -> history.units().get(unit).id()).toList());
    }
    return members;
  }
}
