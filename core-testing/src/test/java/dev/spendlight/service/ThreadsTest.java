package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.finding.Detectors;
import dev.spendlight.report.ReportKind;
import dev.spendlight.testing.Shop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Who has to wait for whom.
final class ThreadsTest {

  @Test
  void anAccountIsOpenedWhileOthersAreJudged() throws Exception {
    Shop shop = Shop.of(ReportKind.TARGETING, 60).target("c1", "k1", MatchType.EXACT, 10, 0.1);
    shop.judge();
    CountDownLatch judged = new CountDownLatch(1);
    try (ExecutorService store = Executors.newSingleThreadExecutor();
        ExecutorService brief = Executors.newSingleThreadExecutor();
        AutoCloseable _ = judged::countDown) {
      store.execute(() -> awaited(judged));
      StoreJudge judge =
          new StoreJudge(shop.store(), Detectors.standard(), Threads.virtual(store, brief));
      assertThat(CompletableFuture.supplyAsync(() -> judge.open(Shop.ID, Optional.empty())))
          .succeedsWithin(Duration.ofSeconds(20));
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
