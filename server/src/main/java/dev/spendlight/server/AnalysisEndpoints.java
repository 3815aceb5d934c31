package dev.spendlight.server;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.document.AnalysisDocument;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.server.KeptAnswers.Kept;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Question;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The one question: analyse this account.
final class AnalysisEndpoints {
  private static final String PATH = "/v1/accounts/{id}/analysis";

  private final Function<Question, CachedAnswer> answers;
  private final PerformanceStore store;
  private final Accounts accounts;
  private final KeptAnswers kept;
  private final AnswerMetrics metrics;
  private final InstantSource clock;

  /// @param answers of the service
  AnalysisEndpoints(
      Function<Question, CachedAnswer> answers,
      ServerParts parts,
      Accounts accounts,
      KeptAnswers kept,
      AnswerMetrics metrics) {
    this.answers = answers;
    this.store = parts.store();
    this.clock = parts.clock();
    this.accounts = accounts;
    this.kept = kept;
    this.metrics = metrics;
  }

  List<Route> routes(ServerOptions.Times times) {
    return List.of(
        Route.get(PATH, times.answer(), this::current, "as_of"),
        Route.post(PATH, times.freshAnswer(), this::fresh, "as_of"));
  }

  /// What is there at once. Nobody waits for a model.
  private Reply current(Call call) {
    KeptAnswers.Key key = new KeptAnswers.Key(call.account(), call.day("as_of"));
    Optional<TaggedReply> ready = kept.find(key);
    if (ready.isPresent()) {
      metrics.servedKept();
      return ready.get().to(call.header(HeaderNames.IF_NONE_MATCH));
    }
    CachedAnswer answer =
        accounts.answer(
            call,
            key.account(),
            () -> {
              String revision = store.revision(key.account());
              CachedAnswer made =
                  answers.apply(new Question(key.account(), key.asOf(), Demand.CURRENT));
              keep(key, revision, made);
              return made;
            });
    metrics.answered(answer.result());
    return reply(answer.result()).to(call.header(HeaderNames.IF_NONE_MATCH));
  }

  /// A fresh one, for which a model is waited for; beyond the account's limit, when to come again.
  private Reply fresh(Call call) {
    KeptAnswers.Key key = new KeptAnswers.Key(call.account(), call.day("as_of"));
    CachedAnswer answer =
        accounts.answer(
            call,
            key.account(),
            () -> {
              String revision = store.revision(key.account());
              CachedAnswer made =
                  answers.apply(new Question(key.account(), key.asOf(), Demand.FRESH));
              if (!isOverLimit(made)) {
                kept.drop(key);
                keep(key, revision, made);
              }
              return made;
            });
    metrics.answered(answer.result());
    if (isOverLimit(answer)) {
      throw new Refusal(
          Problem.of(
                  Status.TOO_MANY_REQUESTS_429,
                  ("Account %s has had all the fresh analyses it may have for now; GET the analysis"
                          + " for the latest answer, or come again later.")
                      .formatted(key.account()))
              .retryAfter(secondsUntil(answer.again())));
    }
    return reply(answer.result()).whole();
  }

  private static boolean isOverLimit(CachedAnswer answer) {
    return answer.result().degradedBecause().contains(Degradation.RATE_LIMITED);
  }

  private long secondsUntil(Optional<Instant> again) {
    return again
        .map(when -> Duration.between(clock.instant(), when))
        .map(wait -> wait.plusSeconds(1).minusNanos(1).toSeconds())
        .map(seconds -> Math.max(1, seconds))
        .orElse(1L);
  }

  /// Only answers that nobody is about to better behind the client's back.
  private void keep(KeptAnswers.Key key, String revision, CachedAnswer answer) {
    AnalysisResult result = answer.result();
    if (result.freshness() != Freshness.STALE
        && !result.degradedBecause().contains(Degradation.MODEL_PENDING)) {
      kept.keep(
          key,
          new Kept(
              revision,
              result.generatedAt(),
              answer.again(),
              TaggedReply.of(
                  EntityTags.of(result),
                  Reply.json(AnalysisDocument.of(EntityTags.cached(result), false)).packed())));
    }
  }

  private static TaggedReply reply(AnalysisResult result) {
    return TaggedReply.of(EntityTags.of(result), Reply.json(AnalysisDocument.of(result, false)));
  }
}
