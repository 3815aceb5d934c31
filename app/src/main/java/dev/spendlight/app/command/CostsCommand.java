package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.app.print.CostsText;
import dev.spendlight.document.CostsDocument;
import dev.spendlight.history.AccountView;
import dev.spendlight.log.CostReport;
import dev.spendlight.log.PromptLog;
import dev.spendlight.report.PerformanceStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight costs`
@Command(
    name = "costs",
    description = "What models cost, by account, model and day, and what prompt caches saved.",
    mixinStandardHelpOptions = true)
public final class CostsCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--account", paramLabel = "ID", description = "One account; else all.")
  private Optional<AccountId> account = Optional.empty();

  @Option(names = "--from", paramLabel = "DATE", description = "First day, in UTC.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, in UTC.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public CostsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Path folder = data.folder(bench.environment());
    try (PromptLog log = bench.promptLog(folder)) {
      CostReport report = CostReport.of(log, account, OptionValues.range(from, to));
      if (report.lines().isEmpty()) {
        account.ifPresent(asked -> requireKnown(folder, asked));
      }
      if (json) {
        bench.terminal().line(CostsDocument.of(report));
      } else {
        new CostsText(bench.terminal()).print(report);
      }
      return 0;
    }
  }

  /// An account that is misspelt has no costs either.
  private void requireKnown(Path folder, AccountId asked) {
    try (PerformanceStore store = bench.store(folder)) {
      if (store.settings(asked).isEmpty()) {
        throw AccountView.unknown(store, asked);
      }
    }
  }
}
