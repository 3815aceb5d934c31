package dev.spendlight.app.command;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.app.print.AnalysisText;
import dev.spendlight.document.AnalysisDocument;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.IntelligenceService.Question;
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

  @Mixin private QuestionOptions question = new QuestionOptions();

  @Option(names = "--rules", description = "Let the rules analyst write, without any model.")
  private boolean rules;

  public AnalyseCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = question.store(bench)) {
      AnalysisResult result =
          bench.service(store).analyse(new Question(question.account(), question.asOf(), rules));
      if (question.json()) {
        bench.terminal().line(AnalysisDocument.of(result, true));
      } else {
        new AnalysisText(bench.terminal()).print(result);
      }
      return 0;
    }
  }
}
