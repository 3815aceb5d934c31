package dev.spendlight.model;

import java.time.Duration;
import java.util.Optional;

/// One request that went to a provider, whatever became of it.
///
/// @param outcome of it: [ModelReply#key()]
/// @param usage what the provider says it billed; empty when it said nothing, as after a connection
///   that broke
/// @param requestId the provider's
/// @param servedBy the model that answered, as the provider names it
/// @param took from sending to the last byte
public record Attempt(
    String outcome,
    Optional<Usage> usage,
    Optional<String> requestId,
    Optional<String> servedBy,
    Duration took) {}
