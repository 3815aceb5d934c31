package dev.spendlight.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.limit.AnalysisLimit.Rate;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Budget.Booked;
import dev.spendlight.limit.Budget.Limits;
import dev.spendlight.limit.Budget.Spent;
import dev.spendlight.limit.Leases;
import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.SampleAnswer;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Redis that is down, hangs, or forgets.
class OutagesTest {
  private static final AccountId ACME = new AccountId("acme");
  private static final Duration PAUSE = Duration.ofMillis(501);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final RedisServer server = new RedisServer();
  private final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");
  private final RedisOptions options = RedisOptions.of(server.url()).withTimeout(TIMEOUT);
  private final Redis redis = new Redis(options, clock);

  @AfterEach
  void close() {
    redis.close();
    server.close();
  }

  private void awaitReachable() {
    Until.holds(() -> {
      clock.advance(PAUSE);
      return redis.isReachable();
    });
  }

  private void kill() {
    server.kill();
    Until.holds(() -> {
      clock.advance(PAUSE);
      return !redis.isReachable();
    });
  }

  private static void unreachable(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOf(UnreachableException.class)
        .hasMessageStartingWith("Redis at 127.0.0.1:");
  }

  private long connection() {
    return redis.ask(RedisAsyncCommands::clientId).orElseThrow();
  }

  private Budget budget() {
    return new RedisBudget(
        redis,
        clock::instant,
        new Limits(Optional.empty(), Optional.empty()),
        day -> new Booked(List.of(), List.of()));
  }

  @Test
  void itOpensWithoutAServerAndConnectsWhenThereIsOne() {
    awaitReachable();
    server.kill();
    try (Redis early = new Redis(options, clock)) {
      assertThat(early.isReachable()).isFalse();
      assertThat(early.failures()).isEqualTo(1);
      server.start();
      Until.holds(early::isReachable);
    }
  }

  @Test
  void aServerThatWasKilledIsFoundAgain() {
    awaitReachable();
    kill();
    long failures = redis.failures();
    unreachable(() -> redis.ask(RedisAsyncCommands::ping));
    assertThat(redis.failures()).isEqualTo(failures + 1);
    server.start();
    awaitReachable();
  }

  @Test
  void aServerThatHangsCostsOneTimeOutAndThenNothingForAPause() {
    awaitReachable();
    server.hang();
    long start = System.nanoTime();
    unreachable(() -> redis.ask(RedisAsyncCommands::ping));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(TIMEOUT, LONG);
    start = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      assertThatThrownBy(() -> redis.ask(RedisAsyncCommands::ping))
          .hasMessageContaining("left alone");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("far less than a time-out each")
        .isLessThan(TIMEOUT.multipliedBy(100));
    server.goOn();
    assertThat(redis.isReachable()).as("within the pause").isFalse();
    awaitReachable();
  }

  @Test
  void aConnectionWhoseOtherEndIsSilentIsGivenUp() {
    awaitReachable();
    long before = connection();
    server.hang();
    for (int i = 0; i < 4; i++) {
      clock.advance(PAUSE);
      unreachable(() -> redis.ask(RedisAsyncCommands::ping));
    }
    assertThatThrownBy(() -> redis.ask(RedisAsyncCommands::ping))
        .hasMessageContaining("not connected");
    server.goOn();
    awaitReachable();
    assertThat(connection()).isNotEqualTo(before);
  }

  /// As after a failover, when the name is that of another server.
  @Test
  void aServerThatHasBecomeAReplicaIsLeft() {
    awaitReachable();
    long before = connection();
    Budget budget = budget();
    redis.ask(commands -> commands.replicaof("127.0.0.1", 1));
    unreachable(() -> budget.reserve("1", ACME, new NanoDollars(5)));
    awaitReachable();
    assertThat(connection()).isNotEqualTo(before);
    redis.ask(RedisAsyncCommands::replicaofNoOne);
    assertThat(budget.reserve("1", ACME, new NanoDollars(5)))
        .isEqualTo(new Budget.Reservation.Held());
  }

  @Test
  void portsThatCountSayThatTheyCannot() {
    awaitReachable();
    kill();
    unreachable(() -> new RedisAnalysisLimit(redis, Rate.perHour(5)).take(ACME));
    unreachable(() -> budget().reserve("1", ACME, new NanoDollars(1)));
    unreachable(() -> budget().settle("1", NanoDollars.ZERO));
    unreachable(() -> budget().open());
    unreachable(() -> budget().spent(ACME));
    unreachable(() -> new RedisModelSlots(redis, 1, LONG, SharedRedis.TOKENS).take());
    unreachable(() -> new RedisLeases(redis, SharedRedis.TOKENS).take("work", LONG));
  }

  @Test
  void aLimitThatHangsWithinATakeIsUnreachableToo() {
    awaitReachable();
    RedisAnalysisLimit limit = new RedisAnalysisLimit(redis, clock::instant, Rate.perHour(5));
    limit.take(ACME);
    server.hang();
    unreachable(() -> limit.take(ACME));
    server.goOn();
  }

  /// Such as when the client of a request has gone.
  @Test
  void aThreadThatDoesNotWaitIsNoFailureOfTheServer() {
    awaitReachable();
    RedisAnalysisLimit limit = new RedisAnalysisLimit(redis, clock::instant, Rate.perHour(5));
    for (ThrowingCallable work :
        List.<ThrowingCallable>of(
            () -> redis.ask(RedisAsyncCommands::ping), () -> limit.take(ACME))) {
      server.hang();
      Thread.currentThread().interrupt();
      unreachable(work);
      assertThat(Thread.interrupted()).as("the thread is told of it").isTrue();
      server.goOn();
      assertThat(redis.isReachable()).isTrue();
    }
  }

  @Test
  void manyThatFindOneDelayDoNotCostTheConnection() throws Exception {
    awaitReachable();
    long before = connection();
    server.hang();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.submit(redis::isReachable);
      }
    }
    server.goOn();
    awaitReachable();
    assertThat(connection()).isEqualTo(before);
  }

  @Test
  void answersAreNotThereAndNotKept() {
    awaitReachable();
    AnalysisCache cache = new RedisAnalysisCache(redis, LONG);
    CachedAnswer answer = SampleAnswer.of("acme", "one").make();
    cache.keep(answer);
    assertThat(cache.find(answer.key())).contains(answer);
    kill();
    assertThat(cache.find(answer.key())).isEmpty();
    assertThat(cache.latest(ACME, Optional.empty())).isEmpty();
    assertThatCode(() -> cache.keep(answer)).doesNotThrowAnyException();
    assertThatCode(() -> cache.forget(ACME)).doesNotThrowAnyException();
  }

  @Test
  void whatIsHeldCanBeClosedThoughTheServerIsGone() {
    awaitReachable();
    ModelSlots.Slot slot =
        new RedisModelSlots(redis, 1, LONG, SharedRedis.TOKENS).take().orElseThrow();
    Leases.Lease lease =
        new RedisLeases(redis, SharedRedis.TOKENS).take("work", LONG).orElseThrow();
    kill();
    assertThatCode(slot::close).doesNotThrowAnyException();
    assertThatCode(lease::close).doesNotThrowAnyException();
  }

  /// The server does it when it goes on, and nobody was told.
  @Test
  void moneyThatMayHaveBeenSetAsideIsSetFreeLater() {
    awaitReachable();
    Budget budget = budget();
    budget.reserve("0", ACME, new NanoDollars(5));
    server.hang();
    unreachable(() -> budget.reserve("1", ACME, new NanoDollars(70)));
    server.goOn();
    awaitReachable();
    assertThat(budget.open()).as("it was done").hasSize(2);
    budget.settle("1", NanoDollars.ZERO);
    budget.settle("1", NanoDollars.ZERO);
    assertThat(budget.spent(ACME)).isEqualTo(new Spent(new NanoDollars(5), new NanoDollars(5)));
  }

  @Test
  void aServerThatTakesNoMoreWritesIsUnreachableAndStillAsked() {
    awaitReachable();
    redis.ask(commands -> commands.configSet("maxmemory", "1"));
    Budget budget = budget();
    unreachable(() -> budget.reserve("1", ACME, new NanoDollars(5)));
    unreachable(() -> budget.reserve("1", ACME, new NanoDollars(5)));
    assertThat(redis.isReachable()).isTrue();
    redis.ask(commands -> commands.configSet("maxmemory", "0"));
    assertThat(budget.reserve("1", ACME, new NanoDollars(5)))
        .isEqualTo(new Budget.Reservation.Held());
  }
}
