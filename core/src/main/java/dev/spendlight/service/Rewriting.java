package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.PortableDraft;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.limit.AnalysisLimit.Taking;
import dev.spendlight.limit.Leases.Lease;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.service.AnswerWriter.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides whether a model has to be asked for new words, and sees to it that of all who want them
/// one asks.
final class Rewriting {
  private static final Logger LOG = LoggerFactory.getLogger(Rewriting.class);

  /// Between two looks whether another process has asked the model.
  private static final Duration LOOK = Duration.ofMillis(250);

  /// Money may be there again: calls are settled below what was set aside for them.
  private static final Duration UNTIL_MONEY = Duration.ofMinutes(10);

  private final ModelAnalyst model;
  private final Serving serving;
  private final AnswerWriter answers;
  private final InstantSource clock;
  private final Flights<String, Optional<CachedAnswer>> flights;

  Rewriting(ModelAnalyst model, Serving serving, AnswerWriter answers, InstantSource clock) {
    this.model = model;
    this.serving = serving;
    this.answers = answers;
    this.clock = clock;
    this.flights = new Flights<>(serving.threads());
  }

  /// What a model would be asked about an account that was judged.
  record Due(Judged judged, ModelAnalyst.Plan plan) {
    String hash() {
      return plan.request().hash();
    }
  }

  ModelAnalyst.Plan plan(Judged judged) {
    return model.plan(judged.judgement(), judged.grounding());
  }

  /// Words that cost nothing: those paid for by the very same question, or the last ones, as long
  /// as they are young, the first findings are the same, and all that they say is still true.
  Optional<CachedAnswer> free(Due due) {
    if (isPaid(due)) {
      return Optional.of(asked(due));
    }
    Optional<PortableDraft> young =
        due.judged()
            .last()
            .filter(this::isYoung)
            .filter(each -> each.hasTopFindingsOf(due.judged().judgement().sheet()));
    return young.flatMap(words ->
        words
            .on(due.judged().judgement().sheet())
            .map(due.judged().grounding()::check)
            .filter(Grounded.class::isInstance)
            .map(Grounded.class::cast)
            .map(grounded ->
                answers.answer(
                    due.judged(),
                    Words.free(
                        grounded,
                        Source.MODEL,
                        List.of(),
                        Optional.of(words),
                        // Age alone asks nobody: words are looked at when there are new data.
                        Optional.empty()))));
  }

  private boolean isPaid(Due due) {
    return model.isPaid(due.plan(), due.judged().grounding());
  }

  private boolean isYoung(PortableDraft words) {
    return clock.instant().isBefore(words.paidAt().plus(serving.patience().words()));
  }

  /// The model's answer, from whichever process asks it.
  ///
  /// @param meanwhile the answer when that takes too long
  CachedAnswer waitedFor(Due due, CachedAnswer meanwhile) {
    Instant deadline = due.judged().begun().plus(serving.patience().answer());
    for (Duration left = left(deadline); left.isPositive(); left = left(deadline)) {
      Optional<CachedAnswer> answer =
          serving
              .threads()
              .await(rewritten(due, true), left)
              .flatMap(asked -> asked)
              .or(() -> serving.cache().find(due.judged().key()))
              // Somebody else may not have been allowed to ask: this one is.
              .filter(each -> !each.isPending() && !each.isLimited());
      if (answer.isPresent()) {
        return answer.get();
      }
      if (!serving.threads().pauses(LOOK)) {
        return meanwhile;
      }
    }
    return meanwhile;
  }

  private Duration left(Instant deadline) {
    return Duration.between(clock.instant(), deadline);
  }

  /// Asks, once for all in this process who want the same. Two accounts with the same figures put
  /// the same question: the second waits for the first, and then has the reply, which is paid,
  /// checked and worded for itself.
  ///
  /// @param counted whether it counts against the account's limit already
  /// @return empty when another process is asking
  CompletableFuture<Optional<CachedAnswer>> rewritten(Due due, boolean counted) {
    return flights
        .join(due.hash(), () -> leased(due, counted))
        .thenCompose(answer ->
            answer.filter(each -> !each.key().equals(due.judged().key())).isPresent()
                ? rewritten(due, counted)
                : CompletableFuture.completedFuture(answer));
  }

  /// The same, for nobody who would wait.
  void begin(Due due) {
    var _ = rewritten(due, false);
  }

  private Optional<CachedAnswer> leased(Due due, boolean counted) {
    Optional<Lease> lease = lease(due);
    if (lease.isEmpty()) {
      return Optional.empty();
    }
    try (Lease _ = lease.get()) {
      if (!counted && !isPaid(due)) {
        AccountId account = due.judged().key().account();
        if (serving.limit().take(account) instanceof Taking.Refused refused) {
          return Optional.of(
              kept(
                  answers.byRules(
                      due.judged(),
                      List.of(Degradation.RATE_LIMITED),
                      Optional.of(clock.instant().plus(refused.retryAfter())))));
        }
      }
      return Optional.of(kept(asked(due)));
    } catch (RuntimeException e) {
      LOG.error("A question to a model failed in a way that nobody thought of.", e);
      Instant again = clock.instant().plus(serving.patience().retry());
      return Optional.of(
          kept(
              answers.byRules(
                  due.judged(), List.of(Degradation.MODEL_UNAVAILABLE), Optional.of(again))));
    }
  }

  /// Without the store that knows who asks, everybody asks for himself.
  private Optional<Lease> lease(Due due) {
    try {
      return serving.leases().take("ask:" + due.hash(), serving.patience().question());
    } catch (UnreachableException e) {
      return Optional.of(() -> {});
    }
  }

  private CachedAnswer kept(CachedAnswer answer) {
    serving.cache().keep(answer);
    return answer;
  }

  private CachedAnswer asked(Due due) {
    Judged judged = due.judged();
    ModelAnalyst.Answer written =
        model.write(judged.subject(), due.plan(), judged.grounding(), judged.rules());
    return answers.answer(
        judged,
        new Words(
            written.grounded(),
            written.source(),
            written.because(),
            written
                .draft()
                .map(draft ->
                    PortableDraft.of(
                        draft,
                        judged.judgement().sheet(),
                        written.requestHash(),
                        written.paidAt())),
            written.lasting()
                ? Optional.empty()
                : Optional.of(clock.instant().plus(pause(written))),
            due.plan().prompt().version(),
            written.attempts(),
            written.cost().orElse(NanoDollars.ZERO),
            written.model()));
  }

  private Duration pause(ModelAnalyst.Answer written) {
    return written.because().contains(Degradation.BUDGET_SPENT)
        ? UNTIL_MONEY
        : serving.patience().retry();
  }

  /// The rules' answer while a model is asked, or until whoever asks it must be gone.
  CachedAnswer pending(Judged judged) {
    return answers.byRules(
        judged,
        List.of(Degradation.MODEL_PENDING),
        Optional.of(clock.instant().plus(serving.patience().question())));
  }
}
