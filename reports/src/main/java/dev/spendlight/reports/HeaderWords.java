package dev.spendlight.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A column's header taken apart: runs of letters and runs of digits in lower case, and the
/// currency sign that it shows in brackets. `14 Day Total Sales (₹)` is 14, day, total, sales, and
/// ₹.
record HeaderWords(List<String> words, Optional<String> currencySign) {

  /// Stands for the days of an attribution window in a pattern.
  static final String NUMBER = "N";

  /// Stands for any words or none in a pattern.
  static final String ANY = "*";

  static HeaderWords of(String header) {
    Optional<String> sign = CurrencySign.inBrackets(header);
    String rest = sign.map(s -> header.replace("(" + s + ")", " ")).orElse(header);
    return new HeaderWords(split(rest.toLowerCase(Locale.ROOT)), sign);
  }

  /// A pattern of a header table: the same, but `N` and `*` stay what they are.
  static List<String> pattern(String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.strip().split("\\s+", -1)) {
      if (part.equals(NUMBER) || part.equals(ANY)) {
        words.add(part);
      } else {
        words.addAll(split(part.toLowerCase(Locale.ROOT)));
      }
    }
    return List.copyOf(words);
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int begin = 0;
    int kind = 0;
    for (int i = 0; i <= text.length(); i++) {
      int next = i == text.length() ? 0 : kind(text.charAt(i));
      if (next != kind) {
        if (kind != 0) {
          words.add(text.substring(begin, i));
        }
        begin = i;
        kind = next;
      }
    }
    return List.copyOf(words);
  }

  private static int kind(char c) {
    if (Character.isDigit(c)) {
      return 2;
    }
    return Character.isLetter(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
        ? 1
        : 0;
  }

  boolean fits(List<String> pattern) {
    return fits(pattern, 0, 0);
  }

  private boolean fits(List<String> pattern, int p, int w) {
    if (p == pattern.size()) {
      return w == words.size();
    }
    String wanted = pattern.get(p);
    if (wanted.equals(ANY)) {
      return fits(pattern, p + 1, w) || (w < words.size() && fits(pattern, p, w + 1));
    }
    if (w == words.size()) {
      return false;
    }
    String word = words.get(w);
    boolean same = wanted.equals(NUMBER) ? Character.isDigit(word.charAt(0)) : wanted.equals(word);
    return same && fits(pattern, p + 1, w + 1);
  }

  /// The first number among the words, which in a header is the attribution window.
  Optional<Integer> number() {
    return words.stream()
        .filter(word -> Character.isDigit(word.charAt(0)) && word.length() <= 3)
        .map(Integer::valueOf)
        .findFirst();
  }

  String joined() {
    return String.join(" ", words);
  }
}
