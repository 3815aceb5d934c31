package dev.spendlight.simulator;

import java.util.HashSet;
import java.util.Set;

/// Ids that look like the platform's and come once only. They tell nothing.
final class Ids {
  private static final String ASIN_LETTERS = "0123456789BCDFGHJKLMNPQRSTVWXYZ";
  private static final int ASIN_RANDOM_PART = 8;
  private static final long LOWEST = 100_000_000_000_000_000L;
  private static final long HIGHEST = 600_000_000_000_000_000L;

  private final Draws draws;
  private final Set<String> given = new HashSet<>();

  Ids(Draws draws) {
    this.draws = draws;
  }

  /// Of a campaign, ad group, target or ad: 18 digits, more than a double holds.
  String number() {
    while (true) {
      String id = Long.toString(draws.between(LOWEST, HIGHEST));
      if (given.add(id)) {
        return id;
      }
    }
  }

  String asin() {
    while (true) {
      StringBuilder asin = new StringBuilder("B0");
      for (int i = 0; i < ASIN_RANDOM_PART; i++) {
        asin.append(ASIN_LETTERS.charAt(draws.below(ASIN_LETTERS.length())));
      }
      if (given.add(asin.toString())) {
        return asin.toString();
      }
    }
  }
}
