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
import java.util.regex.Pattern;

/// The words that tell brand-like terms from generic ones, learned from what an account's own terms
/// brought: nobody has to say what the brand is called.
///
/// A word counts when terms that hold it convert at least two and a half times as well as terms
/// without it, far beyond chance, in several terms. The clearest is taken, its terms are set aside,
/// and the rest is looked at again: a word that only keeps a brand company then tells nothing.
final class BrandWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
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

  static BrandWords of(List<Term> terms) {
    List<Term> left = new ArrayList<>(terms);
    Set<String> words = new HashSet<>();
    while (words.size() < MOST_WORDS) {
      Optional<String> word = clearest(left);
      if (word.isEmpty()) {
        break;
      }
      words.add(word.get());
      left.removeIf(term -> words(term.text()).contains(word.get()));
    }
    return new BrandWords(words);
  }

  private static final class Sums {
    private double clicks;
    private double orders;
    private int terms;
  }

  private static Optional<String> clearest(List<Term> terms) {
    Map<String, Sums> byWord = new HashMap<>();
    double clicks = 0;
    double orders = 0;
    for (Term term : terms) {
      clicks += term.clicks();
      orders += term.orders();
      for (String word : words(term.text())) {
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
            Comparator.comparingDouble(
                    (Map.Entry<String, Sums> each) -> each.getValue().orders)
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
        && GammaPoisson.upperTail(Math.round(sums.orders), expected, orders, NOISE)
            <= MOST_CHANCE;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(List.of(BETWEEN.split(text.toLowerCase(Locale.ROOT))));
    words.remove("");
    return words;
  }

  TermClass of(String text) {
    return words(text).stream().anyMatch(words::contains)
        ? TermClass.BRAND_LIKE
        : TermClass.GENERIC;
  }
}
