package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.app.print.FindingsText;
import dev.spendlight.document.FindingsDocument;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.IntelligenceService.Judgement;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight findings`
@Command(
    name = "findings",
    description =
        "What is wrong or remarkable beyond chance, most important first, and what was ruled out.",
    mixinStandardHelpOptions = true)
public final class FindingsCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--account", required = true, paramLabel = "ID", description = "The account.")
  private AccountId account = OptionValues.UNNAMED;

  @Option(names = "--as-of", paramLabel = "DATE", description = "The last day that counts.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public FindingsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      Judgement judgement = bench.service(store).judge(account, asOf);
      if (json) {
        bench.terminal().line(FindingsDocument.of(judgement.sheet()));
      } else {
        new FindingsText(bench.terminal(), judgement.wording().money()).print(judgement.sheet());
      }
      return 0;
    }
  }
}
