/// What a model is told: the facts of a sheet, by their aliases, and the rules of an answer.
///
/// In: a `FactSheet` and the tags of what things are called. Out: a [Prompt], in which no text
/// written by somebody else stands: renaming things leaves it as it is, byte by byte, as long as
/// the tags stay. Uses `analysis`, `fact` and what stands before them.
@NullMarked
package dev.spendlight.prompt;

import org.jspecify.annotations.NullMarked;
