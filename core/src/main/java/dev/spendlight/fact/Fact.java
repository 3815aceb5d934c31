package dev.spendlight.fact;

import dev.spendlight.metric.Figure;
import java.util.Optional;

/// A figure that an answer may cite.
///
/// @param id `f1`, `f2` ... in the order of the sheet
/// @param finding the id of the finding it belongs to; empty for facts of the account as a whole
public record Fact(String id, Figure figure, Optional<String> finding) {}
