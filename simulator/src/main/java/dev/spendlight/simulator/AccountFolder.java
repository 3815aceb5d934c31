package dev.spendlight.simulator;

import dev.spendlight.metric.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A simulated account on disk: a folder of report files a morning, and `account.json`, which tells
/// a score how to import them and what is true.
///
/// The first morning asks for all the platform still has, the seven after it for the last two to
/// four weeks. The last of them is judged; of a clean account, all seven.
public final class AccountFolder {
  private static final int SHORTEST_WINDOW = 14;
  private static final int LONGEST_WINDOW = 31;
  private static final int MOST_IN_PLAIN_JSON = 20;

  private final AccountRecipe recipe;
  private final boolean allJudged;

  private AccountFolder(AccountRecipe recipe, boolean allJudged) {
    this.recipe = recipe;
    this.allJudged = allJudged;
  }

  public static AccountFolder of(AccountRecipe recipe) {
    return new AccountFolder(recipe, recipe.clean());
  }

  /// With every morning after the first judged, to see how soon something is found.
  public AccountFolder withAllJudged() {
    return new AccountFolder(recipe, true);
  }

  /// @param folder made if it is not there
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    SimulatedAccount account = recipe.account();
    Draws draws = Draws.of(recipe.seed(), 14);
    MorningFiles files = MorningFiles.of(account).withPlacements();
    if (draws.chance(0.5)) {
      files = files.withBudgetCsv();
    }
    // Without gzip a large account would be a gigabyte.
    if (draws.chance(0.1) && account.shape().campaigns() <= MOST_IN_PLAIN_JSON) {
      files = files.withPlainJson();
    }
    List<Morning> mornings =
        files.write(mornings(folder, account, draws.between(SHORTEST_WINDOW, LONGEST_WINDOW)));
    AnswerSheet answers = account.answers(account.shape().lastDay());
    new AccountJson(recipe, answers, mornings, allJudged).write(folder.resolve("account.json"));
  }

  private static List<Morning> mornings(Path folder, SimulatedAccount account, int window) {
    DateRange period = account.shape().period();
    LocalDate first = period.to().minusDays(AccountRecipe.DAILY_MORNINGS - 1L);
    List<Morning> mornings = new ArrayList<>();
    mornings.add(
        MorningFiles.request(folder, first, new DateRange(period.from(), first.minusDays(1))));
    for (int i = 1; i <= AccountRecipe.DAILY_MORNINGS; i++) {
      LocalDate pulled = first.plusDays(i);
      mornings.add(
          MorningFiles.request(folder, pulled, DateRange.ending(pulled.minusDays(1), window)));
    }
    return mornings;
  }
}
