package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import dev.spendlight.report.StateAt;
import dev.spendlight.report.VisibleDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a store promises about what one pull after the other told.
abstract class PullsContract extends DeliveriesContract {
  private static final LocalDate NEXT = PULLED.plusDays(1);
  private static final LocalDate LATER = PULLED.plusDays(2);
  private static final EntityState CHEAP = state("ENABLED", "0.9", 500_000);
  private static final EntityState DEAR = state("ENABLED", "0.9", 900_000);
  private static final EntityState PAUSED = state("PAUSED", "0.9", 900_000);

  private static SampleReport told(LocalDate day, RowKey key, EntityState state) {
    return report().row(day, key, Measures.ZERO, state);
  }

  private static List<StateAt> changes(PerformanceStore store, LocalDate lastPull) {
    return store.stateChanges(ACCOUNT, ReportKind.CAMPAIGN, lastPull);
  }

  private static List<VisibleDay> visible(PerformanceStore store, LocalDate lastPull) {
    return store.visibleDays(ACCOUNT, ReportKind.CAMPAIGN, lastPull, AttributionWindow.DAYS_7);
  }

  // Settings

  @Test
  final void aSettingIsToldWhereItChangesInTheOrderOfPulls() {
    try (PerformanceStore store = open()) {
      told(MONDAY, SHOES, DEAR).importInto(store, ACCOUNT, NEXT);
      told(MONDAY, SHOES, CHEAP).importInto(store, ACCOUNT, PULLED.plusDays(4));
      told(MONDAY, SHOES, DEAR).importInto(store, ACCOUNT, LATER);
      told(MONDAY, SHOES, CHEAP).importInto(store, ACCOUNT, PULLED);
      told(MONDAY, SHOES, EntityState.UNKNOWN).importInto(store, ACCOUNT, PULLED.plusDays(3));
      List<StateAt> all =
          List.of(
              new StateAt(SHOES, CHEAP, MONDAY, PULLED),
              new StateAt(SHOES, DEAR, MONDAY, NEXT),
              new StateAt(SHOES, CHEAP, MONDAY, PULLED.plusDays(4)));
      assertThat(changes(store, PULLED.plusDays(4))).isEqualTo(all);
      assertThat(changes(store, PULLED.plusDays(3))).isEqualTo(all.subList(0, 2));
      assertThat(changes(store, PULLED.minusDays(1))).isEmpty();
      assertThat(store.stateChanges(ACCOUNT, ReportKind.TARGETING, LATER)).isEmpty();
    }
  }

  @Test
  final void aPullTellsWhatItsLatestDayItsLastFileAndThereItsLastRowSay() {
    try (PerformanceStore store = open()) {
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report()
            .row(TUESDAY, SHOES, Measures.ZERO, CHEAP)
            .row(TUESDAY, SHOES, Measures.ZERO, DEAR)
            .row(MONDAY, SHOES, Measures.ZERO, PAUSED)
            .row(WEDNESDAY, SHOES, Measures.ZERO, EntityState.UNKNOWN)
            .row(MONDAY, HATS, Measures.ZERO, DEAR)
            .writeTo(transaction);
        report().row(MONDAY, HATS, Measures.ZERO, PAUSED).writeTo(transaction);
        transaction.commit();
      }
      told(MONDAY, HATS, CHEAP).importInto(store, ACCOUNT, PULLED);
      assertThat(changes(store, PULLED))
          .containsExactlyInAnyOrder(
              new StateAt(SHOES, DEAR, TUESDAY, PULLED), new StateAt(HATS, CHEAP, MONDAY, PULLED));
    }
  }

  @Test
  final void theTimeInBudgetIsNoSettingAndTheRestIs() {
    EntityState shorter = state("ENABLED", "0.2", 500_000);
    EntityState started =
        new EntityState(
            "ENABLED",
            shorter.bidMicros(),
            shorter.budgetMicros(),
            shorter.timeInBudget(),
            Optional.of(MONDAY));
    try (PerformanceStore store = open()) {
      told(MONDAY, SHOES, CHEAP).importInto(store, ACCOUNT, PULLED);
      told(MONDAY, SHOES, shorter).importInto(store, ACCOUNT, NEXT);
      told(MONDAY, SHOES, started).importInto(store, ACCOUNT, LATER);
      assertThat(changes(store, LATER))
          .extracting(StateAt::state, StateAt::pulled)
          .containsExactly(tuple(CHEAP, PULLED), tuple(started, LATER));
    }
  }

  @Test
  final void everyDayOfTheSelectedRowsTellsItsOwnState() {
    EntityState shorter = state("ENABLED", "0.2", 500_000);
    try (PerformanceStore store = open()) {
      long first =
          report()
              .row(TUESDAY, SHOES, Measures.ZERO, shorter)
              .row(MONDAY, SHOES, Measures.ZERO, DEAR)
              .row(MONDAY, SHOES, Measures.ZERO, CHEAP)
              .row(WEDNESDAY, SHOES, Measures.ZERO, EntityState.UNKNOWN)
              .row(MONDAY, HATS, Measures.ZERO, PAUSED)
              .importInto(store, ACCOUNT, PULLED);
      long second = told(TUESDAY, SHOES, PAUSED).importInto(store, ACCOUNT, NEXT);
      Selection taken =
          new Selection(
              ReportKind.CAMPAIGN,
              Grain.DAILY,
              List.of(
                  new Slice(first, DateRange.day(MONDAY)),
                  new Slice(second, new DateRange(TUESDAY, WEDNESDAY))));
      List<StateAt> days = store.dailyStates(ACCOUNT, taken);
      assertThat(days)
          .filteredOn(each -> each.key().equals(SHOES))
          .containsExactly(
              new StateAt(SHOES, CHEAP, MONDAY, PULLED), new StateAt(SHOES, PAUSED, TUESDAY, NEXT));
      assertThat(days)
          .filteredOn(each -> each.key().equals(HATS))
          .containsExactly(new StateAt(HATS, PAUSED, MONDAY, PULLED));
      assertThat(store.dailyStates(ACCOUNT, daily(first, WEEK)))
          .filteredOn(each -> each.key().equals(SHOES))
          .extracting(StateAt::state)
          .containsExactly(CHEAP, shorter);
    }
  }

  // Visible days

  @Test
  final void everyPullSeesItsDaysInItsOwnWay() {
    Measures one = Measures.ZERO.with(Measure.CLICKS, 10).with(Measure.ORDERS_7, 1);
    Measures two =
        Measures.ZERO.with(Measure.CLICKS, 11).with(Measure.ORDERS_7, 3).with(Measure.ORDERS_14, 5);
    try (PerformanceStore store = open()) {
      report()
          .row(MONDAY, SHOES, two)
          .row(MONDAY, HATS, one)
          .row(TUESDAY, SHOES, one)
          .importInto(store, ACCOUNT, NEXT);
      report()
          .row(MONDAY, SHOES, one)
          .row(MONDAY, HATS, one)
          .covering(DateRange.day(WEDNESDAY))
          .importInto(store, ACCOUNT, PULLED);
      SampleReport.range(ReportKind.CAMPAIGN, WEEK)
          .row(MONDAY, SHOES, two)
          .importInto(store, ACCOUNT, PULLED);
      SampleReport.daily(ReportKind.TARGETING)
          .row(MONDAY, SHOES, two)
          .importInto(store, ACCOUNT, PULLED);
      assertThat(visible(store, NEXT))
          .containsExactly(
              new VisibleDay(MONDAY, PULLED, 20, 2),
              new VisibleDay(MONDAY, NEXT, 21, 4),
              new VisibleDay(TUESDAY, NEXT, 10, 1),
              new VisibleDay(WEDNESDAY, PULLED, 0, 0));
      assertThat(visible(store, PULLED)).hasSize(2);
      assertThat(store.visibleDays(ACCOUNT, ReportKind.CAMPAIGN, NEXT, AttributionWindow.DAYS_14))
          .contains(new VisibleDay(MONDAY, NEXT, 21, 5));
    }
  }

  @Test
  final void importsOfOnePullDayReplaceOneAnotherAndFilesOfOneImportAddUp() {
    try (PerformanceStore store = open()) {
      report()
          .clicks(MONDAY, SHOES, 1)
          .clicks(TUESDAY, SHOES, 2)
          .importInto(store, ACCOUNT, PULLED);
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report().clicks(MONDAY, SHOES, 10).writeTo(transaction);
        report().clicks(MONDAY, HATS, 20).writeTo(transaction);
        transaction.commit();
      }
      assertThat(visible(store, PULLED))
          .containsExactly(
              new VisibleDay(MONDAY, PULLED, 30, 0), new VisibleDay(TUESDAY, PULLED, 2, 0));
    }
  }

  @Test
  final void aPullThatDoesNotCarryTheWindowSeesNothingOfIt() {
    try (PerformanceStore store = open()) {
      report()
          .clicks(MONDAY, SHOES, 1)
          .carrying(Set.of(Measure.CLICKS, Measure.ORDERS_14))
          .importInto(store, ACCOUNT, PULLED);
      try (ImportTransaction transaction = store.begin(ACCOUNT, NEXT)) {
        report()
            .clicks(MONDAY, SHOES, 2)
            .carrying(Set.of(Measure.CLICKS, Measure.ORDERS_7))
            .writeTo(transaction);
        report().covering(WEEK).carrying(Set.of()).writeTo(transaction);
        SampleReport.range(ReportKind.CAMPAIGN, WEEK)
            .row(MONDAY, SHOES, Measures.ZERO)
            .carrying(Set.of())
            .writeTo(transaction);
        transaction.commit();
      }
      assertThat(visible(store, NEXT)).hasSize(7).contains(new VisibleDay(MONDAY, NEXT, 2, 0));
      assertThat(store.visibleDays(ACCOUNT, ReportKind.CAMPAIGN, NEXT, AttributionWindow.DAYS_14))
          .containsExactly(new VisibleDay(MONDAY, PULLED, 1, 0));
    }
  }

  @Test
  final void whatPullsToldAgreesWithThePlainWayOnAnyRows() {
    long seed = 20260309;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<EntityState> states = List.of(EntityState.UNKNOWN, CHEAP, DEAR, PAUSED);
    try (PerformanceStore store = open();
        PerformanceStore plain = new InMemoryPerformanceStore()) {
      List<Slice> slices = new ArrayList<>();
      for (int pull = 0; pull < 12; pull++) {
        SampleReport report = report();
        for (int i = 0; i < 200; i++) {
          report.row(
              MONDAY.plusDays(random.nextInt(5)),
              RowKey.campaign("c" + random.nextInt(12), "C"),
              Measures.ZERO
                  .with(Measure.CLICKS, random.nextInt(10))
                  .with(Measure.ORDERS_7, random.nextInt(3)),
              states.get(random.nextInt(random.nextInt(states.size()) + 1)));
        }
        LocalDate pulled = PULLED.plusDays(random.nextInt(8));
        report.importInto(plain, ACCOUNT, pulled);
        long id = report.importInto(store, ACCOUNT, pulled);
        slices.add(new Slice(id, DateRange.day(MONDAY.plusDays(pull))));
      }
      Selection some = new Selection(ReportKind.CAMPAIGN, Grain.DAILY, slices);
      LocalDate lastPull = PULLED.plusDays(6);
      assertThat(byKey(store.dailyStates(ACCOUNT, some)))
          .isNotEmpty()
          .isEqualTo(byKey(plain.dailyStates(ACCOUNT, some)));
      assertThat(byKey(changes(store, lastPull)))
          .isNotEmpty()
          .isEqualTo(byKey(changes(plain, lastPull)));
      assertThat(visible(store, lastPull)).isNotEmpty().isEqualTo(visible(plain, lastPull));
    }
  }

  /// In the order of keys, those of one key in the order in which they came, which is together.
  private static List<StateAt> byKey(List<StateAt> states) {
    long turns = 0;
    for (int i = 0; i < states.size(); i++) {
      turns += i == 0 || !states.get(i).key().equals(states.get(i - 1).key()) ? 1 : 0;
    }
    assertThat(states.stream().map(StateAt::key).distinct()).hasSize((int) turns);
    return states.stream().sorted(Comparator.comparing(each -> each.key().campaignId())).toList();
  }
}
