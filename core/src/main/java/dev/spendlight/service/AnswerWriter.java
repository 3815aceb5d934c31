package dev.spendlight.service;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Audit;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.PortableDraft;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.report.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts checked words and everything that has to stand beside them together.
final class AnswerWriter {
  private static final String NO_TARGET =
      "No target ACOS is set, so campaigns are judged against the account's own average;"
          + " see account set --target-acos.";

  private final Optional<String> model;
  private final InstantSource clock;

  /// @param model that is asked, if any
  AnswerWriter(Optional<String> model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
  }

  /// Checked words and what they took.
  ///
  /// @param because why they are less than they could be
  /// @param draft that other data may be told in
  /// @param again from when on better ones may be had
  /// @param promptVersion empty when no model was asked
  record Words(
      Grounded grounded,
      Source source,
      List<Degradation> because,
      Optional<PortableDraft> draft,
      Optional<Instant> again,
      String promptVersion,
      int attempts,
      NanoDollars cost,
      Duration waited) {

    /// Nobody was asked for them.
    static Words free(
        Grounded grounded,
        Source source,
        List<Degradation> because,
        Optional<PortableDraft> draft,
        Optional<Instant> again) {
      return new Words(
          grounded, source, because, draft, again, "", 0, NanoDollars.ZERO, Duration.ZERO);
    }
  }

  /// @param judged what they are about
  CachedAnswer answer(Judged judged, Words words) {
    IntelligenceService.Judgement judgement = judged.judgement();
    List<String> caveats = new ArrayList<>(judgement.summary().caveats());
    caveats.addAll(judgement.findings().thin());
    if (judgement.view().settings().targetAcos().isEmpty()
        && judgement.summary().totals().acos().isPresent()) {
      caveats.add(NO_TARGET);
    }
    List<Degradation> because = new ArrayList<>(words.because());
    if (!judgement.findings().thin().isEmpty()) {
      because.add(Degradation.DATA_TOO_THIN);
    }
    AnalysisResult result =
        new AnalysisResult(
            judgement.view().account(),
            judgement.summary().asOf(),
            clock.instant(),
            words.source(),
            Freshness.FRESH,
            List.copyOf(because),
            List.copyOf(caveats),
            words.grounded().analysis(),
            words.grounded().opportunityFindings(),
            words.grounded().cited(),
            Optional.of(audit(judged, words)));
    return new CachedAnswer(
        judged.key(), version(judgement), result, words.draft().or(judged::last), words.again());
  }

  /// The rules' own.
  ///
  /// @param again from when on better words may be had
  CachedAnswer byRules(Judged judged, List<Degradation> because, Optional<Instant> again) {
    return answer(
        judged,
        Words.free(
            judged.grounding().standing(judged.rules()),
            Source.RULES,
            because,
            Optional.empty(),
            again));
  }

  private Audit audit(Judged judged, Words words) {
    return new Audit(
        words.promptVersion().isEmpty() ? Optional.empty() : model,
        words.promptVersion(),
        judged.key().fingerprint(),
        words.attempts(),
        words.cost().dollars(),
        Duration.between(judged.begun(), clock.instant()).minus(words.waited()).toMillis(),
        words.waited().toMillis());
  }

  private static long version(IntelligenceService.Judgement judgement) {
    return judgement.view().deliveries().stream().mapToLong(Delivery::importId).max().orElse(0);
  }
}
