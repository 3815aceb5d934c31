package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.finding.Detectors;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.AnalysisLimit.Taking;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Leases;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Usage;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.testing.DraftJson;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.FlatPrices;
import dev.spendlight.testing.InMemoryOpenCalls;
import dev.spendlight.testing.InMemoryPaidReplies;
import dev.spendlight.testing.ScriptedModel;
import dev.spendlight.testing.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// How the parts play together: what is kept, what is asked behind an answer, and what is not.
class KeptAnswersTest {
  private static final Usage USAGE = new Usage(100, 0, 0, 0, 20);

  private final FixedClock clock = FixedClock.at("2026-04-01T06:00:00Z");
  private final ManualThreads threads = new ManualThreads();
  private final InMemoryPaidReplies paid = new InMemoryPaidReplies();
  private final InMemoryOpenCalls calls = new InMemoryOpenCalls();
  private final List<Exchange> logged = new ArrayList<>();
  private final Queue<Judgement> told = new ArrayDeque<>();
  private final KeptInMap cache = new KeptInMap();
  private AnalysisLimit limit = AnalysisLimit.NONE;
  private Budget budget = Budget.NONE;
  private Shop shop = shop(10, "k4");

  private final ScriptedModel model =
      ScriptedModel.by(request -> {
        Judgement judgement = told.element();
        return ScriptedModel.text(
            DraftJson.of(new RulesAnalyst().write(judgement.sheet()), judgement.findings()), USAGE);
      });

  private static Shop shop(int clicks, String dead) {
    Shop shop = Shop.of(ReportKind.TARGETING, 60);
    for (String name : List.of("k1", "k2", "k3", "k4")) {
      shop.target("c1", name, MatchType.EXACT, clicks, name.equals(dead) ? 0 : 0.1);
    }
    return shop;
  }

  private IntelligenceService service() {
    return service(model);
  }

  private IntelligenceService service(ScriptedModel asked) {
    return service(asked, threads);
  }

  private IntelligenceService service(ScriptedModel asked, Threads beside) {
    told.clear();
    told.add(shop.judge());
    ModelAnalyst analyst =
        new ModelAnalyst(
            new ModelAnalyst.Settings(
                "some-model", 1_000, 4_000, new Allowance(Duration.ofSeconds(30), 2, Purse.OPEN)),
            new Asking(
                asked,
                paid,
                new FlatPrices(10, 50),
                new Payments(budget, calls),
                new ExchangeIds(clock, new Random(1)),
                logged::add,
                clock));
    return new IntelligenceService(
        shop.store(),
        Detectors.standard(),
        new RulesAnalyst(),
        Optional.of(analyst),
        new Serving(cache, limit, Leases.ALONE, beside, Patience.standard()),
        clock);
  }

  private static CachedAnswer get(IntelligenceService service) {
    return service.answer(new Question(Shop.ID, Optional.empty(), Demand.CURRENT));
  }

  private static CachedAnswer post(IntelligenceService service) {
    return service.answer(new Question(Shop.ID, Optional.empty(), Demand.FRESH));
  }

  @Test
  void theFirstReaderGetsTheRulesAndTheNextTheModelWithoutWaiting() {
    IntelligenceService service = service();
    AnalysisResult first = get(service).result();
    assertThat(first.source()).isEqualTo(Source.RULES);
    assertThat(first.degradedBecause()).containsExactly(Degradation.MODEL_PENDING);
    assertThat(model.requests()).as("asked by now").isEmpty();
    threads.runAll();
    AnalysisResult next = get(service).result();
    assertThat(next.source()).isEqualTo(Source.MODEL);
    assertThat(next.freshness()).isEqualTo(Freshness.CACHED);
    assertThat(next.degradedBecause()).isEmpty();
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void whoWantsAFreshOneWaitsForTheModelAndAllWhoWaitShareIt() {
    IntelligenceService service = service();
    assertThat(get(service).isPending()).isTrue();
    CachedAnswer fresh = post(service);
    assertThat(fresh.result().source()).isEqualTo(Source.MODEL);
    assertThat(fresh.result().freshness()).isEqualTo(Freshness.FRESH);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void newFiguresOfTheSameFindingsCostNothingForTwoDays() {
    CachedAnswer before = post(service());
    shop = shop(12, "k4").pulled(Shop.LAST.plusDays(31));
    clock.advance(Duration.ofHours(47));
    IntelligenceService service = service();
    CachedAnswer after = get(service);
    threads.runAll();
    assertThat(model.requests()).hasSize(1);
    assertThat(after.result().source()).isEqualTo(Source.MODEL);
    assertThat(after.result().freshness()).isEqualTo(Freshness.FRESH);
    assertThat(after.result().degradedBecause()).isEmpty();
    assertThat(after.result().analysis()).isNotEqualTo(before.result().analysis());
    assertThat(after.again()).as("as good as it gets for these figures").isEmpty();
  }

  @Test
  void oldWordsAreWrittenAnewWhenNewFiguresCome() {
    post(service());
    clock.advance(Duration.ofHours(48));
    assertThat(get(service()).result().source()).as("nothing new").isEqualTo(Source.MODEL);
    threads.runAll();
    assertThat(model.requests()).hasSize(1);
    shop = shop(12, "k4").pulled(Shop.LAST.plusDays(31));
    IntelligenceService service = service();
    assertThat(get(service).isPending()).isTrue();
    threads.runAll();
    assertThat(model.requests()).hasSize(2);
    assertThat(get(service).result().source()).isEqualTo(Source.MODEL);
  }

  @Test
  void anotherTopFindingIsWorthNewWordsAtOnce() {
    post(service());
    shop = shop(12, "k1").pulled(Shop.LAST.plusDays(31));
    IntelligenceService service = service();
    assertThat(get(service).isPending()).isTrue();
    threads.runAll();
    assertThat(get(service).result().source()).isEqualTo(Source.MODEL);
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void afterARestartWhatWasPaidIsNotPaidAgain() {
    post(service());
    cache.clear();
    CachedAnswer answer = get(service());
    assertThat(answer.result().source()).isEqualTo(Source.MODEL);
    assertThat(model.requests()).hasSize(1);
    assertThat(logged.getLast().reused()).isTrue();
  }

  @Test
  void whileTheStoreIsTooBusyToBeAskedAnOlderAnswerIsThere() {
    CachedAnswer before = post(service());
    CachedAnswer answer = get(service(model, new BusyStore()));
    assertThat(answer.result().freshness()).isEqualTo(Freshness.STALE);
    assertThat(answer.result().analysis()).isEqualTo(before.result().analysis());
  }

  /// All its threads have other work, for longer than anybody waits.
  private static final class BusyStore implements Threads {
    @Override
    public void start(Runnable work) {}

    @Override
    public <T> T inStore(Supplier<T> work) {
      throw new AssertionError("The store was waited for.");
    }

    @Override
    public boolean pauses(Duration time) {
      return true;
    }

    @Override
    public <T> Optional<T> await(CompletableFuture<T> future, Duration time) {
      return Optional.empty();
    }
  }

  @Test
  void beyondTheLimitThereIsWhatThereIsAndWhenToComeAgain() {
    limit = account -> new Taking.Refused(Duration.ofMinutes(12));
    IntelligenceService service = service();
    CachedAnswer refused = post(service);
    assertThat(refused.isLimited()).isTrue();
    assertThat(refused.again()).contains(clock.instant().plus(Duration.ofMinutes(12)));
    assertThat(get(service).isPending()).isTrue();
    threads.runAll();
    CachedAnswer later = get(service);
    assertThat(later.result().source()).isEqualTo(Source.RULES);
    assertThat(later.isLimited()).isTrue();
    assertThat(model.requests()).isEmpty();
    limit = AnalysisLimit.NONE;
    clock.advance(Duration.ofMinutes(12));
    assertThat(get(service()).isPending()).as("it is tried again").isTrue();
  }

  @Test
  void moneyIsSetAsideNotedAndSettled() {
    Ledger ledger = new Ledger(5_000_000);
    budget = ledger;
    post(
        service(
            ScriptedModel.by((request, allowance) -> {
              assertThat(allowance.purse().covers(Optional.of(new NanoDollars(4_000)))).isTrue();
              assertThat(ledger.held).containsValue(4_000L);
              assertThat(calls.all())
                  .singleElement()
                  .satisfies(each -> assertThat(each.most()).contains(new NanoDollars(4_000)));
              return new ModelCall(
                  new ModelReply.Refused(), List.of(), Optional.of(new NanoDollars(1_500)));
            })));
    assertThat(ledger.held).isEmpty();
    assertThat(ledger.settled).isEqualTo(1_500);
  }

  @Test
  void whereMoneyIsShortOrUnknownTheRulesAnswer() {
    budget = new Ledger(100);
    CachedAnswer poor = post(service(thatAsksThePurse()));
    assertThat(poor.result().degradedBecause()).containsExactly(Degradation.BUDGET_SPENT);
    cache.clear();
    budget = new Ledger(-1);
    CachedAnswer unknown = post(service(thatAsksThePurse()));
    assertThat(unknown.result().source()).isEqualTo(Source.RULES);
    assertThat(unknown.result().degradedBecause()).containsExactly(Degradation.BUDGET_UNKNOWN);
    assertThat(unknown.again()).isPresent();
  }

  private static ScriptedModel thatAsksThePurse() {
    return ScriptedModel.by((request, allowance) -> {
      assertThat(allowance.purse().covers(Optional.of(new NanoDollars(1_000)))).isFalse();
      return ModelCall.unsent(new ModelReply.TooDear());
    });
  }

  @Test
  void aModelThatIsAwayIsAskedAgainAfterAWhile() {
    ScriptedModel away =
        ScriptedModel.by(request -> ScriptedModel.reply(new ModelReply.Unavailable("away")));
    IntelligenceService service = service(away);
    get(service);
    threads.runAll();
    assertThat(get(service).result().degradedBecause())
        .containsExactly(Degradation.MODEL_UNAVAILABLE);
    assertThat(away.requests()).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    get(service);
    threads.runAll();
    assertThat(away.requests()).hasSize(2);
  }

  /// A budget of one amount; a negative one cannot be asked.
  private static final class Ledger implements Budget {
    private final long limit;
    private final Map<String, Long> held = new HashMap<>();
    private long settled;

    Ledger(long limit) {
      this.limit = limit;
    }

    @Override
    public Reservation reserve(String call, AccountId account, NanoDollars most) {
      if (limit < 0) {
        throw new UnreachableException("It is away.", new IllegalStateException());
      }
      if (settled + most.value() > limit) {
        return new Reservation.Refused(Scope.SERVICE);
      }
      held.put(call, most.value());
      return new Reservation.Held();
    }

    @Override
    public void settle(String call, NanoDollars bill) {
      held.remove(call);
      settled += bill.value();
    }

    @Override
    public List<Open> open() {
      return List.of();
    }

    @Override
    public Spent spent(AccountId account) {
      return new Spent(new NanoDollars(settled), new NanoDollars(settled));
    }
  }

  /// Keeps everything.
  private static final class KeptInMap implements AnalysisCache {
    private final Map<AnswerKey, CachedAnswer> answers = new HashMap<>();
    private Optional<CachedAnswer> latest = Optional.empty();

    void clear() {
      answers.clear();
      latest = Optional.empty();
    }

    @Override
    public Optional<CachedAnswer> find(AnswerKey key) {
      return Optional.ofNullable(answers.get(key));
    }

    @Override
    public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
      return latest;
    }

    @Override
    public void keep(CachedAnswer answer) {
      answers.put(answer.key(), answer);
      latest = Optional.of(answer);
    }

    @Override
    public void forget(AccountId account) {
      clear();
    }
  }
}
