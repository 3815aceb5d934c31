package dev.spendlight.simulator;

import java.util.List;

/// A decoy at its place.
///
/// @param targets indices of the targets it touches
record Staged(Decoy decoy, Place place, List<Integer> targets, List<Effect> effects) {
  Staged {
    targets = List.copyOf(targets);
    effects = List.copyOf(effects);
  }
}
