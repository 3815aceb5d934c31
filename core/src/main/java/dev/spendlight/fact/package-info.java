/// Facts: every figure that an answer may hold, numbered, and the aliases by which things are named
/// until the end.
///
/// In: a summary and findings. Out: a [FactSheet]. Uses `finding` and what stands before it.
@NullMarked
package dev.spendlight.fact;

import org.jspecify.annotations.NullMarked;
