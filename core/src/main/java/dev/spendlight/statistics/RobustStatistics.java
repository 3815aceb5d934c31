package dev.spendlight.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Middle and spread that up to half of the values cannot spoil.
///
/// Example: 100, 104, 97, 101, 99, 103, 60: median 100, MAD 3, and 60 has a robust z of -8.993.
///
/// Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.
public final class RobustStatistics {
  /// Makes the MAD of normal values their standard deviation: 1 over the normal distribution's
  /// upper quartile.
  private static final double NORMAL = 1.4826;

  private RobustStatistics() {}

  /// The middle value, or the mean of the two in the middle. The values may come in any order and
  /// are left as they are.
  ///
  /// @throws IllegalArgumentException without values, or when one is not a number
  public static double median(double... values) {
    return middle(checked(values));
  }

  /// The median absolute deviation from the median, not scaled.
  ///
  /// @throws IllegalArgumentException without values, or when one is not a number
  public static double mad(double... values) {
    return mad(median(values), values);
  }

  private static double mad(double median, double[] values) {
    double[] deviations = values.clone();
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = Math.abs(deviations[i] - median);
    }
    return middle(checked(deviations));
  }

  /// How many robust standard deviations `x` lies from the middle of `values`: `(x - median) /
  /// (1.4826 MAD)`. Empty when the MAD is 0: more than half of the values are the same, and there
  /// is no scale to judge by.
  ///
  /// @throws IllegalArgumentException without values, or when one is not a number
  public static OptionalDouble z(double x, double... values) {
    double median = median(values);
    double mad = mad(median, values);
    return mad == 0 ? OptionalDouble.empty() : OptionalDouble.of((x - median) / (NORMAL * mad));
  }

  private static double[] checked(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("A median needs at least one value.");
    }
    for (double value : values) {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException(
            "A median needs numbers, not " + Arrays.toString(values) + ".");
      }
    }
    return values.clone();
  }

  private static double middle(double[] scratch) {
    int high = scratch.length / 2;
    select(scratch, high);
    if (scratch.length % 2 == 1) {
      return scratch[high];
    }
    double below = scratch[0];
    for (int i = 1; i < high; i++) {
      below = Math.max(below, scratch[i]);
    }
    return 0.5 * below + 0.5 * scratch[high];
  }

  /// Moves the value of rank `k` to place `k`, smaller ones before it (Hoare's selection; sorts
  /// what is left when it is little, or when pivots were unlucky too often).
  private static void select(double[] a, int k) {
    int from = 0;
    int to = a.length - 1;
    int luck = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(a.length));
    while (to - from > 32 && luck-- > 0) {
      double pivot = middleOf(a[from], a[(from + to) >>> 1], a[to]);
      int i = from;
      int j = to;
      while (i <= j) {
        while (a[i] < pivot) {
          i++;
        }
        while (a[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = a[i];
          a[i++] = a[j];
          a[j--] = swap;
        }
      }
      if (k <= j) {
        to = j;
      } else if (k >= i) {
        from = i;
      } else {
        return;
      }
    }
    Arrays.sort(a, from, to + 1);
  }

  private static double middleOf(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
