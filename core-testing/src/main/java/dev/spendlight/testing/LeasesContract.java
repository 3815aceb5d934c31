package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.limit.Leases;
import dev.spendlight.limit.Leases.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What all `Leases` that processes share promise. An adapter's test extends this, and says how to
/// open some and how time passes.
public abstract class LeasesContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// As another process would, on the same store; at first nobody has a lease.
  protected abstract Leases open();

  /// Lets time pass in the store.
  protected abstract void letPass(Duration time);

  @Test
  void oneHasItUntilItIsClosed() {
    Leases one = open();
    Leases other = open();
    Lease lease = one.take("work", MINUTE).orElseThrow();
    assertThat(other.take("work", MINUTE)).isEmpty();
    assertThat(one.take("work", MINUTE)).as("not even the holder has it twice").isEmpty();
    lease.close();
    assertThat(other.take("work", MINUTE)).isPresent();
  }

  @Test
  void otherWorkIsFree() {
    Leases leases = open();
    for (String work :
        List.of("work", "Work", "work:1", "{w}", "Ärzte \uD83D\uDE00", "w".repeat(200))) {
      assertThat(leases.take(work, MINUTE)).isPresent();
      assertThat(leases.take(work, MINUTE)).isEmpty();
    }
  }

  @Test
  void whenItsTimeIsOverSomebodyElseMayHaveIt() {
    Leases leases = open();
    assertThat(leases.take("work", MINUTE)).isPresent();
    letPass(MINUTE.minusSeconds(20));
    assertThat(leases.take("work", MINUTE)).isEmpty();
    letPass(Duration.ofSeconds(20));
    assertThat(leases.take("work", MINUTE)).isPresent();
  }

  @Test
  void closingLateTakesNothingFromWhoCameLater() {
    Leases leases = open();
    Lease late = leases.take("work", MINUTE).orElseThrow();
    letPass(MINUTE);
    Lease current = leases.take("work", MINUTE).orElseThrow();
    late.close();
    assertThat(leases.take("work", MINUTE)).isEmpty();
    current.close();
    current.close();
    assertThat(leases.take("work", MINUTE)).isPresent();
  }

  @Test
  void ofManyWhoAskAtOnceOneHasIt() throws Exception {
    Leases one = open();
    Leases other = open();
    List<Optional<Lease>> taken =
        ManyThreads.run(60, i -> () -> (i % 2 == 0 ? one : other).take("work", MINUTE));
    assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
  }
}
