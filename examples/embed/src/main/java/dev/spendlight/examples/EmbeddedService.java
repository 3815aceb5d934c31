package dev.spendlight.examples;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AccountAnalysis.Opportunity;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.finding.Detectors;
import dev.spendlight.limit.AnalysisLimit.Rate;
import dev.spendlight.limit.Leases;
import dev.spendlight.memory.MemoryAnalysisCache;
import dev.spendlight.memory.MemoryAnalysisLimit;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.service.Patience;
import dev.spendlight.service.Serving;
import dev.spendlight.service.Threads;
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Imports a report file and asks for the answer, twice: the second comes from the cache.
///
/// `java ... EmbeddedService DATA-FOLDER REPORT-FILE`
public final class EmbeddedService {
  private EmbeddedService() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments[0]), Path.of(arguments[1]), System.out);
  }

  static void run(Path data, Path report, PrintStream out) {
    Clock clock = Clock.systemUTC();
    AccountId account = new AccountId("my-account");
    int cores = Runtime.getRuntime().availableProcessors();
    try (PerformanceStore store = new DuckDbPerformanceStore(data);
        ExecutorService storeThreads = Executors.newFixedThreadPool(cores)) {
      new ImportService(store, new ReportFileImporter(store))
          .read(
              new Request(account, List.of(report), LocalDate.now(clock), Optional.empty()),
              Progress.NONE);
      IntelligenceService service =
          new IntelligenceService(
              store,
              Detectors.standard(),
              new RulesAnalyst(),
              Optional.empty(),
              new Serving(
                  new MemoryAnalysisCache(64 << 20, Duration.ofDays(1), clock),
                  new MemoryAnalysisLimit(Rate.perHour(5), clock),
                  Leases.ALONE,
                  Threads.virtual(storeThreads),
                  Patience.standard()),
              clock);
      Question question = new Question(account, Optional.empty(), Demand.CURRENT);
      print(service.analyse(question), out);
      print(service.analyse(question), out);
    }
  }

  private static void print(AnalysisResult result, PrintStream out) {
    out.printf("%s (%s)%n", result.analysis().overallHealth().key(), result.freshness());
    out.println(result.analysis().summary());
    result.analysis().keyInsights().forEach(insight -> out.println("- " + insight));
    result.analysis().topOpportunities().stream()
        .map(Opportunity::recommendation)
        .forEach(recommendation -> out.println("> " + recommendation));
  }
}
