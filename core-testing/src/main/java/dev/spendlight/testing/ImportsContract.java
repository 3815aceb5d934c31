package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.RowKey;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a store promises about imports: all of one or nothing of it.
abstract class ImportsContract extends StoreFixture {
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
}
