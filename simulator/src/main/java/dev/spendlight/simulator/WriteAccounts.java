package dev.spendlight.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes simulated accounts, a folder each: `WriteAccounts PROFILE clean|incidents FIRST_SEED
/// LAST_SEED DIR [all-judged]`.
///
/// Exit codes: 0 written, 1 not written, 2 usage.
public final class WriteAccounts {
  private static final String USAGE =
      "Usage: WriteAccounts %s clean|incidents FIRST_SEED LAST_SEED DIR [all-judged]"
          .formatted(
              Arrays.stream(Profile.values())
                  .map(profile -> profile.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining("|")));

  private WriteAccounts() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.err));
  }

  static int run(List<String> arguments, PrintStream messages) {
    try {
      Task task = Task.of(arguments);
      for (long seed = task.firstSeed; seed <= task.lastSeed; seed++) {
        task.write(seed);
      }
      return 0;
    } catch (IllegalArgumentException e) {
      messages.println(USAGE);
      return 2;
    } catch (IOException e) {
      messages.println("The accounts could not be written: " + e.getMessage());
      return 1;
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

    /// @throws IllegalArgumentException when the arguments are not as they should be
    static Task of(List<String> arguments) {
      boolean allJudged = arguments.size() == 6 && arguments.get(5).equals("all-judged");
      if (arguments.size() != 5 && !allJudged) {
        throw new IllegalArgumentException("Five arguments or six.");
      }
      String variant = arguments.get(1);
      if (!List.of("clean", "incidents").contains(variant)) {
        throw new IllegalArgumentException("No such variant: " + variant);
      }
      return new Task(
          Profile.valueOf(arguments.get(0).toUpperCase(Locale.ROOT)),
          variant.equals("clean"),
          Long.parseLong(arguments.get(2)),
          Long.parseLong(arguments.get(3)),
          Path.of(arguments.get(4)),
          allJudged);
    }

    void write(long seed) throws IOException {
      AccountRecipe recipe = AccountRecipe.of(profile, seed);
      recipe = clean ? recipe.withoutIncidents() : recipe;
      AccountFolder account = AccountFolder.of(recipe);
      (allJudged ? account.withAllJudged() : account).write(folder.resolve(recipe.id()));
    }
  }
}
