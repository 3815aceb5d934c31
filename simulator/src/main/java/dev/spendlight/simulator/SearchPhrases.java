package dev.spendlight.simulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What people type when they look for a product.
final class SearchPhrases {
  private static final List<String> BEFORE =
      List.of(
          "best",
          "cheap",
          "small",
          "cute",
          "premium",
          "new",
          "modern",
          "used",
          "amazon",
          "free",
          "big",
          "top rated");
  private static final List<String> AFTER =
      List.of(
          "amazon",
          "on sale",
          "gift",
          "2 pack",
          "near me",
          "reviews",
          "replacement",
          "for women",
          "for men",
          "bulk",
          "kit",
          "diy");

  private final Draws draws;

  SearchPhrases(Draws draws) {
    this.draws = draws;
  }

  /// Keywords that an advertiser would choose, each once; the plain noun first, which everybody
  /// types.
  List<String> keywords(ProductLine line, int count) {
    Set<String> chosen = new LinkedHashSet<>();
    chosen.add(line.noun());
    for (int tries = 0; chosen.size() < count && tries < 20 * count; tries++) {
      String modifier = draws.pick(line.modifiers());
      String use = draws.pick(line.uses());
      chosen.add(
          switch (draws.below(4)) {
            case 0 -> modifier + " " + line.noun();
            case 1 -> line.noun() + " for " + use;
            case 2 -> modifier + " " + line.noun() + " for " + use;
            default -> draws.pick(line.modifiers()) + " " + modifier + " " + line.noun();
          });
    }
    return List.copyOf(chosen);
  }

  /// Brand keywords: the brand, the brand with its products, a slip of the finger.
  List<String> brandKeywords(String brand, ProductLine line, int count) {
    String name = brand.toLowerCase(Locale.ROOT);
    List<String> all = new ArrayList<>();
    all.add(name);
    all.add(name + " " + line.noun());
    all.add(name.replace('-', ' ') + " " + line.code().toLowerCase(Locale.ROOT));
    all.add(name.substring(0, 3) + name.charAt(2) + name.substring(3));
    all.add(name + " " + line.category().toLowerCase(Locale.ROOT));
    all.add(line.noun() + " by " + name);
    return all.subList(0, Math.min(count, all.size()));
  }

  /// Searches that contain the keyword.
  List<String> around(String keyword, int count) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(keyword);
    for (int tries = 0; terms.size() < count && tries < 20 * count; tries++) {
      terms.add(
          switch (draws.below(3)) {
            case 0 -> draws.pick(BEFORE) + " " + keyword;
            case 1 -> keyword + " " + draws.pick(AFTER);
            default -> draws.pick(BEFORE) + " " + keyword + " " + draws.pick(AFTER);
          });
    }
    return List.copyOf(terms);
  }

  /// Searches that an automatic target finds near enough: this product's, those of its neighbours,
  /// the brand.
  List<String> near(List<ProductLine> lines, String brand, int count) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(brand.toLowerCase(Locale.ROOT));
    for (int tries = 0; terms.size() < count && tries < 20 * count; tries++) {
      List<String> keywords = keywords(draws.pick(lines), 4);
      String keyword = draws.pick(keywords);
      terms.add(draws.chance(0.5) ? keyword : draws.pick(around(keyword, 3)));
    }
    List<String> ordered = new ArrayList<>(terms);
    // The brand is searched, but not most.
    ordered.add(ordered.size() / 2, ordered.removeFirst());
    return ordered;
  }
}
