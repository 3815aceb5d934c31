package dev.spendlight.app.command;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.app.print.ExplainText;
import dev.spendlight.document.ExplainDocument;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.Breakdown;
import dev.spendlight.service.Explanation;
import dev.spendlight.service.Explanations;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight explain`
@Command(
    name = "explain",
    description =
        "Why a metric changed between two periods: by entity and by factor, in parts that add up.",
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private QuestionOptions question = new QuestionOptions();

  @Option(
      names = "--metric",
      required = true,
      paramLabel = "METRIC",
      description = "acos, roas, spend, sales, orders, clicks, impressions, cpc, cvr, ctr or aov.")
  private Metric metric = Metric.ACOS;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "A..B",
      description = "The earlier period, as 2026-03-01..2026-03-07.")
  private DateRange from = DateRange.day(LocalDate.EPOCH);

  @Option(names = "--to", required = true, paramLabel = "C..D", description = "The later period.")
  private DateRange to = DateRange.day(LocalDate.EPOCH);

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description =
          "campaign (unless given), keyword, product, campaign_match, ad_group, search_term or placement.")
  private Breakdown level = Breakdown.CAMPAIGN;

  public ExplainCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Explanations.Question asked =
        Misuse.refused(() ->
            new Explanations.Question(
                question.account(), metric, from, to, level, question.asOf()));
    try (PerformanceStore store = question.store(bench)) {
      Explanation explanation = new Explanations(store).explain(asked);
      if (question.json()) {
        bench.terminal().line(ExplainDocument.of(explanation));
      } else {
        AccountSettings settings =
            store.settings(question.account()).orElseGet(AccountSettings::unset);
        new ExplainText(bench.terminal(), MoneyFormat.of(settings)).print(explanation);
      }
      return 0;
    }
  }
}
