package dev.spendlight.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.scan.SyntheticAccount.Drawn;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountMoveTest {
  private static final int DAYS = 95;
  private static final int ONSET = 79;

  private static SyntheticAccount account(long seed) {
    return SyntheticAccount.of(8, 4, 5, 0.1, DAYS, seed);
  }

  private static Optional<AccountMove> move(SyntheticAccount account) {
    Drawn drawn = account.draw();
    return AccountMove.of(drawn.orders(), drawn.sets());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.5", "3, 0.5", "4, 2", "5, 2", "6, 2"})
  void anAccountThatMovesAsAWholeIsFoundWithHowFar(long seed, double factor) {
    AccountMove move = move(account(seed).conversion(any -> true, ONSET, factor)).orElseThrow();
    assertThat(move.pValue()).as("seed %d", seed).isLessThan(1e-3);
    // The level that days are compared with is learned from these days too.
    assertThat(move.factor()).as("seed %d", seed).isBetween(factor * 0.8, factor * 1.2);
    assertThat(move.onset()).as("seed %d", seed).isBetween(ONSET - 4, ONSET + 4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void oneCampaignThatStopsConvertingIsNoMoveOfTheAccount(long seed) {
    AccountMove move =
        move(account(seed).conversion(target -> target.campaign().equals("c3"), ONSET, 0))
            .orElseThrow();
    assertThat(move.factor()).as("seed %d", seed).isBetween(0.85, 1.2);
    assertThat(move.pValue()).as("seed %d", seed).isGreaterThan(1e-4);
  }

  @Test
  void anAccountThatStandsStillHardlyEverMoves() {
    int moved = 0;
    for (long seed = 1; seed <= 100; seed++) {
      moved += move(account(seed)).filter(each -> each.pValue() < 0.01).isPresent() ? 1 : 0;
    }
    assertThat(moved).as("of 100 accounts, seeds 1 to 100").isLessThanOrEqualTo(3);
  }

  @Test
  void aShortOrThinHistoryTellsNothing() {
    assertThat(move(SyntheticAccount.of(8, 4, 5, 0.1, 12, 1))).isEmpty();
    assertThat(move(SyntheticAccount.of(2, 2, 1, 0.05, DAYS, 1))).isEmpty();
  }
}
