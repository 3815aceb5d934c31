package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.finding.Detectors;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Leases;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.model.Allowance;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Accounts whose figures are the same put the same question, since no name is in it.
class SameFiguresTest {
  private static final AccountId TWIN = new AccountId("twin");

  private final FixedClock clock = FixedClock.at("2026-04-01T06:00:00Z");
  private final ManualThreads threads = new ManualThreads();
  private final Map<AnswerKey, CachedAnswer> kept = new HashMap<>();
  private final Shop shop = shop();
  private final Judgement judgement = shop.judge();
  private final AtomicInteger questions = new AtomicInteger();

  private static Shop shop() {
    Shop shop = Shop.of(ReportKind.TARGETING, 60);
    for (String name : List.of("k1", "k2", "k3", "k4")) {
      shop.target("c1", name, MatchType.EXACT, 10, name.equals("k4") ? 0 : 0.1);
    }
    return shop.twin(TWIN);
  }

  @Test
  void eachIsAnsweredAboutItselfAndTheQuestionIsPaidOnce() {
    AtomicReference<Optional<IntelligenceService>> asked = new AtomicReference<>(Optional.empty());
    ScriptedModel model =
        ScriptedModel.by(request -> {
          questions.incrementAndGet();
          // The twin is asked for while the model is at work.
          assertThat(get(asked.get().orElseThrow(), TWIN).isPending()).isTrue();
          return ScriptedModel.text(
              DraftJson.of(new RulesAnalyst().write(judgement.sheet()), judgement.findings()),
              new Usage(100, 0, 0, 0, 20));
        });
    IntelligenceService service = service(model);
    asked.set(Optional.of(service));
    assertThat(get(service, Shop.ID).isPending()).isTrue();
    threads.runAll();
    for (AccountId account : List.of(Shop.ID, TWIN)) {
      CachedAnswer answer = get(service, account);
      assertThat(answer.result().account()).isEqualTo(account);
      assertThat(answer.result().source()).as("of %s", account).isEqualTo(Source.MODEL);
    }
    assertThat(questions).hasValue(1);
  }

  private static CachedAnswer get(IntelligenceService service, AccountId account) {
    return service.answer(new Question(account, Optional.empty(), Demand.CURRENT));
  }

  private IntelligenceService service(ScriptedModel model) {
    return new IntelligenceService(
        shop.store(),
        Detectors.standard(),
        new RulesAnalyst(),
        Optional.of(
            new ModelAnalyst(
                new ModelAnalyst.Settings(
                    "some-model",
                    1_000,
                    4_000,
                    new Allowance(Duration.ofSeconds(30), 2, Purse.OPEN)),
                new Asking(
                    model,
                    new InMemoryPaidReplies(),
                    new FlatPrices(10, 50),
                    new Payments(Budget.NONE, new InMemoryOpenCalls()),
                    new ExchangeIds(clock, new Random(1)),
                    exchange -> {},
                    clock))),
        new Serving(
            new KeptInMap(), AnalysisLimit.NONE, Leases.ALONE, threads, Patience.standard()),
        clock);
  }

  private final class KeptInMap implements AnalysisCache {
    @Override
    public Optional<CachedAnswer> find(AnswerKey key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
      return Optional.empty();
    }

    @Override
    public void keep(CachedAnswer answer) {
      kept.put(answer.key(), answer);
    }

    @Override
    public void forget(AccountId account) {
      kept.clear();
    }
  }
}
