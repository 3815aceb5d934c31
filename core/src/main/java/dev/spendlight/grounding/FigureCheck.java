package dev.spendlight.grounding;

import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Mark;
import java.util.function.Consumer;

/// Figures come from facts alone: no number words, no units or multiples beside a fact, no signs.
final class FigureCheck implements Check {

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    passage
        .placesOf(Sense.NUMBER)
        .forEach(place ->
            faults.accept(
                "“%s” is a number in words: every figure, with its unit, is a placeholder of a fact."
                    .formatted(passage.term(place).orElseThrow().text())));
    passage
        .places()
        .filter(place -> passage.part(place) instanceof Cited)
        .forEach(place -> beside(passage, place, faults));
  }

  private static void beside(Passage passage, int place, Consumer<String> faults) {
    if (passage.says(place - 1, "negative")
        || (passage.part(place - 1) instanceof Mark(char mark) && (mark == '-' || mark == '–'))) {
      faults.accept("A sign stands before a fact: a fact brings its own.");
    }
    if (passage.part(place + 1) instanceof Cited) {
      faults.accept("Two facts stand side by side: put a word or a comma between them.");
    }
    boolean letter =
        passage.term(place + 1).filter(each -> each.text().length() == 1).isPresent()
            && !passage.says(place + 1, "a");
    if (letter || passage.says(place + 1, "points") || passage.says(place + 1, "pp")) {
      faults.accept("A unit stands after a fact: a fact brings its own.");
    }
  }
}
