package dev.spendlight.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.StoreException;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.InMemoryPromptLog;
import dev.spendlight.testing.SampleExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Time passes only where the queue pauses.
@Timeout(120)
class LogQueueTest {
  private static final LogQueueOptions SMALL =
      new LogQueueOptions(
          100,
          10_000,
          10,
          Duration.ofSeconds(1),
          Duration.ofSeconds(8),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          LogLimits.standard());

  private final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final InMemoryPromptLog log = new InMemoryPromptLog();

  private LogQueue queue(PromptLog to, LogQueueOptions options) {
    return new LogQueue(
        to,
        new LogSampling(1),
        options,
        clock,
        Optional.of(time -> {
          pauses.add(time);
          clock.advance(time);
        }));
  }

  private static Exchange exchange(int number) {
    return SampleExchange.at("2026-03-08T12:00:00Z", number).make();
  }

  private static Exchange withTexts(int number) {
    return SampleExchange.at("2026-03-08T12:00:00Z", number).texts(1_900).make();
  }

  private static List<Exchange> exchanges(int count) {
    return IntStream.range(0, count).mapToObj(LogQueueTest::exchange).toList();
  }

  @Test
  void whatIsAddedIsInTheLogWhenTheQueueIsClosed() {
    LogQueue queue = queue(log, SMALL);
    exchanges(25).forEach(queue::add);
    queue.close();
    assertThat(log.query(LogQuery.newest(100))).isEqualTo(exchanges(25).reversed());
    assertThat(queue.counters()).isEqualTo(new LogCounters(25, 25, 0, 0, 0, 0));
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatComesAfterTheEndIsCountedAsDropped() {
    LogQueue queue = queue(log, SMALL);
    queue.close();
    queue.add(exchange(1));
    queue.close();
    assertThat(queue.counters()).isEqualTo(new LogCounters(1, 0, 1, 0, 0, 0));
  }

  @Test
  void onlySampledTextsAreKept() {
    LogQueue queue = new LogQueue(log, new LogSampling(0), SMALL, clock);
    queue.add(withTexts(1));
    queue.add(
        SampleExchange.at("2026-03-08T12:00:00Z", 2).texts(1).verdict(Verdict.FELL_BACK).make());
    queue.close();
    assertThat(log.size().exchanges()).isEqualTo(2);
    assertThat(log.size().texts()).isEqualTo(1);
  }

  /// A log that takes nothing until it is told to, and says when it was first asked.
  private static final class Shut extends WrappedLog {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    Shut(PromptLog log) {
      super(log);
    }

    @Override
    public void append(List<Exchange> batch) {
      asked.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      super.append(batch);
    }
  }

  @Test
  void aFullQueueNeverMakesAnybodyWait() throws Exception {
    Shut shut = new Shut(log);
    LogQueue queue = queue(shut, SMALL);
    queue.add(exchange(0));
    shut.asked.await();
    for (int i = 1; i < 10_000; i++) {
      queue.add(exchange(i % 4_000));
    }
    assertThat(queue.counters()).isEqualTo(new LogCounters(10_000, 0, 9_900, 100, 0, 0));
    shut.open.countDown();
    queue.close();
    assertThat(queue.counters()).isEqualTo(new LogCounters(10_000, 100, 9_900, 0, 0, 0));
    assertThat(log.query(LogQuery.newest(1_000))).isEqualTo(exchanges(100).reversed());
  }

  @Test
  void textsGiveWayBeforeCosts() throws Exception {
    Shut shut = new Shut(log);
    LogQueue queue = queue(shut, SMALL);
    for (int i = 0; i < 20; i++) {
      queue.add(withTexts(i));
    }
    queue.add(SampleExchange.at("2026-03-08T12:00:00Z", 20).texts(100_000).make());
    assertThat(queue.counters().textsDropped()).isEqualTo(16);
    assertThat(queue.counters().dropped()).isZero();
    shut.open.countDown();
    queue.close();
    assertThat(log.size().exchanges()).isEqualTo(21);
    assertThat(log.size().texts()).isEqualTo(5);
    assertThat(log.costs(Optional.empty(), Optional.empty()).getFirst().sums().calls())
        .isEqualTo(21);
  }

  /// A log that says no for as long as asked.
  private static class Failing extends WrappedLog {
    private final BooleanSupplier fails;

    Failing(PromptLog log, BooleanSupplier fails) {
      super(log);
      this.fails = fails;
    }

    @Override
    public void append(List<Exchange> batch) {
      if (fails.getAsBoolean()) {
        throw new StoreException("The log is in use.");
      }
      super.append(batch);
    }
  }

  @Test
  void whileTheLogIsDownExchangesAreKeptAndTriedAgainLessAndLessOften() throws Exception {
    List<Instant> tries = new ArrayList<>();
    CountDownLatch written = new CountDownLatch(1);
    PromptLog down =
        new Failing(
            log,
            () -> {
              tries.add(clock.instant());
              return tries.size() < 8;
            }) {
          @Override
          public void append(List<Exchange> batch) {
            super.append(batch);
            written.countDown();
          }
        };
    LogQueue queue = queue(down, SMALL);
    queue.add(exchange(1));
    written.await();
    queue.close();
    assertThat(pauses.stream().map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 8L, 8L, 8L);
    assertThat(queue.counters()).isEqualTo(new LogCounters(1, 1, 0, 0, 0, 7));
    assertThat(log.size().exchanges()).isEqualTo(1);
  }

  @Test
  void whatCannotBeWrittenBeforeTheDeadlineIsCountedAsDropped() {
    LogQueue queue = queue(new Failing(log, () -> true), SMALL);
    exchanges(30).forEach(queue::add);
    queue.close();
    LogCounters end = queue.counters();
    assertThat(end.dropped()).isEqualTo(30);
    assertThat(end.waiting()).isZero();
    assertThat(end.failedWrites()).isPositive();
    assertThat(log.size().exchanges()).isZero();
  }

  @Test
  void aBatchThatNoLogWouldTakeDoesNotStopTheOthers() {
    PromptLog picky =
        new WrappedLog(log) {
          @Override
          public void append(List<Exchange> batch) {
            if (batch.contains(exchange(3))) {
              throw new IllegalStateException("a defect");
            }
            super.append(batch);
          }
        };
    LogQueueOptions one =
        new LogQueueOptions(
            100,
            10_000,
            1,
            SMALL.firstWait(),
            SMALL.longestWait(),
            SMALL.closing(),
            SMALL.rotation(),
            SMALL.limits());
    LogQueue queue = queue(picky, one);
    exchanges(10).forEach(queue::add);
    queue.close();
    assertThat(queue.counters()).isEqualTo(new LogCounters(10, 9, 1, 0, 0, 1));
  }

  @Test
  void theLogIsBroughtBackToItsLimitsOnceAnHour() {
    List<Instant> rotations = new ArrayList<>();
    PromptLog watched =
        new WrappedLog(log) {
          @Override
          public void append(List<Exchange> batch) {
            super.append(batch);
            clock.advance(Duration.ofMinutes(25));
          }

          @Override
          public void rotate(LogLimits limits, Instant now) {
            rotations.add(now);
            throw new StoreException("The log is in use.");
          }
        };
    LogQueue queue = queue(watched, SMALL);
    exchanges(100).forEach(queue::add);
    queue.close();
    assertThat(queue.counters().written()).isEqualTo(100);
    assertThat(rotations).hasSizeBetween(4, 34).isSorted();
    for (int i = 1; i < rotations.size(); i++) {
      assertThat(Duration.between(rotations.get(i - 1), rotations.get(i)))
          .isGreaterThan(Duration.ofHours(1));
    }
  }

  /// Many threads, a log that fails at random, a queue that is often full.
  @Test
  void everyExchangeIsEitherWrittenOrCounted() throws Exception {
    long seed = 8;
    System.out.println("seed " + seed);
    for (int round = 0; round < 20; round++) {
      Random random = new Random(seed + round);
      InMemoryPromptLog kept = new InMemoryPromptLog();
      LogQueue queue = queue(new Failing(kept, () -> random.nextInt(3) > 0), SMALL);
      int threads = 4;
      int each = 900;
      try (ExecutorService adding = Executors.newFixedThreadPool(threads)) {
        for (int thread = 0; thread < threads; thread++) {
          int first = thread * each;
          adding.execute(
              () -> IntStream.range(first, first + each).forEach(i -> queue.add(withTexts(i))));
        }
      }
      LogCounters before = queue.counters();
      assertThat(before.written() + before.dropped() + before.waiting())
          .isEqualTo(before.offered())
          .isEqualTo((long) threads * each);
      queue.close();
      LogCounters after = queue.counters();
      assertThat(after.written() + after.dropped()).isEqualTo(after.offered());
      assertThat(kept.size().exchanges()).isEqualTo(after.written());
      assertThat(after.written()).isPositive();
    }
  }
}
