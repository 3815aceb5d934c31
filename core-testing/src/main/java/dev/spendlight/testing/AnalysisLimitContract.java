package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.AnalysisLimit.Rate;
import dev.spendlight.limit.AnalysisLimit.Taking;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every `AnalysisLimit` promises. An adapter's test extends this and says how to open one,
/// which goes by [#clock].
public abstract class AnalysisLimitContract {
  private static final AccountId ACME = new AccountId("acme");
  private static final Taking TAKEN = new Taking.Taken();

  protected final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");

  /// Opens a limit, the same store each time; the first one of a test has nothing taken.
  protected abstract AnalysisLimit open(Rate rate);

  private static void takes(AnalysisLimit limit, int number) {
    assertThat(Stream.generate(() -> limit.take(ACME)).limit(number)).containsOnly(TAKEN);
  }

  private static Duration refused(Taking taking) {
    assertThat(taking).isInstanceOf(Taking.Refused.class);
    return ((Taking.Refused) taking).retryAfter();
  }

  @Test
  void ofFiveAnHourAllMayBeHadAtOnceAndThenOneEveryTwelveMinutes() {
    AnalysisLimit limit = open(Rate.perHour(5));
    takes(limit, 5);
    assertThat(refused(limit.take(ACME))).isEqualTo(Duration.ofMinutes(12));
    clock.advance(Duration.ofMinutes(12).minusMillis(1));
    assertThat(refused(limit.take(ACME))).isEqualTo(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    takes(limit, 1);
    assertThat(refused(limit.take(ACME))).isEqualTo(Duration.ofMinutes(12));
  }

  @Test
  void whoIsRefusedLosesNothing() {
    AnalysisLimit limit = open(Rate.perHour(5));
    takes(limit, 5);
    for (int i = 0; i < 30; i++) {
      refused(limit.take(ACME));
    }
    clock.advance(Duration.ofMinutes(24));
    takes(limit, 2);
    refused(limit.take(ACME));
  }

  @Test
  void anAccountThatWasIdleForLongHasItsLimitAndNoMore() {
    AnalysisLimit limit = open(Rate.perHour(3));
    takes(limit, 3);
    clock.advance(Duration.ofDays(30));
    takes(limit, 3);
    refused(limit.take(ACME));
  }

  @Test
  void accountsDoNotTakeFromEachOther() {
    AnalysisLimit limit = open(Rate.perHour(1));
    for (String account : List.of("acme", "Acme", "acme ", "{acme}", "Ärzte \uD83D\uDE00", "*")) {
      assertThat(limit.take(new AccountId(account))).isEqualTo(TAKEN);
      refused(limit.take(new AccountId(account)));
    }
  }

  @Test
  void theWaitThatIsToldIsEnoughAndNeverMoreThanTheRateAllows() {
    long seed = System.nanoTime();
    System.out.println("seed of the limit: " + seed);
    Random random = new Random(seed);
    Rate rate = new Rate(1 + random.nextInt(9), Duration.ofSeconds(1 + random.nextInt(5000)));
    AnalysisLimit limit = open(rate);
    Duration passed = Duration.ZERO;
    long taken = 0;
    for (int i = 0; i < 300; i++) {
      Duration step = rate.period().multipliedBy(random.nextInt(100)).dividedBy(300);
      switch (limit.take(ACME)) {
        case Taking.Taken() -> taken++;
        case Taking.Refused(Duration wait) -> {
          assertThat(wait).isPositive().isLessThanOrEqualTo(rate.period());
          if (random.nextInt(3) == 0) {
            // A store's clock may count no less than microseconds.
            step = wait.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
            clock.advance(step);
            passed = passed.plus(step);
            takes(limit, 1);
            taken++;
            step = Duration.ZERO;
          }
        }
      }
      clock.advance(step);
      passed = passed.plus(step);
      double most = rate.analyses() * (1 + (double) passed.toNanos() / rate.period().toNanos());
      assertThat((double) taken).isLessThanOrEqualTo(most + 1e-6);
    }
  }

  @Test
  void threadsAndProcessesTogetherGetExactlyTheLimit() throws Exception {
    AnalysisLimit one = open(Rate.perHour(5));
    AnalysisLimit other = sameStore() ? open(Rate.perHour(5)) : one;
    List<Taking> takings = ManyThreads.run(60, i -> () -> (i % 2 == 0 ? one : other).take(ACME));
    assertThat(takings.stream().filter(TAKEN::equals)).hasSize(5);
  }

  @Test
  void manyAccountsAtATimeGetExactlyTheirLimits() throws Exception {
    AnalysisLimit limit = open(Rate.perHour(2));
    List<Taking> takings =
        ManyThreads.run(60, i -> () -> limit.take(new AccountId("account " + i % 20)));
    assertThat(takings.stream().filter(TAKEN::equals)).hasSize(40);
    assertThat(IntStream.range(0, 20).mapToObj(i -> limit.take(new AccountId("account " + i))))
        .doesNotContain(TAKEN);
  }

  /// Whether two that are opened count together.
  protected abstract boolean sameStore();
}
