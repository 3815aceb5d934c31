package dev.spendlight.app;

import dev.spendlight.app.command.AccountCommand;
import dev.spendlight.app.command.AnalyseCommand;
import dev.spendlight.app.command.CostsCommand;
import dev.spendlight.app.command.DemoCommand;
import dev.spendlight.app.command.ExplainCommand;
import dev.spendlight.app.command.FindingsCommand;
import dev.spendlight.app.command.ImportCommand;
import dev.spendlight.app.command.Misuse;
import dev.spendlight.app.command.OptionValues;
import dev.spendlight.app.command.ReplayCommand;
import dev.spendlight.app.command.ServeCommand;
import dev.spendlight.app.command.SummaryCommand;
import dev.spendlight.app.command.TrainingRun;
import dev.spendlight.app.command.Workbench;
import dev.spendlight.app.print.Terminal;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.report.StoreException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// Where the `spendlight` command starts.
@Command(
    name = "spendlight",
    description = "Reads advertising reports and says what matters in the account.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main {
  private static final int FAILED = 1;

  /// Columns of help pages; picocli refuses fewer.
  private static final int NARROWEST_HELP = 55;

  private static final int WIDEST_HELP = 100;

  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.of(System.out, System.err, System.getenv());
    int code =
        run(new Workbench(terminal, System.getenv(), Clock.system(ZoneId.systemDefault())), args);
    System.out.flush();
    System.exit(code);
  }

  /// Runs one command. Whatever language the machine speaks, texts are English and digits are 0 to
  /// 9.
  ///
  /// @return 0 done, 1 failed, 2 wrong usage
  public static int run(Workbench bench, String... args) {
    Locale.setDefault(Locale.ENGLISH);
    return OptionValues.readBy(commands(bench, args))
        .setOut(new PrintWriter(bench.terminal().out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(bench.terminal().err(), true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(bench, command, failure))
        .setParameterExceptionHandler((wrong, arguments) -> misused(bench, wrong, arguments))
        .setUsageHelpWidth(Math.clamp(bench.terminal().width(), NARROWEST_HELP, WIDEST_HELP))
        .execute(args);
  }

  /// A command and how it is made.
  private record Entry(String name, Function<Workbench, Object> make) {}

  private static final List<Entry> COMMANDS =
      List.of(
          new Entry("demo", DemoCommand::new),
          new Entry("import", ImportCommand::new),
          new Entry("account", AccountCommand::all),
          new Entry("summary", SummaryCommand::new),
          new Entry("findings", FindingsCommand::new),
          new Entry("explain", ExplainCommand::new),
          new Entry("analyse", AnalyseCommand::new),
          new Entry("serve", ServeCommand::new),
          new Entry("costs", CostsCommand::new),
          new Entry("replay", ReplayCommand::new),
          new Entry("training-run", bench -> new TrainingRun(command -> run(bench, command))));

  /// The command that is asked for alone, since setting up all of them takes longer than running
  /// one; all of them where none is asked for by its name.
  private static CommandLine commands(Workbench bench, String... args) {
    List<Entry> asked =
        COMMANDS.stream().filter(entry -> args.length > 0 && entry.name().equals(args[0])).toList();
    CommandLine commands = new CommandLine(new Main());
    (asked.isEmpty() ? COMMANDS : asked)
        .forEach(entry -> commands.addSubcommand(entry.make().apply(bench)));
    versioned(commands);
    return commands;
  }

  /// Every command tells the version of the whole.
  private static void versioned(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(Main::versioned);
  }

  /// One sentence; the trace only for whoever asks for it.
  private static int fail(Workbench bench, CommandLine command, Exception failure) {
    boolean expected =
        failure instanceof Misuse
            || failure instanceof UnanswerableException
            || failure instanceof StoreException
            || failure instanceof IllegalArgumentException;
    String message =
        Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    bench
        .terminal()
        .error(
            expected
                ? message
                : "unexpected: " + failure.getClass().getSimpleName() + ": " + message);
    if (bench.environment().containsKey("SPENDLIGHT_DEBUG")) {
      failure.printStackTrace(bench.terminal().err());
    }
    if (failure instanceof Misuse) {
      advise(bench, command);
      return command.getCommandSpec().exitCodeOnInvalidInput();
    }
    return FAILED;
  }

  private static int misused(Workbench bench, CommandLine.ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    if (args.length == 0) {
      command.usage(bench.terminal().err());
      return command.getCommandSpec().exitCodeOnInvalidInput();
    }
    Optional<String> unknown =
        wrong instanceof CommandLine.MissingParameterException
            ? unknownOption(command, args)
            : Optional.empty();
    bench
        .terminal()
        .error(
            unknown
                .map("Unknown option: '%s'"::formatted)
                .orElse(String.valueOf(wrong.getMessage())));
    PrintWriter err = command.getErr();
    if (unknown.isPresent()) {
      CommandLine.UnmatchedArgumentException.printSuggestions(
          new CommandLine.UnmatchedArgumentException(command, List.of(unknown.get())), err);
    } else {
      CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    }
    err.flush();
    advise(bench, command);
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /// A misspelt option, which would otherwise be told as the one that is missing because of it.
  private static Optional<String> unknownOption(CommandLine command, String[] args) {
    return Stream.of(args)
        .takeWhile(arg -> !arg.equals("--"))
        .filter(arg -> arg.startsWith("--"))
        .map(arg -> arg.replaceFirst("=.*", ""))
        .filter(name -> !command.getCommandSpec().optionsMap().containsKey(name))
        .findFirst();
  }

  private static void advise(Workbench bench, CommandLine command) {
    bench
        .terminal()
        .err()
        .println("Try: %s --help".formatted(command.getCommandSpec().qualifiedName()));
  }

  /// Read from the jar's manifest.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "spendlight "
            + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)")
      };
    }
  }
}
