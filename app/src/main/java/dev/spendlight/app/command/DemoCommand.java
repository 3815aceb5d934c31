package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.app.print.AnalysisText;
import dev.spendlight.app.print.Terminal;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.simulator.DemoAccount;
import dev.spendlight.simulator.Morning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight demo`
@Command(
    name = "demo",
    description = "A simulated account, written as report files, imported and analysed.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  /// Told apart from anybody's own account.
  static final AccountId ACCOUNT = new AccountId("spendlight-demo");

  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @ArgGroup private WriterOptions writer = new WriterOptions();

  @Option(names = "--once", description = "Print the answer alone and end.")
  private boolean once;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the page that it ends in, 0 for any; else 8080.")
  private Optional<Integer> port = Optional.empty();

  public DemoCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("spendlight-demo");
    try {
      show(DemoAccount.write(folder, LocalDate.now(bench.clock()).minusDays(1)));
    } finally {
      remove(folder);
    }
    if (!once) {
      ServeCommand.serve(
          bench,
          data.folder(bench.environment()),
          port,
          Optional.empty(),
          writer.rules(),
          "#" + ACCOUNT);
    }
    return 0;
  }

  private void show(DemoAccount demo) {
    Path kept = data.folder(bench.environment());
    Optional<ModelOfCommand> model = writer.open(bench, kept);
    try (PerformanceStore store = bench.store(kept)) {
      store.delete(ACCOUNT);
      store.save(ACCOUNT, demo.settings());
      long rows = 0;
      for (Morning morning : demo.mornings()) {
        rows += importMorning(store, morning);
      }
      print(store, model, demo, rows);
    } finally {
      model.ifPresent(each -> each.close(bench.terminal()));
    }
  }

  private long importMorning(PerformanceStore store, Morning morning) {
    ImportProgress progress = new ImportProgress(bench.terminal(), bench.clock());
    ImportService.Outcome outcome =
        bench
            .imports(store)
            .read(
                new Request(ACCOUNT, List.of(morning.folder()), morning.pulled(), Optional.empty()),
                progress);
    progress.done();
    return outcome.result().files().stream()
        .mapToLong(each ->
            each instanceof ImportResult.Imported imported ? imported.facts().rowsImported() : 0)
        .sum();
  }

  private void print(
      PerformanceStore store, Optional<ModelOfCommand> model, DemoAccount demo, long rows) {
    Terminal terminal = bench.terminal();
    terminal.paragraph(
        "",
        String.format(
            Locale.ENGLISH,
            "A simulated seller with planted problems: %,d rows from %d mornings of report files, imported as yours would be.",
            rows,
            demo.mornings().size()));
    terminal.line();
    AnalysisResult result =
        bench
            .service(store, model.map(ModelOfCommand::analyst))
            .analyse(
                new Question(
                    ACCOUNT, Optional.empty(), model.isEmpty() ? Demand.RULES : Demand.FRESH));
    new AnalysisText(terminal).print(result);
    if (!once) {
      terminal.line();
      terminal.paragraph(
          "",
          "Your own reports: ./spendlight import FILE --account my-account, then ./spendlight analyse --account my-account");
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
