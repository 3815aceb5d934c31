package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.history.AccountView;
import dev.spendlight.limit.AnalysisLimit.Rate;
import dev.spendlight.limit.Leases;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import dev.spendlight.memory.MemoryAnalysisCache;
import dev.spendlight.memory.MemoryAnalysisLimit;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceList;
import dev.spendlight.model.Usage;
import dev.spendlight.report.Delivery;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// The real service on a clock that is set, with accounts that were judged before; a model answers before the next load.
final class PlayedService {
  private final List<Template> templates;
  private final Bill bill;
  private final IntelligenceService service;
  private final Deque<Runnable> behind = new ArrayDeque<>();
  private final Map<String, PaidReply> paid = new HashMap<>();

  /// By sheet, which is the same for all accounts that were judged alike.
  private final Map<FactSheet, AnalysisDraft> drafts = new IdentityHashMap<>();

  private Instant now = Traffic.START;
  private int current;

  /// @param words for which words are carried over
  PlayedService(
      List<Template> templates, ModelAnalyst.Settings settings, Duration words, Bill bill, DuckDbPerformanceStore none) {
    this.templates = templates;
    this.bill = bill;
    ModelAnalyst analyst =
        new ModelAnalyst(
            settings,
            new Asking(
                new Truthful(),
                new PaidByAccount(),
                PriceList.standard(),
                Payments.none(),
                new ExchangeIds(() -> now, new Random(1)),
                exchange -> {},
                () -> now));
    this.service =
        new IntelligenceService(
            none,
            new Prepared(),
            sheet -> drafts.computeIfAbsent(sheet, new RulesAnalyst()::write),
            Optional.of(analyst),
            new Serving(
                new MemoryAnalysisCache(2L << 30, Duration.ofDays(3), () -> now),
                new MemoryAnalysisLimit(Rate.perHour(5), () -> now),
                Leases.ALONE,
                new InOrder(),
                Patience.standard().withWords(words)),
            () -> now);
  }

  CachedAnswer load(Traffic.Load load) {
    now = load.at();
    current = load.account();
    CachedAnswer answer = service.answer(new Question(id(current), Optional.empty(), Demand.CURRENT));
    while (!behind.isEmpty()) {
      behind.removeFirst().run();
    }
    return answer;
  }

  static AccountId id(int account) {
    return new AccountId("account-" + account);
  }

  private Template.Morning morning() {
    return templates.get(current % templates.size()).mornings().get(Traffic.morning(current, now));
  }

  private final class Prepared implements Judge {
    @Override
    public String revision(AccountId account) {
      return "" + Traffic.morning(current, now);
    }

    @Override
    public AccountView open(AccountId account, Optional<LocalDate> day) {
      AccountView known = morning().judgement().view();
      Delivery newest = known.deliveries().getLast();
      Delivery dated =
          new Delivery(
              Traffic.morning(current, now) + 1,
              newest.pulled(),
              newest.kind(),
              newest.grain(),
              newest.period(),
              newest.days(),
              newest.carried(),
              newest.hasIds());
      return new AccountView(account, known.settings(), List.of(dated), known.asOf(), known.attribution());
    }

    @Override
    public Judgement judge(AccountView view) {
      Judgement known = morning().judgement();
      return new Judgement(view, known.summary(), known.findings(), known.sheet(), known.tags(), known.wording());
    }
  }

  private final class Truthful implements LanguageModel {
    @Override
    public ModelCall ask(ModelRequest request, Allowance allowance) {
      if (request.turns().size() > 1) {
        throw new IllegalStateException("A true reply was sent back: " + request.turns().getLast().text());
      }
      String reply = morning().reply();
      Usage usage = bill.ask(request, reply, now);
      Attempt attempt =
          new Attempt("complete", Optional.of(usage), Optional.empty(), Optional.of(request.model()), Duration.ZERO);
      return new ModelCall(
          new ModelReply.Complete(List.of(new ContentBlock.Text(reply))),
          List.of(attempt),
          Optional.of(NanoDollars.ZERO));
    }
  }

  /// Accounts that were judged alike have the same prompts here, which real ones do not.
  private final class PaidByAccount implements PaidReplies {
    @Override
    public Optional<PaidReply> find(String requestHash) {
      return Optional.ofNullable(paid.get(current + requestHash));
    }

    @Override
    public boolean keep(String requestHash, PaidReply reply) {
      paid.put(current + requestHash, reply);
      return true;
    }
  }

  /// What somebody waits for is run at once, the rest after his answer.
  private final class InOrder implements Threads {
    @Override
    public void start(Runnable work) {
      behind.addLast(work);
    }

    @Override
    public <T> T inStore(Supplier<T> work) {
      return work.get();
    }

    @Override
    public boolean pauses(Duration time) {
      return true;
    }

    @Override
    public <T> Optional<T> await(CompletableFuture<T> future, Duration time) {
      while (!future.isDone()) {
        behind.removeFirst().run();
      }
      return Threads.super.await(future, Duration.ofSeconds(1));
    }
  }
}
