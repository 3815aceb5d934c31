package dev.spendlight.analysis;

import dev.spendlight.account.AccountId;
import dev.spendlight.fact.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An analysis and where it comes from.
///
/// @param degradedBecause why the answer is less than it could be; empty when it is not
/// @param opportunityFindings the finding behind each opportunity, in the same order
/// @param facts those cited
/// @param audit for operators and the local command line only
public record AnalysisResult(
    AccountId account,
    LocalDate asOf,
    Instant generatedAt,
    Source source,
    Freshness freshness,
    List<Degradation> degradedBecause,
    List<String> caveats,
    AccountAnalysis analysis,
    List<String> opportunityFindings,
    List<Fact> facts,
    Optional<Audit> audit) {

  /// Who worded the answer.
  public enum Source {
    MODEL,
    RULES,
    MIXED
  }

  public enum Freshness {
    FRESH,
    CACHED,
    STALE
  }

  /// Why an answer is less than it could be.
  public enum Degradation {
    NO_API_KEY,
    MODEL_PENDING,
    MODEL_UNAVAILABLE,
    RATE_LIMITED,
    BUDGET_SPENT,
    /// What was spent cannot be known at the moment, so nothing is.
    BUDGET_UNKNOWN,
    REPLY_INVALID,
    REPLY_REFUSED,
    DATA_TOO_THIN;

    /// As in JSON documents.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The same answer, served another time.
  public AnalysisResult as(Freshness other) {
    return new AnalysisResult(
        account,
        asOf,
        generatedAt,
        source,
        other,
        degradedBecause,
        caveats,
        analysis,
        opportunityFindings,
        facts,
        audit);
  }

  /// The same answer, less than it could be for one more reason.
  public AnalysisResult because(Degradation reason) {
    if (degradedBecause.contains(reason)) {
      return this;
    }
    List<Degradation> reasons = new ArrayList<>(degradedBecause);
    reasons.add(reason);
    return new AnalysisResult(
        account,
        asOf,
        generatedAt,
        source,
        freshness,
        List.copyOf(reasons),
        caveats,
        analysis,
        opportunityFindings,
        facts,
        audit);
  }

  /// @param model that was asked; empty when none was
  /// @param dataFingerprint changes when any delivery, setting or version of the code that counts
  ///   does
  /// @param costUsd billed for it
  /// @param ownMillis spent in this layer
  /// @param modelMillis spent waiting for a model
  public record Audit(
      Optional<String> model,
      String promptVersion,
      String dataFingerprint,
      int attempts,
      BigDecimal costUsd,
      long ownMillis,
      long modelMillis) {}
}
