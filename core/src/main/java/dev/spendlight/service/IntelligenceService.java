package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.analysis.Analyst;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.PortableDraft;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Detectors;
import dev.spendlight.finding.Findings;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Wording;
import dev.spendlight.history.AccountView;
import dev.spendlight.limit.AnalysisLimit.Taking;
import dev.spendlight.metric.DateRange;
import dev.spendlight.prompt.Tags;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.StoreException;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.summary.Summaries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Answers the one question that a platform asks: analyse this account.
///
/// Threads share one. Start with [#answer].
public final class IntelligenceService {
  private final PerformanceStore store;
  private final Judge judge;
  private final Analyst rules;
  private final Optional<Rewriting> rewriting;
  private final AnswerWriter answers;
  private final Serving serving;
  private final InstantSource clock;
  private final Flights<Opening, AccountView> openings;
  private final Flights<AnswerKey, Made> flights;

  /// For whoever asks once, and no model.
  public IntelligenceService(
      PerformanceStore store, Detectors detectors, Analyst rules, InstantSource clock) {
    this(store, detectors, rules, Optional.empty(), clock);
  }

  /// For whoever asks once.
  ///
  /// @param rules writes the answer when no model does, or what of its answer is not true
  /// @param model empty where none can be asked
  public IntelligenceService(
      PerformanceStore store,
      Detectors detectors,
      Analyst rules,
      Optional<ModelAnalyst> model,
      InstantSource clock) {
    this(store, detectors, rules, model, Serving.once(), clock);
  }

  /// @param rules writes the answer when no model does, or what of its answer is not true
  /// @param model empty where none can be asked
  public IntelligenceService(
      PerformanceStore store,
      Detectors detectors,
      Analyst rules,
      Optional<ModelAnalyst> model,
      Serving serving,
      InstantSource clock) {
    this(store, new StoreJudge(store, detectors, serving.threads()), rules, model, serving, clock);
  }

  IntelligenceService(
      PerformanceStore store,
      Judge judge,
      Analyst rules,
      Optional<ModelAnalyst> model,
      Serving serving,
      InstantSource clock) {
    this.store = store;
    this.judge = judge;
    this.rules = rules;
    this.answers = new AnswerWriter(model.map(each -> each.settings().model()), clock);
    this.rewriting = model.map(each -> new Rewriting(each, serving, answers, clock));
    this.serving = serving;
    this.clock = clock;
    this.openings = new Flights<>(serving.threads());
    this.flights = new Flights<>(serving.threads());
  }

  /// What an account's figures say, before anybody words it.
  ///
  /// @param view the account as it was known
  /// @param tags what a model may know of names
  /// @param wording how its figures are written
  public record Judgement(
      AccountView view,
      AccountSummary summary,
      Findings findings,
      FactSheet sheet,
      Tags tags,
      Wording wording) {}

  /// @param asOf the last day that counts; the last with data unless given
  /// @param demand how much is wanted for it
  public record Question(AccountId account, Optional<LocalDate> asOf, Demand demand) {}

  /// What an answer may take.
  public enum Demand {
    /// The rules' answer, made now.
    RULES,
    /// What is there at once: a kept answer, or the rules' while a model is asked behind it. Nobody
    /// waits for a model.
    CURRENT,
    /// A fresh one, which counts against the account's limit; a model is waited for.
    FRESH
  }

  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public AnalysisResult analyse(Question question) {
    return answer(question).result();
  }

  /// The same, with how long it is good for. A [Demand#FRESH] answer beyond the account's limit is
  /// what there is at once, with [Degradation#RATE_LIMITED] and when to come again.
  ///
  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  /// @throws StoreException when the store cannot be asked, and no answer was kept that would do
  public CachedAnswer answer(Question question) {
    Instant begun = clock.instant();
    try {
      return switch (question.demand()) {
        case RULES -> {
          AccountView view = landed(opening(question));
          yield byRules(judged(key(question, view), view, Optional.empty(), begun), List.of());
        }
        case CURRENT -> current(question, begun);
        case FRESH -> {
          AccountView view = landed(opening(question));
          yield fresh(key(question, view), view, begun);
        }
      };
    } catch (StoreException e) {
      if (question.demand() == Demand.RULES) {
        throw e;
      }
      return stale(question.account(), question.asOf()).orElseThrow(() -> e);
    }
  }

  /// @param revision of the account when it was to be opened, so that nobody who comes after an
  ///   import shares what was opened before it
  private record Opening(AccountId account, Optional<LocalDate> asOf, String revision) {}

  private CompletableFuture<AccountView> opening(Question question) {
    AccountId account = question.account();
    return openings.join(
        new Opening(account, question.asOf(), judge.revision(account)),
        () -> judge.open(account, question.asOf()));
  }

  private static AnswerKey key(Question question, AccountView view) {
    return new AnswerKey(question.account(), question.asOf(), Fingerprint.of(view));
  }

  /// Where the store is too busy to say what the newest data are, an older answer is there at once.
  private CachedAnswer current(Question question, Instant begun) {
    Instant deadline = begun.plus(serving.patience().judging());
    CompletableFuture<AccountView> opening = opening(question);
    Optional<AccountView> view = serving.threads().await(opening, left(deadline));
    Optional<CachedAnswer> older =
        view.isPresent() ? Optional.empty() : stale(question.account(), question.asOf());
    return older.orElseGet(() -> {
      AccountView known = view.orElseGet(() -> landed(opening));
      return current(key(question, known), known, begun, deadline);
    });
  }

  /// Kept, or made now; a model that has to be asked is asked behind it.
  private CachedAnswer current(AnswerKey key, AccountView view, Instant begun, Instant deadline) {
    Optional<CachedAnswer> kept =
        serving.cache().find(key).filter(each -> !each.isDue(clock.instant()));
    if (kept.isPresent()) {
      return kept.get().as(Freshness.CACHED);
    }
    CompletableFuture<Made> flight = flights.join(key, () -> behind(made(key, view, begun)));
    return serving
        .threads()
        .await(flight, left(deadline))
        .map(Made::answer)
        .or(() -> stale(key.account(), key.asked()))
        .orElseGet(() -> landed(flight).answer());
  }

  /// Has a model asked for what it would have to be, and does not wait for it.
  private Made behind(Made made) {
    made.due().ifPresent(due -> rewriting.orElseThrow().begin(due));
    return made;
  }

  /// Made now; a model that has to be asked is waited for.
  private CachedAnswer fresh(AnswerKey key, AccountView view, Instant begun) {
    if (serving.limit().take(key.account()) instanceof Taking.Refused refused) {
      Instant better = clock.instant().plus(refused.retryAfter());
      return serving
          .cache()
          .find(key)
          .map(each -> each.as(Freshness.CACHED))
          .or(() -> stale(key.account(), key.asked()))
          .orElseGet(() -> byRules(judged(key, view, Optional.empty(), begun), List.of()))
          .because(Degradation.RATE_LIMITED, better);
    }
    Made made = landed(flights.join(key, () -> made(key, view, begun)));
    return made.due()
        .map(due -> rewriting.orElseThrow().waitedFor(due, made.answer()))
        .orElseGet(made::answer);
  }

  /// An answer, and the question that would bring a better one.
  private record Made(CachedAnswer answer, Optional<Rewriting.Due> due) {
    static Made settled(CachedAnswer answer) {
      return new Made(answer, Optional.empty());
    }
  }

  /// Summary, findings, facts, words.
  private Made made(AnswerKey key, AccountView view, Instant begun) {
    Optional<PortableDraft> last =
        serving.cache().latest(key.account(), key.asked()).flatMap(CachedAnswer::words);
    Judged judged = judged(key, view, last, begun);
    if (rewriting.isEmpty()) {
      return kept(Made.settled(byRules(judged, List.of(Degradation.NO_API_KEY))));
    }
    Rewriting words = rewriting.get();
    Rewriting.Due due = new Rewriting.Due(judged, words.plan(judged));
    return words
        .free(due)
        .map(Made::settled)
        .map(this::kept)
        .orElseGet(() -> kept(new Made(words.pending(judged), Optional.of(due))));
  }

  private Made kept(Made made) {
    serving.cache().keep(made.answer());
    return made;
  }

  private Judged judged(
      AnswerKey key, AccountView view, Optional<PortableDraft> last, Instant begun) {
    Judgement judgement = judge.judge(view);
    return new Judged(
        key,
        judgement,
        new Grounding(judgement.sheet(), judgement.wording()),
        rules.write(judgement.sheet()),
        last,
        begun);
  }

  private CachedAnswer byRules(Judged judged, List<Degradation> because) {
    return answers.byRules(judged, because, Optional.empty());
  }

  private Duration left(Instant deadline) {
    return Duration.between(clock.instant(), deadline);
  }

  private <T> T landed(CompletableFuture<T> work) {
    return serving
        .threads()
        .await(work, serving.patience().answer())
        .orElseThrow(
            () -> new StoreException("The account is still being read: ask again in a while."));
  }

  private Optional<CachedAnswer> stale(AccountId account, Optional<LocalDate> asked) {
    return serving.cache().latest(account, asked).map(each -> each.as(Freshness.STALE));
  }

  /// Forgets what was answered about an account that is no more.
  public void forget(AccountId account) {
    serving.cache().forget(account);
  }

  /// Summary, findings and facts of an account.
  ///
  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public Judgement judge(AccountId account, Optional<LocalDate> day) {
    return judge.judge(judge.open(account, day));
  }

  /// The summary alone: of the week that ends with a day, or of any window.
  ///
  /// A window says which days are summed, not when one would have looked: unless a day is given
  /// too, the newest pulls count, as everywhere without one.
  ///
  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public AccountSummary summarise(
      AccountId account, Optional<LocalDate> day, Optional<DateRange> window) {
    return serving.threads().inStore(() -> new Summaries(store).of(account, day, window));
  }
}
