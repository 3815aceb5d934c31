package dev.spendlight.cache;

import dev.spendlight.analysis.AnalysisResult;
import java.time.Instant;
import java.util.Optional;

/// An answer with what it takes to know how long it is good for, and to word the next.
///
/// @param dataVersion counts up with the imports of the account
/// @param words a model's, if any of it are, with when they were paid for
/// @param again from when on a better answer may be had for the same data; empty when it is as good
///   as it gets
public record CachedAnswer(
    AnswerKey key,
    long dataVersion,
    AnalysisResult result,
    Optional<PortableDraft> words,
    Optional<Instant> again) {

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
