package dev.spendlight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.statistics.Completeness.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CompletenessTest {
  private static final long SEED = 20260307;
  private static final Completeness SEVEN = Completeness.prior(AttributionWindow.DAYS_7);

  @Test
  void aDayIsCompleteWhenItsWindowIsOver() {
    assertThat(SEVEN.settledAge()).isEqualTo(7);
    assertThat(Completeness.prior(AttributionWindow.DAYS_14).settledAge()).isEqualTo(14);
    assertThat(SEVEN.at(7)).isEqualTo(1);
    assertThat(SEVEN.at(400)).isEqualTo(1);
    assertThat(SEVEN.at(0)).isZero();
    assertThat(SEVEN.at(-3)).isZero();
  }

  @Test
  void theLongerWindowIsNeverMoreComplete() {
    Completeness fourteen = Completeness.prior(AttributionWindow.DAYS_14);
    for (int age = 1; age < 14; age++) {
      assertThat(fourteen.at(age)).isLessThan(SEVEN.at(age));
      assertThat(fourteen.at(age)).isLessThan(fourteen.at(age + 1));
    }
  }

  @Test
  void snapshotsCorrectThePrior() {
    Completeness learnt =
        SEVEN.learn(
            List.of(
                new Sighting(1, 500, 8, 1000),
                new Sighting(1, 50, 9, 100),
                new Sighting(3, 870, 7, 1000)));
    assertThat(learnt.at(1)).isCloseTo((550 + 200 * .60) / (1100 + 200), within(1e-15));
    assertThat(learnt.at(2)).isEqualTo(.74);
    assertThat(learnt.at(3)).isCloseTo((870 + 200 * .82) / 1200, within(1e-15));
    assertThat(SEVEN.learn(List.of())).isEqualTo(SEVEN);
  }

  @Test
  void aDayThatIsNotSettledYetTellsByWhatItHadLater() {
    // 800 at age 3, of which 82% are known by then: 800 / 0.82 in the end.
    Completeness learnt = SEVEN.learn(List.of(new Sighting(1, 500, 3, 800)));
    assertThat(learnt.at(1))
        .isCloseTo((500 + 200 * .60) / (800 / .82 + 200), within(1e-15))
        .isLessThan(.60);
    assertThat(learnt.at(3)).isEqualTo(.82);
  }

  @Test
  void whatAYoungDayTellsRestsOnWhatIsLearnedOfOlderOnes() {
    Completeness slow =
        SEVEN.learn(List.of(new Sighting(3, 60_000, 7, 100_000), new Sighting(1, 500, 3, 800)));
    assertThat(slow.at(3)).isCloseTo(.60, within(.001));
    assertThat(slow.at(1))
        .as("800 seen at age 3 were 1333 in the end")
        .isCloseTo((500 + 200 * .60) / (800 / slow.at(3) + 200), within(.001));
  }

  @Test
  void whatWouldFallWithAgeIsAveraged() {
    Completeness learnt = SEVEN.learn(List.of(new Sighting(2, 950, 8, 1000)));
    double age2 = (950 + 200 * .74) / 1200;
    double pooled = (age2 * 1200 + .82 * 200 + .88 * 200) / 1600;
    assertThat(learnt.at(2))
        .isCloseTo(pooled, within(1e-12))
        .isEqualTo(learnt.at(3))
        .isEqualTo(learnt.at(4));
    assertThat(learnt.at(5)).isEqualTo(.93);
  }

  @Test
  void learntCurvesAlwaysRise() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 1_000; round++) {
      List<Sighting> sightings = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        long later = random.nextLong(3_000);
        int age = 1 + random.nextInt(9);
        sightings.add(
            new Sighting(
                age,
                random.nextLong((long) (later * 1.2) + 1),
                age + 1 + random.nextInt(5),
                later));
      }
      Completeness learnt = SEVEN.learn(sightings);
      for (int age = 1; age < 9; age++) {
        assertThat(learnt.at(age))
            .as("seed %d, round %d: %s", SEED, round, sightings)
            .isBetween(0.0, learnt.at(age + 1));
      }
    }
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> Completeness.prior(AttributionWindow.DAYS_30))
        .hasMessage("Orders are judged by a window of 7 or 14 days, not 30.");
    assertThatThrownBy(() -> new Completeness(List.of(.5, .4, 1.0)))
        .hasMessageContaining("[0.5, 0.4, 1.0]");
    assertThatThrownBy(() -> new Completeness(List.of(.5, .9))).hasMessageContaining("ends at 1");
    assertThatThrownBy(() -> new Sighting(0, 1, 3, 1)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Sighting(3, 1, 3, 1))
        .hasMessage("What is seen later is older than 3 days, not 3.");
  }
}
