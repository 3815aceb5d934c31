/// The command line of the evaluation, and how it prints.
///
/// Start with [ScoreCommand]. Uses all of the above.
@NullMarked
package dev.spendlight.evaluation.command;

import org.jspecify.annotations.NullMarked;
