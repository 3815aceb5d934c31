package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendlight.account.MatchType;
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
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.StateAt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a store promises about deliveries: what was imported, what is forgotten, who is who.
abstract class DeliveriesContract extends SumsContract {
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
}
