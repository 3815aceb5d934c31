package dev.spendlight.app.wiring;

import dev.spendlight.account.AccountId;
import dev.spendlight.finding.Detectors;
import dev.spendlight.log.NotedLog;
import dev.spendlight.log.OpenCalls;
import dev.spendlight.log.PromptLog;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.StoreException;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.LoggedCosts;
import dev.spendlight.service.Patience;
import dev.spendlight.service.Payments;
import dev.spendlight.service.Serving;
import dev.spendlight.service.Threads;
import dev.spendlight.storage.DuckDbPerformanceStore;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.storage.OpenCallFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service as many ask it, over one data folder: kept answers, limits, budgets, a model if
/// there is a key, and a minute hand that tidies up. Everything is closed together.
public final class RunningService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);

  /// After that a call that was noted and never logged is of a process that is no more.
  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

  private final PerformanceStore store;
  private final PromptLog log;
  private final ExecutorService storeWork;
  private final ExecutorService briefWork;
  private final ScheduledExecutorService minutes;
  private final SharedState state;
  private final Optional<OpenModel> model;
  private final IntelligenceService service;

  /// @param rules whether no model is to be asked, key or not
  public RunningService(Settings settings, Path data, boolean rules, InstantSource clock) {
    store = new DuckDbPerformanceStore(data);
    OpenCalls calls = new OpenCallFiles(data);
    log = new NotedLog(new DuckDbPromptLog(data), calls);
    state = SharedState.of(settings, new LoggedCosts(log, calls), clock);
    storeWork = storeThreads("store-");
    briefWork = storeThreads("store-brief-");
    Payments payments = new Payments(state.budget(), calls);
    model =
        rules
            ? Optional.empty()
            : OpenModel.open(settings, data, Optional.empty(), log, payments, state.slots(), clock);
    service =
        new IntelligenceService(
            store,
            Detectors.standard(),
            new RulesAnalyst(),
            model.map(OpenModel::analyst),
            new Serving(
                state.cache(),
                state.limit(),
                state.leases(),
                Threads.virtual(storeWork, briefWork),
                patience(settings)),
            clock);
    minutes =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tidy").factory());
    var _ = minutes.scheduleWithFixedDelay(() -> tidy(payments, clock), 1, 1, TimeUnit.MINUTES);
  }

  private static ExecutorService storeThreads(String name) {
    return Executors.newFixedThreadPool(
        Runtime.getRuntime().availableProcessors(),
        Thread.ofPlatform().daemon().name(name, 0).factory());
  }

  private static Patience patience(Settings settings) {
    Patience usual = Patience.standard();
    return settings.time("cache.ttl").map(usual::withWords).orElse(usual);
  }

  private void tidy(Payments payments, InstantSource clock) {
    try {
      payments.tidy(log, clock.instant(), LONGEST_CALL);
    } catch (StoreException e) {
      LOG.debug("The log is in use; the next minute is as good.", e);
    } catch (RuntimeException e) {
      LOG.warn("What dead processes left could not be tidied up.", e);
    }
  }

  public IntelligenceService service() {
    return service;
  }

  public ImportService imports() {
    return new ImportService(store, new ReportFileImporter(store));
  }

  public PerformanceStore store() {
    return store;
  }

  public PromptLog log() {
    return log;
  }

  public SharedState state() {
    return state;
  }

  public Optional<OpenModel> model() {
    return model;
  }

  /// Threads for questions to the store.
  public ExecutorService storeWork() {
    return storeWork;
  }

  /// Whatever else remembers an account that was deleted.
  public void forget(AccountId account) {
    service.forget(account);
    boolean any = log.delete(account);
    LOG.debug("Prompts of {} were {}.", account, any ? "deleted" : "not there");
  }

  @Override
  public void close() {
    minutes.shutdownNow();
    model.ifPresent(OpenModel::close);
    storeWork.shutdown();
    briefWork.shutdown();
    state.close();
    log.close();
    store.close();
  }
}
