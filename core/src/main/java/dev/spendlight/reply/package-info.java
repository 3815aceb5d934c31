/// The ladder that reads what a language model wrote.
///
/// In: the plain text of a reply. Out: a [dev.spendlight.reply.DraftReading]: the `AnalysisDraft`
/// in it with the repairs that were made, or what is wrong, in sentences that a model can act on.
/// The rungs: extraction (thinking, fences, prose), a strict grammar, repairs that surely keep the
/// value, the full schema. Nothing is guessed: a reply that was cut, has two roots, duplicate keys,
/// an ellipsis or a missing value is rejected.
///
/// [dev.spendlight.reply.JsonReader] does the first three rungs for any JSON,
/// [dev.spendlight.reply.ReplyReader] all of them for drafts. Uses `analysis` and what stands
/// before it, Jackson's tree and a JSON Schema validator.
@NullMarked
package dev.spendlight.reply;

import org.jspecify.annotations.NullMarked;
