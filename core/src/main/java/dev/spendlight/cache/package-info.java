/// Answers that were given already: [AnalysisCache] and what is kept in it.
///
/// An answer is found under everything that it rests on ([AnswerKey]); the last one of an account,
/// whatever it rests on, lends its words to the next ([PortableDraft]). May use everything before
/// it, and knows of no store: adapters keep objects, or the bytes of [CachedAnswerCodec], and
/// [TieredAnalysisCache] puts a near one before a far one.
@NullMarked
package dev.spendlight.cache;

import org.jspecify.annotations.NullMarked;
