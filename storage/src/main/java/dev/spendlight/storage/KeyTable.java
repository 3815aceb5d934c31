package dev.spendlight.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/// The numbers of one level's keys: those that the account has, and those that an import adds.
///
/// Only hashes are held in memory, never the strings.
final class KeyTable implements AutoCloseable {
  private static final int BATCH = 8192;

  private final KeyLevel level;
  private final DuckDBConnection connection;
  private final RowSource rows;
  private final HashIndex index = new HashIndex();
  private final RowBatch added;
  private final MessageDigest digest = sha256();
  private int last;

  KeyTable(KeyLevel level, DuckDBConnection connection, RowSource rows) throws SQLException {
    this.level = level;
    this.connection = connection;
    this.rows = rows;
    this.added = new RowBatch(BATCH, 2, 2, level.columns().size());
    try {
      load();
    } catch (SQLException e) {
      index.close();
      throw e;
    }
  }

  /// The highest number given so far.
  int last() {
    return last;
  }

  /// The number of a key, a new one if need be.
  int numberOf(int parent, String[] strings) throws SQLException {
    ByteBuffer hash = ByteBuffer.wrap(hash(parent, strings));
    long high = hash.getLong();
    long low = hash.getLong();
    int number = index.get(high, low);
    if (number == HashIndex.ABSENT) {
      number = ++last;
      index.put(high, low, number);
      add(number, high, low, parent, strings);
    }
    return number;
  }

  private void add(int number, long high, long low, int parent, String[] strings)
      throws SQLException {
    added.setInt(0, number);
    added.setInt(1, parent);
    added.setLong(0, high);
    added.setLong(1, low);
    for (int i = 0; i < strings.length; i++) {
      added.setString(i, strings[i]);
    }
    added.endRow();
    if (added.isFull()) {
      flush();
    }
  }

  /// Writes the keys that are new.
  void flush() throws SQLException {
    String strings =
        IntStream.range(0, level.columns().size())
            .mapToObj(i -> "c" + (4 + i))
            .collect(Collectors.joining(", "));
    rows.insert(
        connection,
        "INSERT INTO %s SELECT c0, c2, c3, c1, %s FROM spendlight_rows(?)"
            .formatted(level.table(), strings),
        added);
  }

  private byte[] hash(int parent, String[] strings) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(parent).array());
    for (String each : strings) {
      byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return digest.digest();
  }

  private void load() throws SQLException {
    try (DuckDBPreparedStatement select =
            connection.prepare("SELECT id, hash_high, hash_low FROM " + level.table());
        DuckDBChunkedResult result = select.query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        for (long row = 0; row < chunk.rowCount(); row++) {
          int number = chunk.vector(0).getInt(row);
          index.put(chunk.vector(1).getLong(row), chunk.vector(2).getLong(row), number);
          last = Math.max(last, number);
        }
      }
    }
  }

  @Override
  public void close() {
    index.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
