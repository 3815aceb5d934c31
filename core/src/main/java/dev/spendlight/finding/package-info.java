/// Findings: what is wrong or remarkable in an account beyond chance, what it costs, and what to
/// do.
///
/// In: an `AccountView` and its rows. Out: [Findings], most important first, with what was tested
/// and found normal. Each [Detector] is one class and tests one kind of thing; to add one,
/// implement it and list it in [Detectors#standard()]. Nothing here words an answer. Uses
/// `statistics`, `summary` and what stands before them.
@NullMarked
package dev.spendlight.finding;

import org.jspecify.annotations.NullMarked;
