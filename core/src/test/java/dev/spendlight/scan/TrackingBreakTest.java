package dev.spendlight.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.scan.SyntheticAccount.Drawn;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingBreakTest {
  private static final int DAYS = 70;

  /// Eight campaigns with 4 orders a day each.
  private static SyntheticAccount account(long seed) {
    return SyntheticAccount.of(8, 4, 5, 0.1, DAYS, seed);
  }

  private static Optional<TrackingBreak> found(SyntheticAccount account) {
    Drawn drawn = account.draw();
    return TrackingBreak.of(drawn.orders(), drawn.sets());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void ordersThatStopEverywhereAreFoundSinceTheDayTheyStopped(long seed) {
    Optional<TrackingBreak> found = found(account(seed).conversion(any -> true, DAYS - 5, 0.05));
    assertThat(found).as("seed %d", seed).isPresent();
    assertThat(found.get().onset()).as("seed %d", seed).isBetween(DAYS - 6, DAYS - 4);
    assertThat(found.get().last()).isEqualTo(DAYS - 1);
    assertThat(found.get().pValue()).isLessThan(1e-6);
    assertThat(found.get().expected()).as("5 days of 32").isBetween(110.0, 210.0);
    assertThat(found.get().observed()).isLessThan(0.35 * found.get().expected());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aFallToAHalfIsNoBreak(long seed) {
    assertThat(found(account(seed).conversion(any -> true, DAYS - 5, 0.5)))
        .as("seed %d", seed)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void halfOfTheCampaignsWithoutOrdersAreNoBreak(long seed) {
    SyntheticAccount account =
        account(seed).conversion(target -> target.campaign().compareTo("c4") < 0, DAYS - 5, 0);
    assertThat(found(account)).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void fewerClicksAreNoBreak(long seed) {
    assertThat(found(account(seed).clicks(any -> true, DAYS - 5, 0.05)))
        .as("seed %d", seed)
        .isEmpty();
  }

  @Test
  void aBreakThatIsOverIsNone() {
    assertThat(found(account(1).conversion(any -> true, DAYS - 20, DAYS - 10, 0))).isEmpty();
  }

  @Test
  void aFewDaysWithoutOrdersOfATinyAccountAreNoBreak() {
    // Two orders a day in all.
    assertThat(
            found(SyntheticAccount.of(2, 2, 5, 0.05, DAYS, 1).conversion(any -> true, DAYS - 5, 0)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ordersThatStopInAnAccountOfManyTinyCampaignsAreFound(long seed) {
    // A hundred campaigns with two orders in a week each, 28 a day in all.
    SyntheticAccount account =
        SyntheticAccount.of(100, 1, 1.4, 0.1, DAYS, seed).conversion(any -> true, DAYS - 5, 0);
    assertThat(found(account)).as("seed %d", seed).isPresent();
  }
}
