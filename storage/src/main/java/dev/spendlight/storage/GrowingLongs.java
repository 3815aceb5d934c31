package dev.spendlight.storage;

import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBReadableVector;

/// A column of a result while it arrives, kept in the chunks it came in until its length is known.
final class GrowingLongs {
  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  void add(DuckDBReadableVector vector, long rows) {
    long[] chunk = new long[Math.toIntExact(rows)];
    for (int i = 0; i < chunk.length; i++) {
      chunk[i] = vector.getLong(i);
    }
    chunks.add(chunk);
    size = Math.addExact(size, chunk.length);
  }

  /// All values. Empties this, so that a column is held twice for a moment only.
  long[] toArray() {
    long[] all = new long[size];
    int next = 0;
    for (long[] chunk : chunks) {
      System.arraycopy(chunk, 0, all, next, chunk.length);
      next += chunk.length;
    }
    chunks.clear();
    size = 0;
    return all;
  }
}
