package dev.spendlight.grounding;

/// One thing in a draft that cannot stand.
///
/// @param where for example `key_insights[1]`
/// @param reason one sentence that says what is wrong and what would be right
public record Violation(String where, String reason) {}
