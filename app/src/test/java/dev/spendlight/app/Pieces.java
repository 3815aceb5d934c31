package dev.spendlight.app;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// By which a text is known again: all runs of so many characters, and of so many words. Case, and
/// what stands between words, does not count.
record Pieces(Set<String> characters, Set<String> words) {
  /// A name is shortened to as many.
  private static final int CHARACTERS = 24;

  private static final int WORDS = 6;

  /// A text of fewer could be there by chance.
  private static final int LEAST = 10;

  static Pieces of(String text) {
    String plain = plain(text);
    Set<String> characters = new HashSet<>();
    for (int i = 0; i + CHARACTERS <= plain.length(); i++) {
      characters.add(plain.substring(i, i + CHARACTERS));
    }
    List<String> all = Arrays.asList(plain.split(" "));
    Set<String> words = new HashSet<>();
    for (int i = 0; i + WORDS <= all.size(); i++) {
      words.add(String.join(" ", all.subList(i, i + WORDS)));
    }
    return new Pieces(characters, words);
  }

  /// Whether it is long enough to be told from chance.
  static boolean isTelling(String text) {
    return plain(text).length() >= LEAST;
  }

  /// What another text has of this one; a short text counts as a whole.
  Set<String> of(String other, String whole) {
    Pieces found = of(other);
    Set<String> common = new HashSet<>(found.characters);
    common.retainAll(characters);
    Set<String> commonWords = new HashSet<>(found.words);
    commonWords.retainAll(words);
    common.addAll(commonWords);
    if (isTelling(other) && whole.contains(plain(other))) {
      common.add(plain(other));
    }
    return common;
  }

  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{C}]+", " ").strip();
  }
}
