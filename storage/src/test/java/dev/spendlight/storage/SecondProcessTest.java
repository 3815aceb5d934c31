package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import dev.spendlight.report.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Stores of several processes on one folder.
@Timeout(300)
final class SecondProcessTest {
  private static final AccountId ACCOUNT = new AccountId("acme");
  private static final AccountId OTHER = new AccountId("other");
  private static final AccountSettings VENDOR =
      AccountSettings.unset().withType(AccountType.VENDOR);

  @TempDir Path folder;

  @Test
  void whoFindsAnAccountInUseIsToldByWhichProcess() throws Exception {
    try (DuckDbPerformanceStore store = store(Duration.ofMillis(100))) {
      store.save(ACCOUNT, VENDOR);
      store.save(OTHER, VENDOR);
      try (StoreProcess holder = StoreProcess.hold(folder, ACCOUNT)) {
        holder.awaitLine(StoreProcess.HOLDING);
        for (Runnable each :
            List.<Runnable>of(
                () -> store.settings(ACCOUNT),
                () -> store.deliveries(ACCOUNT),
                () -> store.save(ACCOUNT, AccountSettings.unset()),
                () -> store.begin(ACCOUNT, StoreProcess.DAY),
                () -> store.delete(ACCOUNT))) {
          assertThatThrownBy(each::run)
              .isInstanceOf(StoreException.class)
              .hasMessageStartingWith(
                  "Account acme is in use by process %d (".formatted(holder.pid()))
              .hasMessageContaining(StoreProcess.class.getName() + " hold")
              .hasMessageEndingWith(": try again when that is done.");
        }
        assertThat(store.settings(OTHER)).contains(VENDOR);
        assertThat(store.accounts()).containsExactly(ACCOUNT, OTHER);
      }
      assertThat(store.settings(ACCOUNT)).contains(VENDOR);
    }
  }

  @Test
  void whoIsPatientGetsItsTurn() throws Exception {
    try (DuckDbPerformanceStore store = store(Duration.ofMinutes(2));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      store.save(ACCOUNT, VENDOR);
      try (StoreProcess holder = StoreProcess.hold(folder, ACCOUNT)) {
        holder.awaitLine(StoreProcess.HOLDING);
        Future<Optional<AccountSettings>> reading = threads.submit(() -> store.settings(ACCOUNT));
        Future<?> writing = threads.submit(() -> store.save(ACCOUNT, AccountSettings.unset()));
        holder.release();
        assertThat(reading.get()).isPresent();
        writing.get();
      }
      assertThat(store.settings(ACCOUNT)).contains(AccountSettings.unset());
    }
  }

  @Test
  void aNewAccountThatAnotherProcessIsMakingIsNotThereYet() throws Exception {
    try (DuckDbPerformanceStore store = store(Duration.ofMillis(100));
        StoreProcess holder = StoreProcess.hold(folder, ACCOUNT)) {
      holder.awaitLine(StoreProcess.HOLDING);
      assertThat(store.accounts()).isEmpty();
      holder.kill();
      assertThat(store.accounts()).isEmpty();
      assertThat(store.settings(ACCOUNT)).isEmpty();
      store.save(ACCOUNT, VENDOR);
      assertThat(store.accounts()).containsExactly(ACCOUNT);
    }
  }

  @Test
  void importsOfSeveralProcessesComeOneAfterTheOther() throws Exception {
    int imports = 3;
    try (StoreProcess one = StoreProcess.importing(folder, ACCOUNT, imports);
        StoreProcess two = StoreProcess.importing(folder, ACCOUNT, imports);
        DuckDbPerformanceStore store = store(Duration.ofMinutes(2))) {
      assertThat(store.deliveries(ACCOUNT).size()).isBetween(0, 2 * imports);
      assertThat(drained(one)).isZero();
      assertThat(drained(two)).isZero();
      List<Delivery> deliveries = store.deliveries(ACCOUNT);
      assertThat(deliveries).extracting(Delivery::importId).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
      assertThat(clicks(store, deliveries)).isEqualTo(2L * imports * StoreProcess.ROWS);
    }
  }

  @Test
  void anImportThatIsKilledIsThereAsAWholeOrNotAtAll() throws Exception {
    long seed = 99;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int steps = StoreProcess.ROWS / StoreProcess.STEP + 3;
    int whole = 0;
    try (DuckDbPerformanceStore store = store(Duration.ofMinutes(2))) {
      for (int kill = 0; kill < 8; kill++) {
        boolean told = false;
        try (StoreProcess importing = StoreProcess.importing(folder, ACCOUNT, 1)) {
          int linesLeft = kill == 0 ? 1 : kill == 1 ? steps - 1 : 1 + random.nextInt(steps);
          for (int i = 0; i < linesLeft; i++) {
            told |= importing.nextLine().equals(Optional.of(StoreProcess.COMMITTED));
          }
          importing.kill();
        }
        List<Delivery> deliveries = store.deliveries(ACCOUNT);
        assertThat(deliveries.size()).isBetween(told ? whole + 1 : whole, whole + 1);
        whole = deliveries.size();
        assertThat(clicks(store, deliveries)).isEqualTo((long) whole * StoreProcess.ROWS);
        assertThat(store.accounts()).hasSize(whole == 0 ? 0 : 1);
      }
      try (StoreProcess importing = StoreProcess.importing(folder, ACCOUNT, 1)) {
        assertThat(drained(importing)).isZero();
      }
      assertThat(clicks(store, store.deliveries(ACCOUNT)))
          .isEqualTo((whole + 1L) * StoreProcess.ROWS);
    }
  }

  @Test
  void twoStoresOfOneProcessTakeTurns() {
    try (DuckDbPerformanceStore one = store(Duration.ofMillis(50));
        DuckDbPerformanceStore two = store(Duration.ofMillis(50))) {
      try (var transaction = one.begin(ACCOUNT, StoreProcess.DAY)) {
        assertThatThrownBy(() -> two.begin(ACCOUNT, StoreProcess.DAY))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("Account acme is in use by another store of this process");
        transaction.commit();
      }
      two.save(ACCOUNT, VENDOR);
      assertThat(one.settings(ACCOUNT)).contains(VENDOR);
    }
  }

  @Test
  void aSecondImportOfOneAccountIsRefusedWhenItsPatienceEnds() {
    try (DuckDbPerformanceStore store = store(Duration.ofMillis(50))) {
      try (var transaction = store.begin(ACCOUNT, StoreProcess.DAY)) {
        assertThatThrownBy(() -> store.begin(ACCOUNT, StoreProcess.DAY))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("Account acme is in use by another import of this process");
        assertThat(store.deliveries(ACCOUNT)).isEmpty();
        transaction.commit();
      }
      assertThat(store.settings(ACCOUNT)).contains(AccountSettings.unset());
    }
  }

  private DuckDbPerformanceStore store(Duration patience) {
    return new DuckDbPerformanceStore(folder, StoreOptions.defaults().withPatience(patience));
  }

  private static int drained(StoreProcess process) throws Exception {
    while (process.nextLine().isPresent()) {}
    return process.awaitEnd();
  }

  private static long clicks(DuckDbPerformanceStore store, List<Delivery> deliveries) {
    long clicks = 0;
    for (Delivery each : deliveries) {
      Slice slice = new Slice(each.importId(), DateRange.day(StoreProcess.DAY));
      PerformanceTable table =
          store.read(
              ACCOUNT,
              new Selection(ReportKind.SEARCH_TERM, Grain.DAILY, List.of(slice)),
              AttributionWindow.DAYS_7,
              Detail.FULL,
              true);
      assertThat(table.rows()).isEqualTo(StoreProcess.ROWS);
      for (int row = 0; row < table.rows(); row++) {
        clicks += table.clicks(row);
      }
    }
    return clicks;
  }
}
