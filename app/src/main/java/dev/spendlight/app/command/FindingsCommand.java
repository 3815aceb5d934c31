package dev.spendlight.app.command;

import dev.spendlight.app.print.FindingsText;
import dev.spendlight.document.FindingsDocument;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.IntelligenceService.Judgement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `spendlight findings`
@Command(
    name = "findings",
    description =
        "What is wrong or remarkable beyond chance, most important first, and what was ruled out.",
    mixinStandardHelpOptions = true)
public final class FindingsCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private QuestionOptions question = new QuestionOptions();

  public FindingsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = question.store(bench)) {
      Judgement judgement = bench.service(store).judge(question.account(), question.asOf());
      if (question.json()) {
        bench.terminal().line(FindingsDocument.of(judgement.sheet()));
      } else {
        new FindingsText(bench.terminal(), judgement.wording().money()).print(judgement.sheet());
      }
      return 0;
    }
  }
}
