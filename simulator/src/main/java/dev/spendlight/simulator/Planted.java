package dev.spendlight.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An incident at its place.
///
/// @param targets indices of the targets it covers
record Planted(
    Incident incident,
    Optional<LocalDate> onset,
    Place place,
    List<Integer> targets,
    List<Effect> effects) {

  Planted {
    targets = List.copyOf(targets);
    effects = List.copyOf(effects);
  }

  boolean active(LocalDate day) {
    return onset.isEmpty() || !day.isBefore(onset.get());
  }
}
