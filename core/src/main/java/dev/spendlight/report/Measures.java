package dev.spendlight.report;

import java.util.Arrays;

/// One row's sums, one long a [Measure]; 0 where the file has a blank or no such column.
///
/// Which columns a file carries at all is said once a file, in [FileFacts#carried()].
public final class Measures {
  /// Nothing happened.
  public static final Measures ZERO = new Measures(new long[Measure.values().length]);

  private final long[] values;

  private Measures(long[] values) {
    this.values = values;
  }

  /// @param values one a [Measure] in its order; copied
  public static Measures of(long[] values) {
    if (values.length != ZERO.values.length) {
      throw new IllegalArgumentException(
          "A row has %d measures, not %d.".formatted(ZERO.values.length, values.length));
    }
    return new Measures(values.clone());
  }

  public long get(Measure measure) {
    return values[measure.ordinal()];
  }

  /// A copy with one value replaced.
  public Measures with(Measure measure, long value) {
    long[] copy = values.clone();
    copy[measure.ordinal()] = value;
    return new Measures(copy);
  }

  /// @throws ArithmeticException when a sum leaves the range of a long
  public Measures plus(Measures other) {
    long[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(sum[i], other.values[i]);
    }
    return new Measures(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Measures that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
