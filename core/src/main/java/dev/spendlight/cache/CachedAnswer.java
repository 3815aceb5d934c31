package dev.spendlight.cache;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import java.time.Instant;
import java.util.Optional;

/// An answer with what it takes to know how long it is good for, and to word the next.
///
/// @param dataVersion counts up with the imports of the account
/// @param words that a model last found for the account, of this answer or an earlier one
/// @param again from when on a better answer may be had for the same data; empty when it is as good
///   as it gets
public record CachedAnswer(
    AnswerKey key,
    long dataVersion,
    AnalysisResult result,
    Optional<PortableDraft> words,
    Optional<Instant> again) {

  /// Whether a model is being asked for a better one.
  public boolean isPending() {
    return result.degradedBecause().contains(Degradation.MODEL_PENDING);
  }

  /// Whether the account's limit kept a better one away.
  public boolean isLimited() {
    return result.degradedBecause().contains(Degradation.RATE_LIMITED);
  }

  public CachedAnswer as(Freshness freshness) {
    return new CachedAnswer(key, dataVersion, result.as(freshness), words, again);
  }

  /// The same answer in place of a better one that cannot be had now.
  public CachedAnswer because(Degradation reason, Instant better) {
    return new CachedAnswer(key, dataVersion, result.because(reason), words, Optional.of(better));
  }

  /// Whether it is of newer data, or of the same and made later.
  public boolean isNewerThan(CachedAnswer other) {
    return dataVersion != other.dataVersion
        ? dataVersion > other.dataVersion
        : result.generatedAt().isAfter(other.result.generatedAt());
  }

  /// Whether a better answer may be had now.
  public boolean isDue(Instant now) {
    return again.filter(when -> !now.isBefore(when)).isPresent();
  }
}
