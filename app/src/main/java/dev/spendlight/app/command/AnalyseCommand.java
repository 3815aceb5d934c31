package dev.spendlight.app.command;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.app.print.AnalysisText;
import dev.spendlight.app.wiring.OpenModel;
import dev.spendlight.claude.ClaudeModel;
import dev.spendlight.document.AnalysisDocument;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.prompt.Prompt;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.service.ModelAnalyst;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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

  @ArgGroup private WriterOptions writer = new WriterOptions();

  @Option(
      names = "--dry-run",
      description = "Print the request that a model would be sent, and send nothing.")
  private boolean dryRun;

  public AnalyseCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    if (dryRun) {
      return show();
    }
    Optional<ModelOfCommand> model = writer.open(bench, question.folder(bench));
    try (PerformanceStore store = question.store(bench)) {
      AnalysisResult result =
          bench
              .service(store, model.map(ModelOfCommand::analyst))
              .analyse(
                  new Question(
                      question.account(),
                      question.asOf(),
                      writer.rules() ? Demand.RULES : Demand.FRESH));
      if (question.json()) {
        bench.terminal().line(AnalysisDocument.of(result, true));
      } else {
        new AnalysisText(bench.terminal()).print(result);
      }
      return 0;
    } finally {
      model.ifPresent(each -> each.close(bench.terminal()));
    }
  }

  private int show() {
    try (PerformanceStore store = question.store(bench)) {
      ModelAnalyst.Settings settings = OpenModel.asked(writer.model(bench));
      Judgement judgement = bench.service(store).judge(question.account(), question.asOf());
      bench.terminal().line(ClaudeModel.describe(ModelAnalyst.request(settings, judgement)));
      leftOut(judgement.sheet(), ModelAnalyst.prompt(settings, judgement));
      return 0;
    }
  }

  private void leftOut(FactSheet sheet, Prompt prompt) {
    if (prompt.leftOut() > 0) {
      Collection<String> told = prompt.findings().values();
      long facts =
          sheet.facts().stream()
              .flatMap(fact -> fact.finding().stream())
              .filter(finding -> !told.contains(finding))
              .count();
      bench
          .terminal()
          .error(
              "%d facts of %d findings were left out of the prompt for want of room."
                  .formatted(facts, prompt.leftOut()));
    }
  }
}
