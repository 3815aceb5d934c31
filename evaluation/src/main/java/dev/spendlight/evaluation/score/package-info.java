/// Claims against truth: which claim is right, and how good all of them are together.
///
/// Start with [Matching], then [MethodScore]. Pure functions; uses `truth` and core.
@NullMarked
package dev.spendlight.evaluation.score;

import org.jspecify.annotations.NullMarked;
