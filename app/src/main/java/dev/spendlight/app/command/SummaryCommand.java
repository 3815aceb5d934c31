package dev.spendlight.app.command;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.app.print.SummaryText;
import dev.spendlight.document.SummaryDocument;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.summary.AccountSummary;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight summary`
@Command(
    name = "summary",
    description = "The last seven days with data: totals, campaigns by spend, what stands out.",
    mixinStandardHelpOptions = true)
public final class SummaryCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private QuestionOptions question = new QuestionOptions();

  @Option(names = "--from", paramLabel = "DATE", description = "First day of another window.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "Last day of another window.")
  private Optional<LocalDate> to = Optional.empty();

  public SummaryCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    if (question.asOf().isPresent() && from.isPresent()) {
      throw new Misuse("--as-of and --from are two ways to say the window; give one.");
    }
    try (PerformanceStore store = question.store(bench)) {
      AccountSummary summary =
          bench
              .service(store)
              .summarise(question.account(), question.asOf(), OptionValues.range(from, to));
      if (question.json()) {
        bench.terminal().line(SummaryDocument.of(summary));
      } else {
        AccountSettings settings =
            store.settings(question.account()).orElseGet(AccountSettings::unset);
        new SummaryText(bench.terminal(), MoneyFormat.of(settings)).print(summary);
      }
      return 0;
    }
  }
}
