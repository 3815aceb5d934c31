package dev.spendlight.service;

import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.Leases;

/// What stands between many who ask and the work of answering.
///
/// @param cache in front of everything
/// @param limit of fresh analyses of an account
/// @param leases who of several processes asks a model
public record Serving(
    AnalysisCache cache, AnalysisLimit limit, Leases leases, Threads threads, Patience patience) {

  /// For whoever asks once: nothing is kept, nothing limited, and everything done by the caller.
  public static Serving once() {
    return new Serving(
        AnalysisCache.NONE, AnalysisLimit.NONE, Leases.ALONE, Threads.NONE, Patience.standard());
  }
}
