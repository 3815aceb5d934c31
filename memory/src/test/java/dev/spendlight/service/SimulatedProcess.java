package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.TieredAnalysisCache;
import dev.spendlight.history.AccountView;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.SharedLimit;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.NotedLog;
import dev.spendlight.memory.MemoryAnalysisCache;
import dev.spendlight.memory.MemoryAnalysisLimit;
import dev.spendlight.memory.MemoryModelSlots;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Purse;
import dev.spendlight.report.StoreException;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.service.Scheduler.Life;
import dev.spendlight.testing.FlatPrices;
import dev.spendlight.testing.InMemoryPerformanceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// One process: the real service, wired as a server would wire it, with a clock of its own that may
/// jump, and a log that it writes a while later.
final class SimulatedProcess {
  static final ModelAnalyst.Settings SETTINGS =
      new ModelAnalyst.Settings(
          "some-model", 500, 4_000, new Allowance(Duration.ofSeconds(60), 3, Purse.OPEN));

  private final SimulatedWorld world;
  private final Life life = new Life();
  private final IntelligenceService service;
  private final Payments payments;
  private final List<Exchange> queue = new ArrayList<>();
  private final NotedLog log;
  private final ExchangeIds ids;
  private Duration clockError = Duration.ZERO;

  SimulatedProcess(SimulatedWorld world, Sabotage sabotage) {
    this.world = world;
    this.log = new NotedLog(world.log, world.calls);
    SharedPorts ports = new SharedPorts(world);
    InstantSource clock = this::now;
    Threads threads = new ProcessThreads();
    Budget budget = world.isLimited() ? sabotage.budget(ports.budget()) : Budget.NONE;
    this.payments = new Payments(budget, world.calls);
    AnalysisLimit limit =
        new SharedLimit(
            watched(sabotage.limit(ports.limit(), world)),
            new MemoryAnalysisLimit(AnalysisLimit.Rate.perHour(1), clock));
    AnalysisCache cache =
        sabotage.cache(
            new TieredAnalysisCache(
                new MemoryAnalysisCache(1_000_000, Duration.ofDays(1), clock), ports.cache()));
    ModelSlots slots = ModelSlots.shared(ports.slots(), new MemoryModelSlots(2));
    this.ids = new ExchangeIds(clock, new Random(world.chance.nextLong()));
    ModelAnalyst analyst =
        new ModelAnalyst(
            SETTINGS,
            new Asking(
                new SlottedModel(new SimulatedModel(world), slots),
                ports.paid(),
                new FlatPrices(1, 1),
                payments,
                ids,
                queue::add,
                clock));
    this.service =
        new IntelligenceService(
            new InMemoryPerformanceStore(),
            new PreparedJudge(),
            world.accounts::draft,
            Optional.of(analyst),
            new Serving(cache, limit, ports.leases(), threads, Patience.standard()),
            clock);
    world.scheduler.start(life, this::writeLog);
    world.scheduler.start(life, this::tidy);
  }

  private Instant now() {
    return world.scheduler.now().plus(clockError);
  }

  void jump(Duration by) {
    world.invariants.troubled();
    clockError = clockError.plus(by);
  }

  void kill() {
    world.invariants.troubled();
    life.end();
  }

  void stall(Duration time) {
    life.stall(world.scheduler.now().plus(time));
    world.invariants.disturbed();
  }

  /// Asks, and looks at the answer.
  void ask(AccountId account, Demand demand) {
    world.scheduler.start(life, () -> asked(account, demand));
  }

  private void asked(AccountId account, Demand demand) {
    int known = world.version(account);
    Instant begun = world.scheduler.now();
    CachedAnswer answer;
    try {
      answer = service.answer(new Question(account, Optional.empty(), demand));
    } catch (StoreException e) {
      // Nobody waits for ever for a process that stands still.
      assertThat(life.isUndisturbed(begun)).as("refused: %s", e.getMessage()).isFalse();
      return;
    }
    world.invariants.answered(account, known, answer.result());
    Duration took = Duration.between(begun, world.scheduler.now());
    if (demand == Demand.CURRENT && life.isUndisturbed(begun)) {
      assertThat(took).as("what is there at once").isLessThan(Duration.ofSeconds(12));
    }
  }

  private AnalysisLimit watched(AnalysisLimit shared) {
    return account -> {
      Instant wiped = world.invariants.lastWiped();
      AnalysisLimit.Taking taking = shared.take(account);
      // What was taken of a store that is no more counts for nothing.
      if (taking instanceof AnalysisLimit.Taking.Taken
          && wiped.equals(world.invariants.lastWiped())) {
        world.invariants.granted(account);
      }
      return taking;
    };
  }

  private void writeLog() {
    while (true) {
      world.scheduler.waitFor(() -> false, Duration.ofSeconds(1 + world.chance.nextInt(20)));
      List<Exchange> batch = List.copyOf(queue);
      log.append(batch);
      queue.removeAll(batch);
    }
  }

  private void tidy() {
    while (true) {
      world.scheduler.waitFor(() -> false, Duration.ofMinutes(1));
      payments.tidy(log, now(), Duration.ofMinutes(10));
    }
  }

  private final class PreparedJudge implements Judge {
    @Override
    public String revision(AccountId account) {
      return "" + world.version(account);
    }

    @Override
    public AccountView open(AccountId account, Optional<LocalDate> day) {
      world.scheduler.letGo();
      return world.accounts.version(account, world.version(account)).judgement().view();
    }

    @Override
    public Judgement judge(AccountView view) {
      world.scheduler.waitFor(() -> false, Duration.ofMillis(100 + world.chance.nextInt(4_000)));
      long version = view.deliveries().getLast().importId();
      return world.accounts.version(view.account(), Math.toIntExact(version)).judgement();
    }
  }

  private final class ProcessThreads implements Threads {
    @Override
    public void start(Runnable work) {
      world.scheduler.start(life, work);
    }

    @Override
    public <T> T inStore(Supplier<T> work) {
      return work.get();
    }

    @Override
    public boolean pauses(Duration time) {
      world.scheduler.waitFor(() -> false, time);
      return true;
    }

    @Override
    public <T> Optional<T> await(CompletableFuture<T> future, Duration time) {
      world.scheduler.waitFor(future::isDone, time);
      return future.isDone() ? Threads.super.await(future, Duration.ZERO) : Optional.empty();
    }
  }
}
