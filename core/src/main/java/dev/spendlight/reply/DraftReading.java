package dev.spendlight.reply;

import dev.spendlight.analysis.AnalysisDraft;
import java.util.List;
import java.util.Set;

/// What became of a reply that should hold a draft.
public sealed interface DraftReading {

  /// @param draft keeps to the schema; whether it is true is for `grounding` to say
  /// @param repairs in the order of [Repair]; empty for a reply that is the plain JSON
  record Read(AnalysisDraft draft, Set<Repair> repairs) implements DraftReading {}

  /// @param breaches 1 to 20
  record Rejected(List<Breach> breaches) implements DraftReading {}

  /// One thing in a reply that cannot stand. It quotes nothing of the reply but names of fields.
  ///
  /// @param where for example `key_insights[1]`; `reply` for all of it
  /// @param reason one sentence or two that say what is wrong and what would be right
  record Breach(String where, String reason) {}
}
