/// What was asked of models, what they replied and what it cost; and every reply that was paid for.
///
/// In: an [Exchange] for each prompt and its reply. Out: costs that are complete, and texts of all
/// failures and of a sample of the rest ([LogSampling]). [LogQueue] takes exchanges without making
/// anybody wait and writes them behind the answer to a [PromptLog]; [PaidReplies] answers the same
/// request again without paying again. Both are ports: adapters keep them in files, a database, or
/// whatever several processes share. [ModelJson] is how they write requests and replies down.
///
/// Texts hold aliases and fact ids, never a customer's names. Uses `model`, `account`, `metric` and
/// the exception of stores.
@NullMarked
package dev.spendlight.log;

import org.jspecify.annotations.NullMarked;
