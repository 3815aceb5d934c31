/// What is really the matter with an account, as its generator wrote it into `account.json`.
///
/// Start with [AccountFolder]. Uses core only.
@NullMarked
package dev.spendlight.evaluation.truth;

import org.jspecify.annotations.NullMarked;
