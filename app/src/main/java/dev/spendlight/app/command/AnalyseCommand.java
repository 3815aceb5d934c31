package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.app.print.AnalysisText;
import dev.spendlight.document.AnalysisDocument;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.IntelligenceService.Question;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight analyse`
@Command(
    name = "analyse",
    description = "A short, checked answer: health, insights, what to do, a summary.",
    mixinStandardHelpOptions = true)
public final class AnalyseCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--account", required = true, paramLabel = "ID", description = "The account.")
  private AccountId account = OptionValues.UNNAMED;

  @Option(names = "--as-of", paramLabel = "DATE", description = "The last day that counts.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--rules", description = "Let the rules analyst write, without any model.")
  private boolean rules;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public AnalyseCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      AnalysisResult result = bench.service(store).analyse(new Question(account, asOf, rules));
      if (json) {
        bench.terminal().line(AnalysisDocument.of(result, true));
      } else {
        new AnalysisText(bench.terminal()).print(result);
      }
      return 0;
    }
  }
}
