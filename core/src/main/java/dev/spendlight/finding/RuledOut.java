package dev.spendlight.finding;

import dev.spendlight.metric.Figure;
import java.util.Optional;

/// Something that was tested and is normal.
///
/// @param tested how many things were tested
/// @param text one sentence
/// @param share of the spend that looked bad and is no more than chance, where that is what was
///   found
public record RuledOut(FindingKind kind, int tested, String text, Optional<Figure> share) {}
