package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.history.AccountView;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.Leases;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What an answer rests on is read once for all who ask while it is read, and again for those who
/// come after an import.
final class SharedOpeningTest {
  private final FixedClock clock = FixedClock.at("2026-04-01T06:00:00Z");
  private final Shop shop =
      Shop.of(ReportKind.TARGETING, 60).target("c1", "k1", MatchType.EXACT, 10, 0.1);
  private final CountingJudge judge = new CountingJudge();
  private final Queue<Runnable> meanwhile = new ArrayDeque<>();
  private final IntelligenceService service =
      new IntelligenceService(
          shop.store(),
          judge,
          new RulesAnalyst(),
          Optional.empty(),
          new Serving(
              AnalysisCache.NONE,
              AnalysisLimit.NONE,
              Leases.ALONE,
              new Interrupting(),
              Patience.standard()),
          clock);
  private final List<CachedAnswer> answers = new ArrayList<>();

  private void ask() {
    answers.add(service.answer(new Question(Shop.ID, Optional.empty(), Demand.CURRENT)));
  }

  @Test
  void whoComesWhileItIsReadSharesIt() {
    meanwhile.add(this::ask);
    ask();
    assertThat(answers).hasSize(2);
    assertThat(judge.opened).isEqualTo(1);
  }

  @Test
  void whoComesAfterAnImportDoesNot() {
    meanwhile.add(() -> {
      judge.revision++;
      ask();
    });
    ask();
    assertThat(answers).hasSize(2);
    assertThat(judge.opened).isEqualTo(2);
  }

  private final class CountingJudge implements Judge {
    private int revision;
    private int opened;

    @Override
    public String revision(AccountId account) {
      return "" + revision;
    }

    @Override
    public AccountView open(AccountId account, Optional<LocalDate> day) {
      opened++;
      return shop.judge().view();
    }

    @Override
    public Judgement judge(AccountView view) {
      return shop.judge();
    }
  }

  /// Lets something else happen once, when somebody begins to wait.
  private final class Interrupting extends ManualThreads {
    @Override
    public <T> Optional<T> await(CompletableFuture<T> future, Duration time) {
      Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
      return super.await(future, time);
    }
  }
}
