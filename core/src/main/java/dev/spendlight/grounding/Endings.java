package dev.spendlight.grounding;

import java.util.List;
import java.util.Set;

/// What an unlisted word claims by its ending alone: `hungriest` is the first of a set, `fivefold`
/// a multiple, `seventyish` a number.
final class Endings {
  /// Words that end so and claim nothing.
  private static final Set<String> NO_SUPERLATIVES =
      Set.of(
          "interest",
          "request",
          "suggest",
          "invest",
          "reinvest",
          "test",
          "retest",
          "rest",
          "west",
          "forest",
          "contest",
          "protest",
          "honest",
          "modest",
          "manifest",
          "digest",
          "guest",
          "harvest",
          "quest",
          "chest",
          "nest",
          "vest",
          "attest",
          "arrest",
          "earnest",
          "detest");

  private static final List<String> NUMBER_STARTS =
      List.of(
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "thousand",
          "million");

  private Endings() {}

  /// @param word in lower case, without a meaning in the lexicon
  static Set<Meaning> meanings(String word) {
    if (word.endsWith("fold") && word.length() > 5) {
      return Set.of(Sense.NUMBER);
    }
    for (String start : NUMBER_STARTS) {
      if (word.startsWith(start)) {
        return Set.of(Sense.NUMBER);
      }
    }
    boolean superlative =
        word.endsWith("est") && word.length() > 4 && !NO_SUPERLATIVES.contains(word);
    return superlative ? Set.of(Sense.SUPERLATIVE) : Set.of();
  }
}
