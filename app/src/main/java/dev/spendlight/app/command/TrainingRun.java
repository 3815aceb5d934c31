package dev.spendlight.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;

/// What the launcher trains its start-up cache on: one run of everything that a usual command
/// touches. Hidden, for it serves nobody else.
@Command(name = "training-run", hidden = true)
public final class TrainingRun implements Callable<Integer> {
  private static final String DEMO = DemoCommand.ACCOUNT.value();

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("demo", "--once", "--rules"),
          List.of("account", "set", DEMO, "--target-acos", "0.30"),
          List.of("account", "show", DEMO),
          List.of("account", "list"),
          List.of("summary", "--account", DEMO),
          List.of("summary", "--account", DEMO, "--json"),
          List.of("findings", "--account", DEMO),
          List.of("findings", "--account", DEMO, "--json"),
          List.of("analyse", "--account", DEMO, "--rules"),
          List.of("analyse", "--account", DEMO, "--rules", "--json"));

  private final ToIntFunction<String[]> run;

  /// @param run runs one command and gives its exit code
  public TrainingRun(ToIntFunction<String[]> run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return COMMANDS.stream()
        .map(command -> command.toArray(String[]::new))
        .mapToInt(run)
        .max()
        .orElse(0);
  }
}
