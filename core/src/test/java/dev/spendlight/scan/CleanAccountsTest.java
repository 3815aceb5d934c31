package dev.spendlight.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accounts in which nothing happens but chance: whoever is named there is named wrongly.
class CleanAccountsTest {
  private static final long SEED = 20260401;
  private static final double MOST_FALSE_ALARMS = 0.10;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // name, accounts, campaigns, targets of an ad group, clicks, rate, scatter of days
    "small accounts, 200, 6, 2, 8, 0.10, 0",
    "small accounts that scatter more than chance, 200, 6, 2, 8, 0.10, 0.6",
    "few clicks that convert well, 200, 6, 2, 2, 0.30, 0",
    "few orders, 200, 6, 2, 6, 0.02, 0",
    "ten times as many campaigns, 200, 60, 2, 8, 0.10, 0",
    "ten times as many campaigns that scatter, 100, 60, 2, 8, 0.10, 0.6",
  })
  void chanceAloneNamesHardlyAnybody(
      String name,
      int accounts,
      int campaigns,
      int targets,
      double clicks,
      double rate,
      double scatter) {
    List<String> alarms = new ArrayList<>();
    int alarmed = 0;
    for (int i = 0; i < accounts; i++) {
      List<String> drops =
          SyntheticAccount.of(campaigns, targets, clicks, rate, 70, SEED + i)
              .differing(scatter)
              .draw()
              .drops()
              .stream()
              .map(SyntheticAccount::name)
              .toList();
      alarms.addAll(drops);
      alarmed += drops.isEmpty() ? 0 : 1;
    }
    assertThat(alarmed)
        .as("%s, seeds %d and on: %s", name, SEED, alarms)
        .isLessThan((int) Math.ceil(MOST_FALSE_ALARMS * accounts));
  }
}
