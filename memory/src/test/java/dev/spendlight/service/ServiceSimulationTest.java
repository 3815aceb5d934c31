package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Many services at work, each from a seed: whatever happens, limits and budgets hold, answers are
/// of the right account and the newest data, and what is paid is told of. A failure names its seed:
/// `-Dsimulation.first=SEED -Dsimulation.seeds=1` plays it again.
class ServiceSimulationTest {
  private static final SimulatedAccounts ACCOUNTS =
      new SimulatedAccounts(SimulatedProcess.SETTINGS);

  @Test
  void whateverHappensLimitsBudgetsAndAnswersHold() {
    long first = Long.getLong("simulation.first", 0);
    long seeds = Long.getLong("simulation.seeds", 1_000);
    long answers =
        LongStream.range(first, first + seeds)
            .parallel()
            .map(seed -> ServiceSimulation.run(seed, ACCOUNTS, Sabotage.NONE))
            .sum();
    System.out.printf("%d seeds from %d: %d answers looked at%n", seeds, first, answers);
    assertThat(answers).isGreaterThan(20 * seeds);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aMistakeIsFoundWithinAHundredSeeds(Sabotage mistake) {
    assertThatThrownBy(() ->
            LongStream.range(0, 100)
                .forEach(seed -> {
                  int answers = ServiceSimulation.run(seed, ACCOUNTS, mistake);
                  assertThat(answers).isPositive();
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed ")
        .hasMessageContaining(mistake.symptom())
        .satisfies(found -> System.out.println(mistake + ": " + found.getMessage()));
  }

  @Test
  void aSeedPlaysTheSameAgain() {
    int once = ServiceSimulation.run(7, ACCOUNTS, Sabotage.NONE);
    assertThat(ServiceSimulation.run(7, ACCOUNTS, Sabotage.NONE)).isEqualTo(once);
  }
}
