package dev.spendlight.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The likelihoods of clicks and orders on the grid of [DispersionGrid], each computed when it is
/// first asked for.
///
/// Search terms are many and most have few clicks: the same few counts come up again and again. So
/// a unit is remembered by the place of its counts, one small number.
final class CountLikelihoods {
  private static final int FEW_CLICKS = 60;
  private static final int PLACES_OF_FEW = (FEW_CLICKS + 1) * (FEW_CLICKS + 2) / 2;

  private record Counts(long clicks, long orders) {}

  private final Map<Counts, Integer> placesOfMany = new HashMap<>();
  private final List<Counts> many = new ArrayList<>();
  private final Map<Integer, double[]> cells = new HashMap<>();

  /// @param clicks a whole number, not less than the orders
  int placeOf(double clicks, long orders) {
    if (clicks <= FEW_CLICKS) {
      int few = (int) clicks;
      return few * (few + 1) / 2 + (int) orders;
    }
    return placesOfMany.computeIfAbsent(
        new Counts((long) clicks, orders),
        counts -> {
          many.add(counts);
          return PLACES_OF_FEW + many.size() - 1;
        });
  }

  /// Greater than any place given so far.
  int places() {
    return PLACES_OF_FEW + many.size();
  }

  /// Adds the log likelihoods of so many units of the same counts.
  void add(double[] sums, int place, int units) {
    double[] each = cells.computeIfAbsent(place, this::cells);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += units * each[i];
    }
  }

  private double[] cells(int place) {
    Counts counts = counts(place);
    double[] each = new double[DispersionGrid.CELLS];
    DispersionGrid.add(each, (double) counts.clicks(), counts.orders());
    return each;
  }

  private Counts counts(int place) {
    if (place >= PLACES_OF_FEW) {
      return many.get(place - PLACES_OF_FEW);
    }
    int clicks = (int) ((Math.sqrt(8.0 * place + 1) - 1) / 2);
    return new Counts(clicks, place - clicks * (clicks + 1) / 2);
  }
}
