package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a store promises about accounts and those who use them at the same time.
abstract class AccountsContract extends PullsContract {
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
      assertThat(store.dailyStates(ACCOUNT, daily(1, WEEK))).isEmpty();
      assertThat(store.stateChanges(ACCOUNT, ReportKind.CAMPAIGN, PULLED)).isEmpty();
      assertThat(store.visibleDays(ACCOUNT, ReportKind.CAMPAIGN, PULLED, AttributionWindow.DAYS_7))
          .isEmpty();
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
}
