package dev.spendlight.finding;

import dev.spendlight.statistics.GammaPoisson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words that tell brand-like terms from generic ones, learned from what an account's own terms
/// brought: nobody has to say what the brand is called.
///
/// A word counts when terms that hold it convert at least two and a half times as well as terms
/// without it, far beyond chance, in several terms. The clearest is taken, its terms are set aside,
/// and the rest is looked at again: a word that only keeps a brand company then tells nothing.
public final class BrandWords {
  private static final double TIMES = 2.5;
  private static final double LEAST_ORDERS = 12;
  private static final int LEAST_TERMS = 2;
  private static final double MOST_CHANCE = 1e-4;

  /// Terms differ beyond chance anyway.
  private static final double NOISE = 0.25;

  private static final int MOST_WORDS = 8;

  private final Set<String> words;

  private BrandWords(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /// A keyword or search term with what it brought.
  record Term(String text, double clicks, double orders) {}

  /// No word tells anything.
  static BrandWords none() {
    return new BrandWords(Set.of());
  }

  private record Worded(Term term, Set<String> words) {}

  static BrandWords of(List<Term> terms) {
    List<Worded> left = new ArrayList<>();
    terms.forEach(term -> left.add(new Worded(term, words(term.text()))));
    Set<String> words = new HashSet<>();
    while (words.size() < MOST_WORDS) {
      Optional<String> word = clearest(left);
      if (word.isEmpty()) {
        break;
      }
      words.add(word.get());
      left.removeIf(each -> each.words().contains(word.get()));
    }
    return new BrandWords(words);
  }

  private static final class Sums {
    private double clicks;
    private double orders;
    private int terms;
  }

  private static Optional<String> clearest(List<Worded> terms) {
    Map<String, Sums> byWord = new HashMap<>();
    double clicks = 0;
    double orders = 0;
    for (Worded each : terms) {
      Term term = each.term();
      clicks += term.clicks();
      orders += term.orders();
      for (String word : each.words()) {
        Sums sums = byWord.computeIfAbsent(word, fresh -> new Sums());
        sums.clicks += term.clicks();
        sums.orders += term.orders();
        sums.terms++;
      }
    }
    double allClicks = clicks;
    double allOrders = orders;
    return byWord.entrySet().stream()
        .filter(each -> isBrandLike(each.getValue(), allClicks, allOrders))
        .max(
            Comparator.comparingDouble((Map.Entry<String, Sums> each) -> each.getValue().orders)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  private static boolean isBrandLike(Sums sums, double allClicks, double allOrders) {
    double clicks = allClicks - sums.clicks;
    double orders = allOrders - sums.orders;
    if (sums.orders < LEAST_ORDERS || sums.terms < LEAST_TERMS || clicks <= 0 || orders < 1) {
      return false;
    }
    double expected = sums.clicks * orders / clicks;
    return sums.orders >= TIMES * expected
        && GammaPoisson.upperTail(Math.round(sums.orders), expected, orders, NOISE) <= MOST_CHANCE;
  }

  /// Runs of letters and numbers, in small letters.
  private static Set<String> words(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>();
    int start = 0;
    int next;
    for (int at = 0; at < small.length(); at = next) {
      int character = small.codePointAt(at);
      next = at + Character.charCount(character);
      if (!isOfWord(character)) {
        if (start < at) {
          words.add(small.substring(start, at));
        }
        start = next;
      }
    }
    if (start < small.length()) {
      words.add(small.substring(start));
    }
    return words;
  }

  private static boolean isOfWord(int character) {
    return Character.isLetter(character)
        || switch (Character.getType(character)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  public TermClass of(String text) {
    return !words.isEmpty() && words(text).stream().anyMatch(words::contains)
        ? TermClass.BRAND_LIKE
        : TermClass.GENERIC;
  }
}
