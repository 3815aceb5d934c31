package dev.spendlight.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes simulated accounts, a folder each: `WriteAccounts PROFILE clean|incidents FIRST_SEED
/// LAST_SEED DIR [all-judged]`.
public final class WriteAccounts {
  private static final String USAGE =
      "Usage: WriteAccounts %s clean|incidents FIRST_SEED LAST_SEED DIR [all-judged]"
          .formatted(
              Arrays.stream(Profile.values())
                  .map(profile -> profile.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining("|")));

  private WriteAccounts() {}

  /// @throws IllegalArgumentException with the usage, when the arguments are not as they should be
  public static void main(String[] arguments) throws IOException {
    Task task = Task.of(List.of(arguments));
    for (long seed = task.firstSeed; seed <= task.lastSeed; seed++) {
      task.write(seed);
    }
  }

  /// What is asked for.
  private record Task(
      Profile profile,
      boolean clean,
      long firstSeed,
      long lastSeed,
      Path folder,
      boolean allJudged) {

    static Task of(List<String> arguments) {
      boolean allJudged = arguments.size() == 6 && arguments.get(5).equals("all-judged");
      try {
        if (arguments.size() != 5 && !allJudged) {
          throw new IllegalArgumentException("Five arguments, or six.");
        }
        return new Task(
            Profile.valueOf(arguments.get(0).toUpperCase(Locale.ROOT)),
            isClean(arguments.get(1)),
            Long.parseLong(arguments.get(2)),
            Long.parseLong(arguments.get(3)),
            Path.of(arguments.get(4)),
            allJudged);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(USAGE, e);
      }
    }

    private static boolean isClean(String variant) {
      return switch (variant) {
        case "clean" -> true;
        case "incidents" -> false;
        default -> throw new IllegalArgumentException("No such variant: " + variant);
      };
    }

    void write(long seed) throws IOException {
      AccountRecipe recipe = AccountRecipe.of(profile, seed);
      recipe = clean ? recipe.withoutIncidents() : recipe;
      AccountFolder account = AccountFolder.of(recipe);
      (allJudged ? account.withAllJudged() : account).write(folder.resolve(recipe.id()));
    }
  }
}
