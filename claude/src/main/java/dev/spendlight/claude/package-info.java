/// A [dev.spendlight.model.LanguageModel] on the Claude API, and the only place that knows of it.
///
/// Start with [ClaudeModel#ask]: one question, several attempts, one reply. What differs from model
/// to model is in [ModelFamily] alone; what an answer means is in [MessageReader] and
/// [ErrorReplies]; how long and how dear it may get is in [Asking]. The vendor's SDK adds the key
/// and the protocol's headers, writes the request and carries it; its own retries, logs, traces and
/// look-ups of the environment are off. Uses `core`, the SDK and resilience4j.
@NullMarked
package dev.spendlight.claude;

import org.jspecify.annotations.NullMarked;
