package dev.spendlight.grounding;

import java.util.ArrayList;
import java.util.List;

/// What a draft's text may be made of: plain English letters, usual punctuation and placeholders.
/// So nothing in it can look like something else: no markup, no links, no other scripts, no control
/// characters.
final class Alphabet {
  /// Characters; the longest that the rules analyst writes has fewer than 300.
  private static final int MOST_CHARACTERS = 800;

  private static final String MARKS = " .,;:'’-–—()!?/";

  private Alphabet() {}

  /// Whether the text is short enough to look at.
  static boolean isReadable(String text) {
    return text.length() <= MOST_CHARACTERS;
  }

  static String tooLong() {
    return "It is too long: a text has at most %d characters.".formatted(MOST_CHARACTERS);
  }

  static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    if (text.isBlank()) {
      faults.add("It is empty.");
    }
    String free = Placeholders.without(text);
    if (free.codePoints().anyMatch(Character::isDigit)) {
      faults.add("It has a figure that is no fact: every figure is a placeholder such as {f1}.");
    }
    if (free.contains("{") || free.contains("}")) {
      faults.add("It has a brace that is no placeholder of a fact or a thing.");
    }
    if (!free.codePoints().allMatch(Alphabet::isAllowed)) {
      faults.add(
          "It has a character that is no English letter and no usual punctuation: write plain text"
              + " without symbols, quotation marks, markup and line breaks.");
    }
    if (isLink(free)) {
      faults.add("It has something like a link: write plain sentences.");
    }
    return faults;
  }

  /// Digits and braces have faults of their own.
  private static boolean isAllowed(int character) {
    return isLetter(character)
        || MARKS.indexOf(character) >= 0
        || character == '{'
        || character == '}'
        || Character.isDigit(character);
  }

  static boolean isLetter(int character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  /// A full stop right before a letter, unless in an abbreviation such as `e.g.`, or two slashes.
  private static boolean isLink(String text) {
    if (text.contains("//")) {
      return true;
    }
    for (int i = 1; i + 1 < text.length(); i++) {
      boolean abbreviation = i < 2 || !isLetter(text.charAt(i - 2));
      if (text.charAt(i) == '.' && isLetter(text.charAt(i + 1)) && !abbreviation) {
        return true;
      }
    }
    return false;
  }
}
