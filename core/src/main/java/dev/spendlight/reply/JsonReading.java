package dev.spendlight.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// What became of a text that should hold one JSON value.
public sealed interface JsonReading {

  /// @param value numbers are exact: integers as such, others as decimals with the digits written
  /// @param repairs in the order of [Repair]; empty for JSON as the standard has it
  record Read(JsonNode value, Set<Repair> repairs) implements JsonReading {}

  /// @param reason one sentence that says what is wrong and what would be right; it quotes nothing
  /// @param offset where, in characters of the text from 0
  record Rejected(String reason, int offset) implements JsonReading {}
}
