package dev.spendlight.evaluation.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which accounts, and what is printed of them.
final class ScoreOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "standard",
      description =
          "Sort of accounts: standard, noisy, small, large or weak; ${DEFAULT-VALUE} unless given.")
  private String profile = "";

  @Option(
      names = "--seeds",
      paramLabel = "A-B",
      converter = SeedRange.Converter.class,
      description = "Accounts with incidents; 40-159 unless seeds are given.")
  private Optional<SeedRange> seeds = Optional.empty();

  @Option(
      names = "--clean-seeds",
      paramLabel = "A-B",
      converter = SeedRange.Converter.class,
      description = "Accounts without; 500-539 unless seeds are given.")
  private Optional<SeedRange> cleanSeeds = Optional.empty();

  @Option(names = "--tuning", description = "The tuning seeds: 0-39 with incidents, 0-19 without.")
  private boolean tuning;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "The account folders in DIR, whatever wrote them; all, or those with the seeds given.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--every-morning",
      description =
          "Judge accounts with incidents on every morning, to see how soon things are found.")
  private boolean everyMorning;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "Keep written and imported accounts there; evaluation/target/accounts unless given.")
  private Optional<Path> work = Optional.empty();

  @Option(
      names = "--list",
      description = "Print every account: what was found, missed and wrong, with its evidence.")
  private boolean list;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write every claim and missed truth of every method to FILE.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--tune-rules",
      description =
          "Choose the thresholds of the fixed rules anew, on seeds 0-39 with incidents, and keep them.")
  private boolean tuneRules;

  @Option(names = "--project", hidden = true, description = "The folder of the sources.")
  private Path project = Path.of(".");

  /// Empty where every account of a folder is taken.
  ///
  /// @throws IllegalArgumentException when seeds are given twice
  Optional<AccountChoice> choice() {
    boolean given = seeds.isPresent() || cleanSeeds.isPresent();
    if (given && (tuning || tuneRules)) {
      throw new IllegalArgumentException(
          "--tuning and --tune-rules say which seeds; leave out --seeds and --clean-seeds.");
    }
    if (tuneRules) {
      return Optional.of(AccountChoice.RULES);
    }
    if (tuning) {
      return Optional.of(AccountChoice.TUNING);
    }
    if (given) {
      return Optional.of(new AccountChoice(seeds, cleanSeeds));
    }
    return folder.isPresent() ? Optional.empty() : Optional.of(AccountChoice.REPORTING);
  }

  String profile() {
    return profile;
  }

  Optional<Path> folder() {
    return folder;
  }

  boolean everyMorning() {
    return everyMorning;
  }

  Path work() {
    return work.orElse(project.resolve("evaluation/target/accounts"));
  }

  boolean list() {
    return list;
  }

  Optional<Path> csv() {
    return csv;
  }

  boolean tuneRules() {
    return tuneRules;
  }

  Path project() {
    return project;
  }
}
