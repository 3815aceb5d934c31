package dev.spendlight.evaluation.command;

import dev.spendlight.evaluation.run.AccountSource;
import dev.spendlight.evaluation.truth.FolderException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which accounts, and what is printed of them.
final class ScoreOptions {
  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Score the account folders in DIR, whatever wrote them.")
  private Optional<Path> folder = Optional.empty();

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
          "Choose the thresholds of the fixed rules anew, on the tuning seeds, and keep them.")
  private boolean tuneRules;

  @Option(names = "--project", hidden = true, description = "The folder of the sources.")
  private Path project = Path.of(".");

  List<AccountSource> sources() {
    return AccountSource.within(
        folder.orElseThrow(() -> new FolderException("Say which accounts with --folder DIR.")));
  }

  List<AccountSource> tuningSources() {
    return sources();
  }

  Path project() {
    return project;
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
}
