import dev.spendlight.account.AccountId;
import dev.spendlight.app.wiring.OpenModel;
import dev.spendlight.finding.Detectors;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.ModelAnalyst;
import dev.spendlight.storage.DuckDbPerformanceStore;
import dev.spendlight.testing.DraftJson;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A Claude API that answers truly, and slowly: `SlowModel FOLDER ACCOUNTS SECONDS`.
///
/// First makes a store of small accounts, `a1` and on, each of three campaigns and four weeks, and what can be said of each.
/// Prints its port; says how often it was asked, and how many at a time, when its input ends.
public final class SlowModel {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final int DAYS = 28;

  private SlowModel() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int accounts = Integer.parseInt(arguments[1]);
    Duration slow = Duration.ofSeconds(Long.parseLong(arguments[2]));
    Map<String, String> replies = new HashMap<>();
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(folder)) {
      ImportService imports = new ImportService(store, new ReportFileImporter(store));
      IntelligenceService service =
          new IntelligenceService(store, Detectors.standard(), new RulesAnalyst(), InstantSource.system());
      for (int number = 1; number <= accounts; number++) {
        AccountId account = new AccountId("a" + number);
        Path file = Files.writeString(folder.resolve("campaigns.csv"), report(number));
        imports.read(new Request(account, List.of(file), FIRST.plusDays(DAYS), Optional.empty()), Progress.NONE);
        IntelligenceService.Judgement judgement = service.judge(account, Optional.empty());
        replies.put(
            ModelAnalyst.request(OpenModel.asked(OpenModel.USUAL), judgement).turns().getFirst().text(),
            DraftJson.of(new RulesAnalyst().write(judgement.sheet()), judgement.findings()));
      }
    }
    try (StubClaude stub = StubClaude.start()) {
      stub.usually(
          (request, response) -> {
            try {
              Thread.sleep(slow);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            Replies.text(replies.getOrDefault(request.question(), "?")).answer(request, response);
          });
      System.out.println(stub.baseUrl());
      System.in.read();
      System.out.printf("%d requests, at most %d at a time%n", stub.count(), stub.mostAtOnce());
    }
  }

  private static String report(int number) {
    SplittableRandom random = new SplittableRandom(number);
    StringBuilder report =
        new StringBuilder("Date,Campaign Name,Currency,Impressions,Clicks,Spend,7 Day Total Orders (#),7 Day Total Sales\n");
    for (int day = 0; day < DAYS; day++) {
      for (String campaign : List.of("one", "two", "three")) {
        int clicks = 10 + random.nextInt(20);
        int orders = random.nextInt(1 + clicks / 6);
        report.append(
            "%s,Campaign %s,USD,%d,%d,%d.%02d,%d,%d.00%n"
                .formatted(FIRST.plusDays(day), campaign, clicks * 50, clicks, clicks, random.nextInt(100), orders, orders * 30));
      }
    }
    return report.toString();
  }
}
