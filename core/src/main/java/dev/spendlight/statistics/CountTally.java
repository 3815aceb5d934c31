package dev.spendlight.statistics;

import java.util.Arrays;

/// How many units of a group have which counts. Used again for group after group.
final class CountTally {
  private int[] units = new int[0];
  private int[] seen = new int[0];
  private int distinct;

  /// Makes room for places below this.
  void prepare(int places) {
    if (places > units.length) {
      units = Arrays.copyOf(units, places);
      seen = Arrays.copyOf(seen, places);
    }
  }

  void add(int place) {
    if (units[place]++ == 0) {
      seen[distinct++] = place;
    }
  }

  /// The log likelihoods of all units added. Empties this.
  double[] takeLikelihood(CountLikelihoods counts) {
    double[] sums = new double[DispersionGrid.CELLS];
    for (int i = 0; i < distinct; i++) {
      counts.add(sums, seen[i], units[seen[i]]);
      units[seen[i]] = 0;
    }
    distinct = 0;
    return sums;
  }
}
