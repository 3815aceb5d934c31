package dev.spendlight.grounding;

import java.util.function.Consumer;

/// Nothing is promised; what could be won is said to be possible.
final class CertaintyCheck implements Check {

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    passage
        .placesOf(Sense.CERTAIN)
        .forEach(place ->
            faults.accept(
                "“%s” promises something: say that it could be, or leave it out."
                    .formatted(passage.term(place).orElseThrow().text())));
    passage
        .placesOf(Sense.GAIN)
        .filter(place -> !passage.clauseMeans(place, Sense.HEDGE))
        .forEach(place ->
            faults.accept(
                "“%s” is said as if it were sure: say “could”, for it is an estimate."
                    .formatted(passage.term(place).orElseThrow().text())));
  }
}
