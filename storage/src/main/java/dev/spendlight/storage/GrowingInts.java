package dev.spendlight.storage;

import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBReadableVector;

/// A column of a result while it arrives, kept in the chunks it came in until its length is known.
final class GrowingInts {
  private final List<int[]> chunks = new ArrayList<>();
  private int size;

  void add(DuckDBReadableVector vector, long rows) {
    int[] chunk = new int[Math.toIntExact(rows)];
    for (int i = 0; i < chunk.length; i++) {
      chunk[i] = vector.getInt(i);
    }
    chunks.add(chunk);
    size = Math.addExact(size, chunk.length);
  }

  /// All values. Empties this, so that a column is held twice for a moment only.
  int[] toArray() {
    int[] all = new int[size];
    int next = 0;
    for (int[] chunk : chunks) {
      System.arraycopy(chunk, 0, all, next, chunk.length);
      next += chunk.length;
    }
    chunks.clear();
    size = 0;
    return all;
  }
}
