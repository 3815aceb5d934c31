package dev.spendlight.app.command;

import dev.spendlight.app.Main;
import dev.spendlight.app.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// What the launcher trains its start-up cache on: one run of everything that a usual command touches. Hidden, for it
/// serves nobody else.
@Command(name = "training-run", hidden = true)
public final class TrainingRun implements Callable<Integer> {
  private static final String DEMO = DemoCommand.ACCOUNT.value();

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("demo", "--once"),
          List.of("account", "set", DEMO, "--target-acos", "0.30"),
          List.of("account", "show", DEMO),
          List.of("account", "list"),
          List.of("summary", "--account", DEMO),
          List.of("summary", "--account", DEMO, "--json"),
          List.of("findings", "--account", DEMO),
          List.of("findings", "--account", DEMO, "--json"),
          List.of("analyse", "--account", DEMO, "--rules"),
          List.of("analyse", "--account", DEMO, "--rules", "--json"));

  private final Workbench bench;

  public TrainingRun(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    return COMMANDS.stream()
        .mapToInt(command -> Main.run(bench, command.toArray(String[]::new)))
        .max()
        .orElse(0);
  }
}
