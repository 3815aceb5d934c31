package dev.spendlight.service;

import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.PortableDraft;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.log.Exchange;
import java.time.Instant;
import java.util.Optional;

/// An account that was judged, with what words about it are checked by, and the rules' own words.
///
/// @param last the words that a model last found for the account
/// @param begun when somebody asked
record Judged(
    AnswerKey key,
    IntelligenceService.Judgement judgement,
    Grounding grounding,
    AnalysisDraft rules,
    Optional<PortableDraft> last,
    Instant begun) {

  Exchange.Subject subject() {
    return new Exchange.Subject(
        judgement.view().account(), judgement.summary().asOf(), key.fingerprint());
  }
}
