package dev.spendlight.evaluation.command;

import dev.spendlight.evaluation.baseline.FixedRules;
import dev.spendlight.evaluation.run.AccountRun;
import dev.spendlight.evaluation.run.AccountSource;
import dev.spendlight.evaluation.run.AccountStores;
import dev.spendlight.evaluation.run.Batch;
import dev.spendlight.evaluation.run.ChosenThresholds;
import dev.spendlight.evaluation.run.Method;
import dev.spendlight.evaluation.run.RuleTuning;
import dev.spendlight.evaluation.run.SimulatedSource;
import dev.spendlight.evaluation.run.WorkFolder;
import dev.spendlight.evaluation.run.WrittenSource;
import dev.spendlight.evaluation.score.AccountScore;
import dev.spendlight.evaluation.score.MethodScore;
import dev.spendlight.evaluation.truth.FolderException;
import dev.spendlight.simulator.Profile;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `evaluation/score`
@Command(
    name = "score",
    description = "How good the findings are, against simulated accounts whose truth is known.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ScoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ScoreOptions options = new ScoreOptions();

  @Override
  public Integer call() throws InterruptedException {
    try (WorkFolder _ = WorkFolder.hold(options.work())) {
      return options.tuneRules() ? tune() : score();
    } catch (FolderException e) {
      err().println(e.getMessage());
      return 1;
    } catch (IllegalArgumentException misuse) {
      err().println(misuse.getMessage());
      return 2;
    }
  }

  private int score() throws InterruptedException {
    List<Method> methods =
        List.of(
            new Method.ProductFindings(Clock.systemUTC()),
            new Method.Rules(new FixedRules(ChosenThresholds.read())),
            new Method.Naive());
    AccountRun run = new AccountRun(stores(), methods);
    List<AccountSource> sources = sources();
    Batch<List<AccountScore>> batch =
        Batch.run(
            sources, source -> run.score(source, options.everyMorning()), progress(sources.size()));
    List<MethodScore> scores = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      int method = i;
      scores.add(
          MethodScore.of(
              methods.get(i).name(),
              batch.results().stream().map(each -> each.get(method)).toList()));
    }
    if (options.list()) {
      scores
          .getFirst()
          .scores()
          .forEach(each -> {
            AccountText.lines(each).forEach(out()::println);
            out().println();
          });
    }
    options.csv().ifPresent(file -> ScoreCsv.write(file, scores));
    ScoreText.lines(scores).forEach(out()::println);
    return failures(batch.failures());
  }

  private int tune() throws InterruptedException {
    AccountRun run = new AccountRun(stores(), List.of());
    List<AccountSource> sources = sources();
    Batch<RuleTuning.Sample> batch = Batch.run(sources, run::sample, progress(sources.size()));
    if (!batch.failures().isEmpty()) {
      return failures(batch.failures());
    }
    RuleTuning.Choice choice = RuleTuning.best(batch.results());
    String how =
        "Chosen by score --tune-rules over %d accounts: F1 %s, precision %s, recall %s."
            .formatted(
                batch.results().size(),
                Columns.figure(choice.counts().f1()),
                Columns.figure(choice.counts().precision()),
                Columns.figure(choice.counts().recall()));
    Path file = ChosenThresholds.write(options.project(), choice.thresholds(), how);
    out().println(how);
    choice.thresholds().lines().forEach(out()::println);
    out().println("Written to " + file);
    return 0;
  }

  private List<AccountSource> sources() {
    Optional<AccountChoice> choice = options.choice();
    if (options.folder().isPresent()) {
      return WrittenSource.within(
          options.folder().get(), account -> choice.isEmpty() || choice.get().takes(account));
    }
    Profile profile = profile();
    List<AccountSource> sources = new ArrayList<>();
    choice
        .flatMap(AccountChoice::seeds)
        .ifPresent(seeds ->
            seeds.stream()
                .forEach(seed ->
                    sources.add(new SimulatedSource(options.work(), profile, seed, false))));
    choice
        .flatMap(AccountChoice::cleanSeeds)
        .ifPresent(seeds ->
            seeds.stream()
                .forEach(
                    seed -> sources.add(new SimulatedSource(options.work(), profile, seed, true))));
    return List.copyOf(sources);
  }

  private Profile profile() {
    return Arrays.stream(Profile.values())
        .filter(each -> each.name().equalsIgnoreCase(options.profile()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no profile '%s'; there are %s."
                    .formatted(
                        options.profile(),
                        Arrays.stream(Profile.values())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")))));
  }

  private AccountStores stores() {
    return new AccountStores(options.work());
  }

  /// An account that cannot be judged is a failure of the product, and nobody may overlook it.
  private int failures(List<Batch.Failure> failures) {
    for (Batch.Failure each : failures) {
      err().println("ERROR in " + each.source() + ": " + each.cause());
      if (!(each.cause() instanceof FolderException)) {
        each.cause().printStackTrace(err());
      }
    }
    if (failures.isEmpty()) {
      return 0;
    }
    err()
        .println(
            "%d %s could not be judged; the figures are without %s."
                .formatted(
                    failures.size(),
                    failures.size() == 1 ? "account" : "accounts",
                    failures.size() == 1 ? "it" : "them"));
    return 1;
  }

  /// On a terminal only.
  private IntConsumer progress(int all) {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
      return done -> {};
    }
    return done -> {
      err().print("\r%d of %d accounts%s".formatted(done, all, done == all ? "\n" : ""));
      err().flush();
    };
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
