package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.app.print.ImportText;
import dev.spendlight.document.ImportDocument;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.service.ImportService;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spendlight import`
@Command(
    name = "import",
    description = "Reads report files (CSV, XLSX, JSON; plain, .gz, .zip) into an account.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Report files, or folders of them.")
  private List<Path> files = List.of();

  @Option(
      names = "--account",
      required = true,
      paramLabel = "ID",
      description = "The account, made when it is new.")
  private AccountId account = OptionValues.UNNAMED;

  @Option(
      names = "--snapshot",
      paramLabel = "DATE",
      description = "The day on which the reports were pulled; today unless given.")
  private Optional<LocalDate> snapshot = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "First day that the reports were asked for: days without a row are then zero, not unknown.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "Last such day.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public ImportCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    LocalDate pulled = snapshot.orElseGet(() -> LocalDate.now(bench.clock()));
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      ImportProgress progress = new ImportProgress(bench.terminal(), bench.clock());
      ImportService.Outcome outcome =
          bench
              .imports(store)
              .read(new Request(account, files, pulled, OptionValues.range(from, to)), progress);
      progress.done();
      ImportResult result = outcome.result();
      if (json) {
        bench.terminal().line(ImportDocument.of(result, outcome.vanished()));
      } else {
        AccountSettings settings = store.settings(account).orElseGet(AccountSettings::unset);
        new ImportText(bench.terminal(), MoneyFormat.of(settings))
            .print(result, outcome.vanished());
      }
      result.files().forEach(this::refused);
      return result.anyRefused() ? 1 : 0;
    }
  }

  private void refused(ImportResult.FileResult file) {
    if (file instanceof ImportResult.Refused(String name, String reason)) {
      bench.terminal().error("%s: %s".formatted(name, reason));
    }
  }
}
