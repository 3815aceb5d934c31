package dev.spendlight.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final double USUAL = 0.25;

  private static double learned(Spread spread) {
    return spread.value(USUAL, 10, 0.1, 0.6);
  }

  @Test
  void withoutAnythingToCompareTheUsualSpreadIsTaken() {
    assertThat(learned(new Spread())).isCloseTo(USUAL, within(1e-12));
  }

  @Test
  void thingsThatDifferNoMoreThanChanceTakeItDown() {
    Spread spread = new Spread();
    for (int i = 0; i < 30; i++) {
      spread.add(100 + 5 * (i % 3 - 1), 100, 1000);
    }
    // A quarter of the variance of the usual one is left: 10 of 40.
    assertThat(learned(spread)).isCloseTo(USUAL / 2, within(1e-3));
  }

  @Test
  void aFewThatAreQuiteDifferentDoNotCount() {
    Spread alike = new Spread();
    Spread withTwo = new Spread();
    for (int i = 0; i < 30; i++) {
      alike.add(i % 2 == 0 ? 1200 : 833, 1000, 100_000);
      withTwo.add(i % 2 == 0 ? 1200 : 833, 1000, 100_000);
    }
    withTwo.add(10, 1000, 100_000);
    withTwo.add(9000, 1000, 100_000);
    assertThat(learned(withTwo)).isCloseTo(learned(alike), within(0.005));
  }

  @Test
  void thingsOfWhichLittleIsDueSayNothing() {
    Spread spread = new Spread();
    spread.add(40, 4, 100);
    assertThat(learned(spread)).isCloseTo(USUAL, within(1e-12));
  }

  @Test
  void itStaysWithinItsBounds() {
    Spread wild = new Spread();
    for (int i = 0; i < 500; i++) {
      wild.add(i % 2 == 0 ? 8000 : 100, 1000, 100_000);
    }
    assertThat(learned(wild)).isEqualTo(0.6);
  }
}
