package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.KnownIdentity;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import dev.spendlight.report.StateAt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [PerformanceStore] promises. An adapter's test extends this and says how to open one.
public abstract class PerformanceStoreContract {
  private static final AccountId ACCOUNT = new AccountId("acme");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final LocalDate PULLED = LocalDate.of(2026, 3, 9);
  private static final DateRange WEEK = new DateRange(MONDAY, MONDAY.plusDays(6));
  private static final RowKey SHOES = RowKey.campaign("c1", "Shoes");
  private static final RowKey HATS = RowKey.campaign("c2", "Hats");

  /// Opens a store. The first call of a test finds it empty; a later one finds what an earlier one
  /// of the same test left there.
  protected abstract PerformanceStore open();

  // Transactions

  @Test
  final void whatIsImportedIsVisibleAfterTheCommitAndNotBefore() {
    try (PerformanceStore store = open()) {
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report().clicks(MONDAY, SHOES, 3).writeTo(transaction);
        assertThat(store.accounts()).isEmpty();
        assertThat(store.settings(ACCOUNT)).isEmpty();
        assertThat(store.deliveries(ACCOUNT)).isEmpty();
        long id = transaction.commit();
        assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 3L));
      }
      assertThat(store.accounts()).containsExactly(ACCOUNT);
      assertThat(store.settings(ACCOUNT)).contains(AccountSettings.unset());
    }
  }

  @Test
  final void whatIsNotCommittedLeavesNothing() {
    try (PerformanceStore store = open()) {
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report().clicks(MONDAY, SHOES, 3).writeTo(transaction);
        transaction.save(AccountSettings.unset().withType(AccountType.VENDOR));
      }
      assertThat(store.accounts()).isEmpty();
      assertThat(store.settings(ACCOUNT)).isEmpty();
      assertThat(store.deliveries(ACCOUNT)).isEmpty();
      long id = report().clicks(MONDAY, HATS, 5).importInto(store, ACCOUNT, PULLED);
      assertThat(clicks(store, id)).isEqualTo(Map.of(HATS, 5L));
    }
  }

  @Test
  final void anUncommittedImportLeavesEarlierOnesAlone() {
    try (PerformanceStore store = open()) {
      long id = report().clicks(MONDAY, SHOES, 3).importInto(store, ACCOUNT, PULLED);
      List<Delivery> before = store.deliveries(ACCOUNT);
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report().clicks(MONDAY, HATS, 7).writeTo(transaction);
        assertThat(store.deliveries(ACCOUNT)).isEqualTo(before);
      }
      assertThat(store.deliveries(ACCOUNT)).isEqualTo(before);
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 3L));
    }
  }

  @Test
  final void aFileThatIsNotKeptLeavesNothing() {
    try (PerformanceStore store = open()) {
      long id;
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report().clicks(MONDAY, SHOES, 1).writeTo(transaction);
        report().clicks(MONDAY, SHOES, 10).clicks(TUESDAY, HATS, 20).writeAndDiscard(transaction);
        report().writeAndDiscard(transaction);
        report().clicks(MONDAY, HATS, 2).writeTo(transaction);
        id = transaction.commit();
      }
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 1L, HATS, 2L));
      assertThat(store.deliveries(ACCOUNT))
          .singleElement()
          .satisfies(each -> assertThat(each.days()).containsExactly(MONDAY));
    }
  }

  @Test
  final void aLargeFileThatIsNotKeptLeavesNothing() {
    try (PerformanceStore store = open()) {
      SampleReport large = report();
      IntStream.range(0, 100_000)
          .forEach(i -> large.clicks(MONDAY, RowKey.campaign("gone" + i % 50_000, "Gone"), 1));
      long id;
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        large.writeAndDiscard(transaction);
        report()
            .clicks(MONDAY, SHOES, 1)
            .clicks(MONDAY, RowKey.campaign("gone7", "Gone"), 2)
            .writeTo(transaction);
        id = transaction.commit();
      }
      assertThat(clicks(store, id))
          .isEqualTo(Map.of(SHOES, 1L, RowKey.campaign("gone7", "Gone"), 2L));
    }
  }

  @Test
  final void anImportWithoutFilesCreatesTheAccount() {
    try (PerformanceStore store = open()) {
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        transaction.commit();
      }
      assertThat(store.accounts()).containsExactly(ACCOUNT);
      assertThat(store.deliveries(ACCOUNT)).isEmpty();
    }
  }

  @Test
  final void importIdsCountUpwards() {
    try (PerformanceStore store = open()) {
      long first = report().clicks(MONDAY, SHOES, 1).importInto(store, ACCOUNT, PULLED.plusDays(5));
      long second = report().clicks(MONDAY, SHOES, 1).importInto(store, ACCOUNT, PULLED);
      store.forget(ACCOUNT, daily(second, WEEK));
      long third = report().clicks(MONDAY, SHOES, 1).importInto(store, ACCOUNT, PULLED);
      assertThat(second).isGreaterThan(first);
      assertThat(third).isGreaterThan(second);
      assertThat(store.deliveries(ACCOUNT))
          .extracting(Delivery::importId)
          .containsExactly(first, third);
      assertThat(store.deliveries(ACCOUNT))
          .extracting(Delivery::pulled)
          .containsExactly(PULLED.plusDays(5), PULLED);
    }
  }

  @Test
  final void afterReopeningAllIsThere() {
    long id;
    try (PerformanceStore store = open()) {
      id = report().clicks(MONDAY, SHOES, 3).importInto(store, ACCOUNT, PULLED);
    }
    try (PerformanceStore store = open()) {
      assertThat(store.accounts()).containsExactly(ACCOUNT);
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 3L));
      long again =
          report()
              .clicks(MONDAY, SHOES, 4)
              .clicks(MONDAY, HATS, 5)
              .importInto(store, ACCOUNT, PULLED);
      assertThat(clicks(store, again)).isEqualTo(Map.of(SHOES, 4L, HATS, 5L));
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 3L));
    }
  }

  // Sums

  @Test
  final void rowsOfTheSameKeyAndDayAreAddedWithinAFileAndAcrossFilesOfAnImport() {
    try (PerformanceStore store = open()) {
      long id;
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report().clicks(MONDAY, SHOES, 1).clicks(MONDAY, SHOES, 10).writeTo(transaction);
        report().clicks(MONDAY, SHOES, 100).clicks(TUESDAY, SHOES, 1000).writeTo(transaction);
        id = transaction.commit();
      }
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 1111L));
      assertThat(clicksByDay(store, daily(id, WEEK)))
          .isEqualTo(Map.of(MONDAY, 111L, TUESDAY, 1000L));
    }
  }

  @Test
  final void onlySelectedImportsAndDaysCount() {
    try (PerformanceStore store = open()) {
      SampleReport week = report();
      WEEK.stream().forEach(day -> week.clicks(day, SHOES, day.getDayOfMonth()));
      long first = week.importInto(store, ACCOUNT, PULLED);
      long second = report().clicks(TUESDAY, SHOES, 500).importInto(store, ACCOUNT, PULLED);
      Selection both =
          new Selection(
              ReportKind.CAMPAIGN,
              Grain.DAILY,
              List.of(
                  new Slice(first, DateRange.day(MONDAY)),
                  new Slice(second, DateRange.day(TUESDAY)),
                  new Slice(first, new DateRange(WEDNESDAY, WEDNESDAY.plusDays(1)))));
      assertThat(clicksByDay(store, both))
          .isEqualTo(Map.of(MONDAY, 2L, TUESDAY, 500L, WEDNESDAY, 4L, WEDNESDAY.plusDays(1), 5L));
      assertThat(clicksByDay(store, daily(second + 1, WEEK))).isEmpty();
      Selection nothing = new Selection(ReportKind.CAMPAIGN, Grain.DAILY, List.of());
      assertThat(clicksByDay(store, nothing)).isEmpty();
      Selection otherKind =
          new Selection(ReportKind.TARGETING, Grain.DAILY, List.of(new Slice(first, WEEK)));
      assertThat(clicksByDay(store, otherKind)).isEmpty();
    }
  }

  @Test
  final void everyDetailLeavesOutWhatIsFiner() {
    List<RowKey> keys = new ArrayList<>();
    for (String campaign : List.of("c1", "c2")) {
      for (String group : List.of("g1", "g2")) {
        for (String target : List.of("t1", "t2")) {
          for (String term : List.of("red", "blue")) {
            keys.add(
                RowKey.target(campaign, "C", group, "G", target, "shoe", MatchType.PHRASE)
                    .withSearchTerm(term)
                    .withProduct("B00" + term, "sku", "ad")
                    .withPlacement("Top of Search"));
          }
        }
      }
    }
    try (PerformanceStore store = open()) {
      SampleReport report = SampleReport.daily(ReportKind.SEARCH_TERM);
      for (int i = 0; i < keys.size(); i++) {
        report.clicks(MONDAY, keys.get(i), 1L << i);
      }
      long id = report.importInto(store, ACCOUNT, PULLED);
      Selection all =
          new Selection(ReportKind.SEARCH_TERM, Grain.DAILY, List.of(new Slice(id, WEEK)));
      for (Detail detail : Detail.values()) {
        Map<RowKey, Long> expected = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
          expected.merge(detail.of(keys.get(i)), 1L << i, Long::sum);
        }
        assertThat(clicks(read(store, all, detail, false))).as("%s", detail).isEqualTo(expected);
      }
    }
  }

  @Test
  final void theSameTargetInTwoAdGroupsStaysApart() {
    RowKey one = RowKey.target("", "C", "", "G1", "", "shoe", MatchType.EXACT);
    RowKey other = RowKey.target("", "C", "", "G2", "", "shoe", MatchType.EXACT);
    RowKey broad = RowKey.target("", "C", "", "G1", "", "shoe", MatchType.BROAD);
    try (PerformanceStore store = open()) {
      long id =
          report()
              .clicks(MONDAY, one, 1)
              .clicks(MONDAY, other, 2)
              .clicks(MONDAY, broad, 4)
              .importInto(store, ACCOUNT, PULLED);
      assertThat(clicks(read(store, daily(id, WEEK), Detail.TARGET, false)))
          .isEqualTo(Map.of(one, 1L, other, 2L, broad, 4L));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DAYS_1", "DAYS_7", "DAYS_14", "DAYS_30"})
  final void windowsAreNeverMixed(AttributionWindow window) {
    Measures measures = Measures.ZERO;
    for (Measure each : Measure.values()) {
      measures = measures.with(each, 1000 + each.ordinal());
    }
    try (PerformanceStore store = open()) {
      long id = report().row(MONDAY, SHOES, measures).importInto(store, ACCOUNT, PULLED);
      PerformanceTable table = store.read(ACCOUNT, daily(id, WEEK), window, Detail.CAMPAIGN, true);
      assertThat(table.rows()).isEqualTo(1);
      assertThat(table.impressions(0)).isEqualTo(measures.get(Measure.IMPRESSIONS));
      assertThat(table.clicks(0)).isEqualTo(measures.get(Measure.CLICKS));
      assertThat(table.spendMicros(0)).isEqualTo(measures.get(Measure.SPEND));
      assertThat(table.salesMicros(0)).isEqualTo(measures.get(Measure.sales(window)));
      assertThat(table.orders(0)).isEqualTo(measures.get(Measure.orders(window)));
      assertThat(table.units(0)).isEqualTo(measures.get(Measure.units(window)));
    }
  }

  @Test
  final void largeValuesAreAddedExactly() {
    long beyondDouble = (1L << 53) + 1;
    try (PerformanceStore store = open()) {
      long id =
          report()
              .clicks(MONDAY, SHOES, beyondDouble)
              .clicks(MONDAY, SHOES, beyondDouble)
              .clicks(MONDAY, SHOES, Long.MAX_VALUE / 2)
              .clicks(MONDAY, HATS, Long.MAX_VALUE)
              .clicks(TUESDAY, HATS, -1)
              .importInto(store, ACCOUNT, PULLED);
      assertThat(clicks(store, id))
          .isEqualTo(
              Map.of(SHOES, 2 * beyondDouble + Long.MAX_VALUE / 2, HATS, Long.MAX_VALUE - 1));
    }
  }

  @Test
  final void aSumBeyondALongIsRefusedRatherThanWrong() {
    try (PerformanceStore store = open()) {
      long id =
          report()
              .clicks(MONDAY, SHOES, Long.MAX_VALUE)
              .clicks(TUESDAY, SHOES, 1)
              .importInto(store, ACCOUNT, PULLED);
      assertThatThrownBy(() -> clicks(store, id)).isInstanceOf(ArithmeticException.class);
      assertThat(clicksByDay(store, daily(id, WEEK)))
          .isEqualTo(Map.of(MONDAY, Long.MAX_VALUE, TUESDAY, 1L));
    }
  }

  @Test
  final void sumsAgreeWithPlainAdditionOnAnyRows() {
    long seed = 20260302;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Map<RowKey, Long> byKey = new HashMap<>();
    Map<LocalDate, Long> byDay = new HashMap<>();
    SampleReport report = report();
    for (int i = 0; i < 5_000; i++) {
      LocalDate day = MONDAY.plusDays(random.nextInt(40));
      RowKey key = RowKey.campaign("c" + random.nextInt(30), "n" + random.nextInt(3));
      long clicks = random.nextInt(1000);
      report.clicks(day, key, clicks);
      DateRange taken = new DateRange(MONDAY.plusDays(5), MONDAY.plusDays(30));
      if (taken.contains(day)) {
        byKey.merge(key, clicks, Long::sum);
        byDay.merge(day, clicks, Long::sum);
      }
    }
    try (PerformanceStore store = open()) {
      long id = report.importInto(store, ACCOUNT, PULLED);
      Selection taken = daily(id, new DateRange(MONDAY.plusDays(5), MONDAY.plusDays(30)));
      assertThat(clicks(read(store, taken, Detail.CAMPAIGN, false))).isEqualTo(byKey);
      assertThat(clicksByDay(store, taken)).isEqualTo(byDay);
    }
  }

  // Deliveries

  @Test
  final void filesOfOneImportKindAndGrainAreOneDelivery() {
    try (PerformanceStore store = open()) {
      long id;
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        report()
            .clicks(MONDAY, SHOES, 1)
            .carrying(Set.of(Measure.CLICKS, Measure.SPEND, Measure.SALES_7))
            .writeTo(transaction);
        report()
            .clicks(WEDNESDAY, SHOES, 1)
            .carrying(Set.of(Measure.CLICKS, Measure.SPEND, Measure.SALES_14))
            .writeTo(transaction);
        report().covering(DateRange.day(WEEK.to())).carrying(Set.of()).writeTo(transaction);
        SampleReport.daily(ReportKind.TARGETING).clicks(TUESDAY, SHOES, 1).writeTo(transaction);
        id = transaction.commit();
      }
      List<Delivery> deliveries = store.deliveries(ACCOUNT);
      assertThat(deliveries)
          .extracting(Delivery::kind)
          .containsExactlyInAnyOrder(ReportKind.CAMPAIGN, ReportKind.TARGETING);
      Delivery campaigns = only(deliveries, ReportKind.CAMPAIGN);
      assertThat(campaigns.importId()).isEqualTo(id);
      assertThat(campaigns.pulled()).isEqualTo(PULLED);
      assertThat(campaigns.grain()).isEqualTo(Grain.DAILY);
      assertThat(campaigns.days()).containsExactly(MONDAY, WEDNESDAY, WEEK.to());
      assertThat(campaigns.period()).isEqualTo(WEEK);
      assertThat(campaigns.carried()).containsExactlyInAnyOrder(Measure.CLICKS, Measure.SPEND);
      assertThat(only(deliveries, ReportKind.TARGETING).days()).containsExactly(TUESDAY);
    }
  }

  @Test
  final void daysWithoutRowsAreDeliveredWhenCovered() {
    try (PerformanceStore store = open()) {
      long id = report().covering(WEEK).importInto(store, ACCOUNT, PULLED);
      assertThat(store.deliveries(ACCOUNT))
          .singleElement()
          .satisfies(each -> assertThat(each.days()).hasSize(7));
      assertThat(clicks(store, id)).isEmpty();
    }
  }

  @Test
  final void anEmptyFileForNoDaysIsNoDelivery() {
    try (PerformanceStore store = open()) {
      report().importInto(store, ACCOUNT, PULLED);
      assertThat(store.deliveries(ACCOUNT)).isEmpty();
    }
  }

  @Test
  final void aDeliveryHasIdsWhenAllItsRowsDo() {
    RowKey nameless = RowKey.campaign("", "Shoes");
    try (PerformanceStore store = open()) {
      report().clicks(MONDAY, SHOES, 1).importInto(store, ACCOUNT, PULLED);
      report().clicks(MONDAY, nameless, 1).importInto(store, ACCOUNT, PULLED);
      report()
          .clicks(MONDAY, nameless, 1)
          .clicks(MONDAY, SHOES, 1)
          .importInto(store, ACCOUNT, PULLED);
      report().covering(WEEK).importInto(store, ACCOUNT, PULLED);
      assertThat(store.deliveries(ACCOUNT))
          .extracting(Delivery::hasIds)
          .containsExactly(true, false, false, false);
    }
  }

  @Test
  final void rangeFilesAnswerForTheirPeriodAndNeverADay() {
    DateRange half = new DateRange(MONDAY, WEDNESDAY);
    try (PerformanceStore store = open()) {
      long id;
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        SampleReport.range(ReportKind.CAMPAIGN, WEEK)
            .row(WEEK, SHOES, Measures.ZERO.with(Measure.CLICKS, 70))
            .clicks(TUESDAY, SHOES, 7)
            .writeTo(transaction);
        SampleReport.range(ReportKind.CAMPAIGN, half)
            .row(half, SHOES, Measures.ZERO.with(Measure.CLICKS, 30))
            .writeTo(transaction);
        report().clicks(MONDAY, SHOES, 1).writeTo(transaction);
        id = transaction.commit();
      }
      assertThat(store.deliveries(ACCOUNT))
          .extracting(Delivery::grain, Delivery::period)
          .containsExactlyInAnyOrder(
              tuple(Grain.DAILY, DateRange.day(MONDAY)),
              tuple(Grain.RANGE, WEEK),
              tuple(Grain.RANGE, half));
      assertThat(store.deliveries(ACCOUNT))
          .filteredOn(each -> each.grain() == Grain.RANGE)
          .allSatisfy(each -> assertThat(each.days()).isEmpty());
      assertThat(clicks(read(store, range(id, WEEK), Detail.CAMPAIGN, false)))
          .isEqualTo(Map.of(SHOES, 77L));
      assertThat(clicks(read(store, range(id, half), Detail.CAMPAIGN, false)))
          .isEqualTo(Map.of(SHOES, 30L));
      assertThat(clicks(read(store, range(id, DateRange.day(MONDAY)), Detail.CAMPAIGN, false)))
          .isEmpty();
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 1L));
    }
  }

  // Forgetting

  @Test
  final void forgottenDaysAreGoneFromRowsAndDeliveries() {
    try (PerformanceStore store = open()) {
      SampleReport week = report();
      WEEK.stream().forEach(day -> week.clicks(day, SHOES, 1));
      long id = week.importInto(store, ACCOUNT, PULLED);
      long other = report().clicks(MONDAY, SHOES, 50).importInto(store, ACCOUNT, PULLED);
      store.forget(ACCOUNT, daily(id, new DateRange(MONDAY, TUESDAY)));
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 5L));
      assertThat(store.deliveries(ACCOUNT).getFirst().days())
          .hasSize(5)
          .doesNotContain(MONDAY, TUESDAY);
      assertThat(store.deliveries(ACCOUNT).getFirst().period())
          .isEqualTo(new DateRange(WEDNESDAY, WEEK.to()));
      store.forget(ACCOUNT, daily(id, WEEK));
      assertThat(store.deliveries(ACCOUNT)).extracting(Delivery::importId).containsExactly(other);
      assertThat(clicks(store, other)).isEqualTo(Map.of(SHOES, 50L));
      assertThat(store.accounts()).containsExactly(ACCOUNT);
    }
  }

  @Test
  final void aForgottenRangeIsGoneAndOthersStay() {
    DateRange half = new DateRange(MONDAY, WEDNESDAY);
    try (PerformanceStore store = open()) {
      long id;
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        for (DateRange each : List.of(WEEK, half)) {
          SampleReport.range(ReportKind.CAMPAIGN, each)
              .row(each, SHOES, Measures.ZERO.with(Measure.CLICKS, each.days()))
              .writeTo(transaction);
        }
        id = transaction.commit();
      }
      store.forget(ACCOUNT, range(id, WEEK));
      assertThat(store.deliveries(ACCOUNT)).extracting(Delivery::period).containsExactly(half);
      assertThat(clicks(read(store, range(id, WEEK), Detail.CAMPAIGN, false))).isEmpty();
      assertThat(clicks(read(store, range(id, half), Detail.CAMPAIGN, false)))
          .isEqualTo(Map.of(SHOES, 3L));
    }
  }

  @Test
  final void forgettingWhatIsNotThereChangesNothing() {
    try (PerformanceStore store = open()) {
      store.forget(ACCOUNT, daily(1, WEEK));
      assertThat(store.accounts()).isEmpty();
      long id = report().clicks(MONDAY, SHOES, 1).importInto(store, ACCOUNT, PULLED);
      store.forget(ACCOUNT, daily(id + 1, WEEK));
      store.forget(ACCOUNT, range(id, DateRange.day(MONDAY)));
      store.forget(ACCOUNT, new Selection(ReportKind.CAMPAIGN, Grain.DAILY, List.of()));
      assertThat(clicks(store, id)).isEqualTo(Map.of(SHOES, 1L));
    }
  }

  // Identities and states

  @Test
  final void identitiesAreTheNamesThatRowsWithIdsGave() {
    RowKey named = RowKey.target("", "Shoes", "", "G", "", "red shoe", MatchType.EXACT);
    RowKey known = RowKey.target("c1", "Shoes", "g1", "G", "t1", "red shoe", MatchType.EXACT);
    RowKey renamed = RowKey.target("c1", "Boots", "g1", "G", "t1", "red shoe", MatchType.EXACT);
    try (PerformanceStore store = open()) {
      assertThat(store.identities(ACCOUNT)).isEmpty();
      SampleReport.daily(ReportKind.SEARCH_TERM)
          .clicks(MONDAY, named, 1)
          .clicks(MONDAY, known.withSearchTerm("red"), 1)
          .clicks(WEDNESDAY, known.withSearchTerm("blue"), 1)
          .clicks(WEEK.to(), renamed, 1)
          .importInto(store, ACCOUNT, PULLED);
      SampleReport.range(ReportKind.CAMPAIGN, WEEK)
          .row(WEEK, HATS, Measures.ZERO)
          .importInto(store, ACCOUNT, PULLED);
      assertThat(store.identities(ACCOUNT))
          .containsExactlyInAnyOrder(
              new KnownIdentity(known, new DateRange(MONDAY, WEDNESDAY)),
              new KnownIdentity(renamed, DateRange.day(WEEK.to())),
              new KnownIdentity(HATS, WEEK));
    }
  }

  @Test
  final void theLatestStateOfTheSelectedRowsCounts() {
    EntityState cheap = state("ENABLED", "0.9", 500_000);
    EntityState dear = state("ENABLED", "0.90", 900_000);
    EntityState paused =
        new EntityState(
            "PAUSED", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(MONDAY));
    try (PerformanceStore store = open()) {
      long first =
          report()
              .row(WEDNESDAY, SHOES, Measures.ZERO, paused)
              .row(MONDAY, SHOES, Measures.ZERO, cheap)
              .row(TUESDAY, SHOES, Measures.ZERO, dear)
              .row(WEDNESDAY.plusDays(1), SHOES, Measures.ZERO, EntityState.UNKNOWN)
              .row(MONDAY, HATS, Measures.ZERO, EntityState.UNKNOWN)
              .importInto(store, ACCOUNT, PULLED);
      long second =
          report()
              .row(MONDAY, HATS, Measures.ZERO, dear)
              .importInto(store, ACCOUNT, PULLED.plusDays(1));
      assertThat(store.states(ACCOUNT, daily(first, WEEK)))
          .containsExactly(new StateAt(SHOES, paused, WEDNESDAY, PULLED));
      assertThat(store.states(ACCOUNT, daily(first, new DateRange(MONDAY, TUESDAY))))
          .containsExactly(new StateAt(SHOES, dear, TUESDAY, PULLED));
      assertThat(store.states(ACCOUNT, daily(first, DateRange.day(MONDAY))))
          .containsExactly(new StateAt(SHOES, cheap, MONDAY, PULLED));
      assertThat(store.states(ACCOUNT, daily(second, WEEK)))
          .containsExactly(new StateAt(HATS, dear, MONDAY, PULLED.plusDays(1)));
    }
  }

  // Accounts

  @Test
  final void settingsComeBackAsTheyWereSaved() {
    AccountSettings settings =
        new AccountSettings(
            Optional.of(Currency.getInstance("JPY")),
            Optional.of(ZoneId.of("Asia/Tokyo")),
            Optional.of(Marketplace.JP),
            Optional.of(new BigDecimal("0.30")),
            Optional.of(new BigDecimal("0.375")),
            Optional.of(AccountType.VENDOR));
    try (PerformanceStore store = open()) {
      assertThat(store.settings(ACCOUNT)).isEmpty();
      store.save(ACCOUNT, settings);
      assertThat(store.accounts()).containsExactly(ACCOUNT);
      assertThat(store.settings(ACCOUNT)).contains(settings);
      report().clicks(MONDAY, SHOES, 1).importInto(store, ACCOUNT, PULLED);
      assertThat(store.settings(ACCOUNT)).contains(settings);
      store.save(ACCOUNT, AccountSettings.unset());
    }
    try (PerformanceStore store = open()) {
      assertThat(store.settings(ACCOUNT)).contains(AccountSettings.unset());
    }
  }

  @Test
  final void settingsOfAnImportAreKeptWithIt() {
    AccountSettings euro = AccountSettings.unset().withCurrency(Currency.getInstance("EUR"));
    try (PerformanceStore store = open()) {
      store.save(ACCOUNT, AccountSettings.unset());
      try (ImportTransaction transaction = store.begin(ACCOUNT, PULLED)) {
        transaction.save(euro);
        transaction.save(euro.withType(AccountType.SELLER));
        transaction.commit();
      }
      assertThat(store.settings(ACCOUNT)).contains(euro.withType(AccountType.SELLER));
    }
  }

  @Test
  final void deletingRemovesEverythingOfThatAccountOnly() {
    AccountId other = new AccountId("other");
    try (PerformanceStore store = open()) {
      assertThat(store.delete(ACCOUNT)).isFalse();
      report().clicks(MONDAY, SHOES, 1).importInto(store, ACCOUNT, PULLED);
      long id = report().clicks(MONDAY, HATS, 2).importInto(store, other, PULLED);
      assertThat(store.delete(ACCOUNT)).isTrue();
      assertThat(store.delete(ACCOUNT)).isFalse();
      assertThat(store.accounts()).containsExactly(other);
      assertThat(store.settings(ACCOUNT)).isEmpty();
      assertThat(store.deliveries(ACCOUNT)).isEmpty();
      assertThat(store.identities(ACCOUNT)).isEmpty();
      assertThat(store.deliveries(other)).extracting(Delivery::importId).containsExactly(id);
      report().clicks(TUESDAY, HATS, 9).importInto(store, ACCOUNT, PULLED);
      assertThat(store.deliveries(ACCOUNT))
          .singleElement()
          .satisfies(each -> assertThat(each.days()).containsExactly(TUESDAY));
    }
  }

  @Test
  final void anUnknownAccountHasNothingAndIsNotMadeByAsking() {
    try (PerformanceStore store = open()) {
      assertThat(store.accounts()).isEmpty();
      assertThat(store.deliveries(ACCOUNT)).isEmpty();
      assertThat(store.identities(ACCOUNT)).isEmpty();
      assertThat(store.states(ACCOUNT, daily(1, WEEK))).isEmpty();
      assertThat(read(store, daily(1, WEEK), Detail.FULL, true).rows()).isZero();
      assertThat(store.accounts()).isEmpty();
    }
  }

  static List<String> weirdIds() {
    return List.of(
        "..",
        ".",
        "/etc/passwd",
        "../../escape",
        "C:\\con",
        "con",
        "a b  c",
        " leading and trailing ",
        "semi;colon'quote\"double%41+a",
        "%",
        "+",
        "%zz+",
        "profil-ü-日本-😀",
        "\ud800 alone",
        "\u202eright to left",
        "x".repeat(128),
        "X".repeat(128),
        "広".repeat(128),
        "😀".repeat(64));
  }

  @ParameterizedTest
  @MethodSource("weirdIds")
  final void anyAccountIdWorks(String id) {
    AccountId account = new AccountId(id);
    try (PerformanceStore store = open()) {
      long imported = report().clicks(MONDAY, SHOES, 1).importInto(store, account, PULLED);
      assertThat(store.accounts()).containsExactly(account);
      assertThat(store.deliveries(account))
          .extracting(Delivery::importId)
          .containsExactly(imported);
      assertThat(store.delete(account)).isTrue();
      assertThat(store.accounts()).isEmpty();
    }
  }

  @Test
  final void accountsStandInTheOrderOfTheirIdsAndCaseCounts() {
    List<AccountId> accounts =
        Stream.of("Acme", "acme", "ACME", "zeta", "10", "9", "ä", "a/b", "a")
            .map(AccountId::new)
            .toList();
    try (PerformanceStore store = open()) {
      accounts.forEach(each -> store.save(each, AccountSettings.unset()));
      assertThat(store.accounts()).containsExactlyElementsOf(accounts.stream().sorted().toList());
    }
  }

  @Test
  final void anyTextInNamesComesBackAsItWas() {
    List<RowKey> keys =
        Stream.of(
                "O'Brien's \"best\"",
                "'; DROP TABLE performance; --",
                "😀 日本語 Ünï",
                "tab\tline\nreturn\r",
                "\u0001\u001f\u007f",
                "",
                " ",
                "{c4} ${x} %s ?",
                "long ".repeat(2_000))
            .map(text ->
                RowKey.target("id" + text, text, text, text, text, text, MatchType.AUTO)
                    .withSearchTerm(text)
                    .withProduct(text, text, text)
                    .withPlacement(text))
            .toList();
    try (PerformanceStore store = open()) {
      SampleReport report = report().named("a 'file' \"name\" ?.csv");
      for (int i = 0; i < keys.size(); i++) {
        report.clicks(MONDAY, keys.get(i), i + 1);
      }
      long id = report.importInto(store, ACCOUNT, PULLED);
      Map<RowKey, Long> read = clicks(read(store, daily(id, WEEK), Detail.FULL, false));
      assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(keys);
      for (int i = 0; i < keys.size(); i++) {
        assertThat(read).containsEntry(keys.get(i), i + 1L);
      }
    }
  }

  // Concurrency

  @Test
  final void twoAccountsAreWrittenAndReadAtTheSameTime() throws Exception {
    AccountId other = new AccountId("other");
    try (PerformanceStore store = open();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (AccountId account : List.of(ACCOUNT, other)) {
        work.add(() -> {
          for (int i = 1; i <= 20; i++) {
            report().clicks(MONDAY, SHOES, i).importInto(store, account, PULLED);
          }
          return null;
        });
        work.add(() -> {
          for (int i = 0; i < 100; i++) {
            for (Delivery each : store.deliveries(account)) {
              assertThat(each.days()).containsExactly(MONDAY);
            }
          }
          return null;
        });
      }
      for (Future<Void> each : threads.invokeAll(work)) {
        each.get();
      }
      for (AccountId account : List.of(ACCOUNT, other)) {
        assertThat(store.deliveries(account)).hasSize(20);
      }
    }
  }

  @Test
  final void importsOfOneAccountTakeTurns() throws Exception {
    try (PerformanceStore store = open();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        long clicks = 1L << i;
        work.add(() -> report().clicks(MONDAY, SHOES, clicks).importInto(store, ACCOUNT, PULLED));
      }
      long sum = 0;
      for (Future<Long> each : threads.invokeAll(work)) {
        sum += clicks(store, each.get()).getOrDefault(SHOES, 0L);
      }
      assertThat(sum).isEqualTo(255);
    }
  }

  // Words of these tests

  private static SampleReport report() {
    return SampleReport.daily(ReportKind.CAMPAIGN);
  }

  private static Selection daily(long importId, DateRange days) {
    return new Selection(ReportKind.CAMPAIGN, Grain.DAILY, List.of(new Slice(importId, days)));
  }

  private static Selection range(long importId, DateRange period) {
    return new Selection(ReportKind.CAMPAIGN, Grain.RANGE, List.of(new Slice(importId, period)));
  }

  private static EntityState state(String status, String timeInBudget, long bidMicros) {
    return new EntityState(
        status,
        Optional.of(bidMicros),
        Optional.of(20_000_000L),
        Optional.of(new BigDecimal(timeInBudget)),
        Optional.empty());
  }

  private static Delivery only(List<Delivery> deliveries, ReportKind kind) {
    return deliveries.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  private static PerformanceTable read(
      PerformanceStore store, Selection selection, Detail detail, boolean byDay) {
    return store.read(ACCOUNT, selection, AttributionWindow.DAYS_7, detail, byDay);
  }

  /// Clicks of each campaign in everything daily that an import brought.
  private static Map<RowKey, Long> clicks(PerformanceStore store, long importId) {
    DateRange always = new DateRange(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
    return clicks(read(store, daily(importId, always), Detail.CAMPAIGN, false));
  }

  private static Map<RowKey, Long> clicks(PerformanceTable table) {
    Map<RowKey, Long> clicks = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      assertThat(clicks.put(table.key(row), table.clicks(row)))
          .as("a second row of one key")
          .isNull();
    }
    assertThat(table.keys()).doesNotHaveDuplicates();
    return clicks;
  }

  private static Map<LocalDate, Long> clicksByDay(PerformanceStore store, Selection selection) {
    PerformanceTable table = read(store, selection, Detail.CAMPAIGN, true);
    Map<LocalDate, Long> clicks = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      clicks.merge(table.day(row), table.clicks(row), Long::sum);
    }
    return clicks;
  }
}
