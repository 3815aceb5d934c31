package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.app.print.ReplayText;
import dev.spendlight.app.wiring.OpenModel;
import dev.spendlight.document.ReplayDocument;
import dev.spendlight.history.AccountView;
import dev.spendlight.log.CostReport;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.PromptLog;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.Replay;
import dev.spendlight.service.ReplayReport;
import dev.spendlight.service.Replays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight replay`
@Command(
    name = "replay",
    description = "Judges logged replies again by today's checks, and says what changed.",
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  /// Replies are read so many at a time, since their texts are long.
  private static final int PAGE = 100;

  /// The last one that all stores can write.
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--account", paramLabel = "ID", description = "One account; else all.")
  private Optional<AccountId> account = Optional.empty();

  @Option(names = "--since", paramLabel = "DATE", description = "First day, in UTC; else all.")
  private Optional<LocalDate> since = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public ReplayCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Path folder = data.folder(bench.environment());
    try (PromptLog log = bench.promptLog(folder);
        PerformanceStore store = bench.store(folder)) {
      ReplayReport report = new ReplayReport(account, since, calls(log), replays(log, store));
      if (report.calls() == 0) {
        account.ifPresent(asked -> requireKnown(store, asked));
      }
      if (json) {
        bench.terminal().line(ReplayDocument.of(report));
      } else {
        new ReplayText(bench.terminal()).print(report);
      }
      return 0;
    }
  }

  private long calls(PromptLog log) {
    Optional<DateRange> days = since.map(first -> new DateRange(first, LAST_DAY));
    return CostReport.of(log, account, days).totals().calls();
  }

  private List<Replay> replays(PromptLog log, PerformanceStore store) {
    Replays replays = new Replays(store, bench.service(store), OpenModel.PROMPT_TOKENS);
    List<Replay> all = new ArrayList<>();
    LogQuery newest = LogQuery.newest(PAGE).onlyWithTexts();
    LogQuery query = account.map(newest::of).orElse(newest);
    List<Exchange> page = log.query(query);
    while (!page.isEmpty()) {
      List<Exchange> wanted = page.stream().filter(this::isWanted).toList();
      all.addAll(replays.of(wanted));
      // Ids are in the order of time, so beyond one that is too old there is none that is not.
      page = wanted.size() < page.size() ? List.of() : log.query(query.before(page.getLast().id()));
    }
    return all;
  }

  private boolean isWanted(Exchange exchange) {
    return since.map(first -> !exchange.day().isBefore(first)).orElse(true);
  }

  /// An account that is misspelt has nothing logged either.
  private static void requireKnown(PerformanceStore store, AccountId asked) {
    if (store.settings(asked).isEmpty()) {
      throw AccountView.unknown(store, asked);
    }
  }
}
