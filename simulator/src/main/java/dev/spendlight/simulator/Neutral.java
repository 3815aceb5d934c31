package dev.spendlight.simulator;

import dev.spendlight.account.Entity;
import java.util.List;
import java.util.Optional;

/// Something that is neither right nor wrong when it is found: true, and yet not planted, or too
/// small, or the same trouble by another name.
///
/// @param kind which findings of it; any when empty
/// @param targetIds every target it covers
/// @param why in a few words
record Neutral(Optional<String> kind, Entity entity, List<String> targetIds, String why) {
  Neutral {
    targetIds = List.copyOf(targetIds);
  }
}
