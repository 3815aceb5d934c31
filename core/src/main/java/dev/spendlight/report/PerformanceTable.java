package dev.spendlight.report;

import dev.spendlight.metric.DateRange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Sums by key and, if asked for, by day, in columns. Whoever makes it says in which order its rows
/// stand; a store's stand by key ([PerformanceStore#read]).
///
/// The arrays are handed over, not copied: who builds a table keeps no hold on them, who reads it
/// changes nothing. Orders, sales and units are those of the one attribution window that was asked
/// for.
public final class PerformanceTable {
  private final List<RowKey> keys;
  private final int[] keyIndex;
  private final int[] epochDay;
  private final long[] impressions;
  private final long[] clicks;
  private final long[] spendMicros;
  private final long[] salesMicros;
  private final long[] orders;
  private final long[] units;

  /// @param keyIndex for each row the place of its key in `keys`
  /// @param epochDay for each row its day since 1970-01-01; of rows not told apart by day any day
  ///   of theirs
  public PerformanceTable(
      List<RowKey> keys,
      int[] keyIndex,
      int[] epochDay,
      long[] impressions,
      long[] clicks,
      long[] spendMicros,
      long[] salesMicros,
      long[] orders,
      long[] units) {
    this.keys = List.copyOf(keys);
    this.keyIndex = keyIndex;
    this.epochDay = epochDay;
    this.impressions = impressions;
    this.clicks = clicks;
    this.spendMicros = spendMicros;
    this.salesMicros = salesMicros;
    this.orders = orders;
    this.units = units;
  }

  public int rows() {
    return keyIndex.length;
  }

  /// The rows of some days, in the same order. Keys without a row stay.
  public PerformanceTable over(DateRange days) {
    long first = days.from().toEpochDay();
    long last = days.to().toEpochDay();
    int[] rows =
        IntStream.range(0, rows())
            .filter(row -> epochDay[row] >= first && epochDay[row] <= last)
            .toArray();
    return new PerformanceTable(
        keys,
        Arrays.stream(rows).map(row -> keyIndex[row]).toArray(),
        Arrays.stream(rows).map(row -> epochDay[row]).toArray(),
        some(rows, impressions),
        some(rows, clicks),
        some(rows, spendMicros),
        some(rows, salesMicros),
        some(rows, orders),
        some(rows, units));
  }

  private static long[] some(int[] rows, long[] column) {
    return Arrays.stream(rows).mapToLong(row -> column[row]).toArray();
  }

  /// All keys, each once.
  public List<RowKey> keys() {
    return keys;
  }

  public int keyIndex(int row) {
    return keyIndex[row];
  }

  public RowKey key(int row) {
    return keys.get(keyIndex[row]);
  }

  public LocalDate day(int row) {
    return LocalDate.ofEpochDay(epochDay[row]);
  }

  public int epochDay(int row) {
    return epochDay[row];
  }

  public long impressions(int row) {
    return impressions[row];
  }

  public long clicks(int row) {
    return clicks[row];
  }

  public long spendMicros(int row) {
    return spendMicros[row];
  }

  public long salesMicros(int row) {
    return salesMicros[row];
  }

  public long orders(int row) {
    return orders[row];
  }

  public long units(int row) {
    return units[row];
  }
}
