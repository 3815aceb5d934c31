package dev.spendlight.storage;

import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.RowKey;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/// Rows of a result, added up by key and day.
///
/// Where nearly every row is a group of its own, a hash table of integers does this in a third of
/// the engine's time.
final class Sums {
  private static final int VALUES = 6;
  private static final int FIRST_CAPACITY = 1 << 12;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int EMPTY = 0;

  private final GrowingInts keys = new GrowingInts();
  private final GrowingInts days = new GrowingInts();
  private final GrowingLongs[] values = new GrowingLongs[VALUES];

  /// Of each slot the place of its row, counted from 1. At most half of the slots are taken.
  private int[] slots = new int[FIRST_CAPACITY];

  Sums() {
    for (int i = 0; i < VALUES; i++) {
      values[i] = new GrowingLongs();
    }
  }

  /// @param chunk key, day and six values in each row
  /// @throws ArithmeticException when a sum leaves the range of a long
  void add(DuckDBDataChunkReader chunk) {
    int rows = Math.toIntExact(chunk.rowCount());
    int before = keys.size();
    int[] places = places(chunk, rows);
    for (int i = 0; i < VALUES; i++) {
      DuckDBReadableVector vector = chunk.vector(2 + i);
      GrowingLongs column = values[i];
      int known = before;
      for (int row = 0; row < rows; row++) {
        long value = vector.getLong(row);
        if (places[row] == known) {
          column.append(value);
          known++;
        } else {
          column.addTo(places[row], value);
        }
      }
    }
  }

  /// Where the rows of a chunk belong; new groups get the next places in the order of their rows.
  private int[] places(DuckDBDataChunkReader chunk, int rows) {
    DuckDBReadableVector keyColumn = chunk.vector(0);
    DuckDBReadableVector dayColumn = chunk.vector(1);
    int[] places = new int[rows];
    for (int row = 0; row < rows; row++) {
      places[row] = placeOf(keyColumn.getInt(row), dayColumn.getInt(row));
    }
    return places;
  }

  private int placeOf(int key, int day) {
    int slot = slot(key, day);
    if (slots[slot] != EMPTY) {
      return slots[slot] - 1;
    }
    keys.append(key);
    days.append(day);
    slots[slot] = keys.size();
    if (2 * keys.size() > slots.length) {
      grow();
    }
    return keys.size() - 1;
  }

  private int slot(int key, int day) {
    long hash = (((long) key << Integer.SIZE) ^ day) * SPREAD;
    int mask = slots.length - 1;
    int slot = (int) (hash >>> Integer.SIZE) & mask;
    while (slots[slot] != EMPTY
        && (keys.get(slots[slot] - 1) != key || days.get(slots[slot] - 1) != day)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int place = 0; place < keys.size(); place++) {
      slots[slot(keys.get(place), days.get(place))] = place + 1;
    }
  }

  /// The numbers of the keys, row by row. To be taken before the table, which needs places instead.
  int[] takeKeys() {
    slots = new int[0];
    return keys.take();
  }

  /// Rows by key, those of one key by day.
  ///
  /// @param keyIndex of each row
  PerformanceTable takeTable(List<RowKey> rowKeys, int[] keyIndex) {
    int[] epochDay = days.take();
    int[] rows = RowOrder.of(keyIndex, epochDay);
    return new PerformanceTable(
        rowKeys,
        inOrder(rows, keyIndex),
        inOrder(rows, epochDay),
        values[0].take(rows),
        values[1].take(rows),
        values[2].take(rows),
        values[3].take(rows),
        values[4].take(rows),
        values[5].take(rows));
  }

  private static int[] inOrder(int[] rows, int[] column) {
    int[] ordered = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ordered[i] = column[rows[i]];
    }
    return ordered;
  }
}
