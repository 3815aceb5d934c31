package dev.spendlight.grounding;

import java.util.List;

/// Words that are two: `doesn't` is `does not`, `it'll` is `it will`. Possessives lose their
/// ending.
final class Contractions {
  private Contractions() {}

  /// @param word in lower case, with a straight apostrophe
  static List<String> apart(String word) {
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      return word.equals("cannot") ? List.of("can", "not") : List.of(word);
    }
    return switch (word) {
      case "won't" -> List.of("will", "not");
      case "can't" -> List.of("can", "not");
      default -> {
        String first = word.substring(0, apostrophe);
        yield switch (word.substring(apostrophe + 1)) {
          case "t" -> List.of(first.substring(0, first.length() - 1), "not");
          case "ll" -> List.of(first, "will");
          default -> List.of(first);
        };
      }
    };
  }
}
