package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.report.PerformanceStore.Hold;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.SampleReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many threads and stores at the same few accounts.
@Timeout(300)
final class AccountAccessTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path folder;

  @Test
  void anyMixtureOfCallsWorks() throws Exception {
    StoreOptions patient = StoreOptions.defaults().withPatience(Duration.ofMinutes(2));
    long seed = 5;
    System.out.println("seed " + seed);
    try (DuckDbPerformanceStore one = new DuckDbPerformanceStore(folder, patient);
        DuckDbPerformanceStore two = new DuckDbPerformanceStore(folder, patient);
        ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < 6; thread++) {
        DuckDbPerformanceStore store = thread < 4 ? one : two;
        Random random = new Random(seed + thread);
        work.add(() -> {
          for (int i = 0; i < 60; i++) {
            call(store, new AccountId("a" + random.nextInt(2)), random.nextInt(8));
          }
          return null;
        });
      }
      for (Future<Void> each : threads.invokeAll(work)) {
        each.get();
      }
      for (AccountId account : one.accounts()) {
        assertThat(two.settings(account)).isPresent();
        assertThat(two.deliveries(account)).allSatisfy(each -> assertThat(each.days()).hasSize(1));
      }
    }
  }

  @Test
  void whoHoldsAnAccountReadsOnAndWhoWouldWriteWaits() throws Exception {
    AccountId account = new AccountId("a");
    AccountSettings other = AccountSettings.unset().withMarketplace(Marketplace.UK);
    StoreOptions patient = StoreOptions.defaults().withPatience(Duration.ofSeconds(20));
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder, patient)) {
      store.save(account, AccountSettings.unset());
      Thread writer = Thread.ofPlatform().unstarted(() -> store.save(account, other));
      Hold hold = store.hold(account);
      writer.start();
      while (writer.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      assertThat(store.settings(account)).contains(AccountSettings.unset());
      hold.close();
      hold.close();
      writer.join();
      assertThat(store.settings(account)).contains(other);
    }
  }

  @Test
  void anAccountThatAnotherStoreDeletesMeanwhileIsAbsent() throws Exception {
    AccountId account = new AccountId("a");
    StoreOptions patient = StoreOptions.defaults().withPatience(Duration.ofMinutes(2));
    try (DuckDbPerformanceStore one = new DuckDbPerformanceStore(folder, patient);
        DuckDbPerformanceStore two = new DuckDbPerformanceStore(folder, patient);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      AtomicBoolean done = new AtomicBoolean();
      List<Future<?>> readers = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        readers.add(
            threads.submit(() -> {
              while (!done.get()) {
                one.settings(account);
              }
            }));
      }
      Future<?> writer =
          threads.submit(() -> {
            for (int i = 0; i < 40; i++) {
              two.save(account, AccountSettings.unset());
              two.delete(account);
            }
          });
      try {
        writer.get();
      } finally {
        done.set(true);
      }
      for (Future<?> each : readers) {
        each.get();
      }
    }
  }

  private static void call(DuckDbPerformanceStore store, AccountId account, int what) {
    switch (what) {
      case 0 -> store.delete(account);
      case 1 -> store.save(account, AccountSettings.unset());
      case 2 ->
          SampleReport.daily(ReportKind.CAMPAIGN)
              .clicks(DAY, RowKey.campaign("c", "C"), 1)
              .importInto(store, account, DAY);
      case 3 -> store.begin(account, DAY).close();
      case 4 -> store.settings(account);
      case 5 -> store.identities(account);
      case 6 -> {
        try (Hold _ = store.hold(account)) {
          store.settings(account);
          store.deliveries(account);
        }
      }
      default -> store.deliveries(account);
    }
  }
}
