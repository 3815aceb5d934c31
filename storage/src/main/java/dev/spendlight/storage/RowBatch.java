package dev.spendlight.storage;

import java.time.LocalDate;
import java.util.Arrays;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/// Rows on their way into the engine, column by column. One thread fills it.
final class RowBatch {
  private final int[][] ints;
  private final long[][] longs;
  private final String[][] strings;
  private final long[] bits;
  private final int capacity;
  private int rows;

  /// Columns stand in this order: whole numbers, large whole numbers, strings.
  RowBatch(int capacity, int intColumns, int longColumns, int stringColumns) {
    this.capacity = capacity;
    this.ints = new int[intColumns][capacity];
    this.longs = new long[longColumns][capacity];
    this.strings = new String[stringColumns][capacity];
    this.bits = new long[longColumns];
  }

  /// A batch that holds these numbers.
  static RowBatch of(int[] values) {
    RowBatch batch = new RowBatch(values.length, 1, 0, 0);
    System.arraycopy(values, 0, batch.ints[0], 0, values.length);
    batch.rows = values.length;
    return batch;
  }

  int rows() {
    return rows;
  }

  boolean isFull() {
    return rows == capacity;
  }

  /// Forgets all rows.
  void clear() {
    rows = 0;
    Arrays.fill(bits, 0);
  }

  /// Whether a column of large whole numbers holds nothing but zeros, as most measures of most
  /// files do.
  boolean isZero(int longColumn) {
    return bits[longColumn] == 0;
  }

  /// The next row takes these; ends with [#endRow].
  void setInt(int column, int value) {
    ints[column][rows] = value;
  }

  void setDay(int column, LocalDate day) {
    ints[column][rows] = Math.toIntExact(day.toEpochDay());
  }

  void setLong(int column, long value) {
    longs[column][rows] = value;
    bits[column] |= value;
  }

  void setString(int column, String value) {
    strings[column][rows] = value;
  }

  void endRow() {
    rows++;
  }

  int columns() {
    return ints.length + longs.length + strings.length;
  }

  DuckDBColumnType type(int column) {
    if (column < ints.length) {
      return DuckDBColumnType.INTEGER;
    }
    return column < ints.length + longs.length ? DuckDBColumnType.BIGINT : DuckDBColumnType.VARCHAR;
  }

  void copy(int column, int from, int count, DuckDBWritableVector into) {
    switch (type(column)) {
      case INTEGER -> {
        int[] values = ints[column];
        for (int i = 0; i < count; i++) {
          into.setInt(i, values[from + i]);
        }
      }
      case BIGINT -> {
        long[] values = longs[column - ints.length];
        for (int i = 0; i < count; i++) {
          into.setLong(i, values[from + i]);
        }
      }
      default -> {
        String[] values = strings[column - ints.length - longs.length];
        into.setStrings(0, Arrays.copyOfRange(values, from, from + count));
      }
    }
  }
}
