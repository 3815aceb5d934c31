package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Writes a kept answer down: of the first data of an account, made at noon, as good as it gets,
/// unless said otherwise.
///
/// @param summary tells it from others
public record SampleAnswer(
    AnswerKey key, long dataVersion, Instant made, String summary, Optional<Instant> again) {
  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");

  public static SampleAnswer of(String account, String fingerprint) {
    return new SampleAnswer(
        new AnswerKey(new AccountId(account), Optional.empty(), fingerprint),
        1,
        NOON,
        "An answer about %s, %s.".formatted(account, fingerprint),
        Optional.empty());
  }

  /// For an as-of day.
  public SampleAnswer asked(LocalDate day) {
    return new SampleAnswer(
        new AnswerKey(key.account(), Optional.of(day), key.fingerprint()),
        dataVersion,
        made,
        summary,
        again);
  }

  public SampleAnswer dataVersion(long value) {
    return new SampleAnswer(key, value, made, summary, again);
  }

  /// Made later than at noon.
  public SampleAnswer later(int nanos) {
    return new SampleAnswer(key, dataVersion, NOON.plusNanos(nanos), summary, again);
  }

  public SampleAnswer summary(String value) {
    return new SampleAnswer(key, dataVersion, made, value, again);
  }

  /// A better one may be had a minute after noon.
  public SampleAnswer notGoodYet() {
    return new SampleAnswer(key, dataVersion, made, summary, Optional.of(NOON.plusSeconds(60)));
  }

  public CachedAnswer make() {
    return new CachedAnswer(
        key,
        dataVersion,
        new AnalysisResult(
            key.account(),
            LocalDate.of(2026, 3, 7),
            made,
            AnalysisResult.Source.RULES,
            AnalysisResult.Freshness.FRESH,
            List.of(),
            List.of(),
            new AccountAnalysis(OverallHealth.GOOD, List.of(), List.of(), summary),
            List.of(),
            List.of(),
            Optional.empty()),
        Optional.empty(),
        again);
  }
}
