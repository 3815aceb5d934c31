package dev.spendlight.storage;

import dev.spendlight.report.Detail;
import dev.spendlight.report.RowKey;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The numbers of an account's keys during an import.
///
/// Keys that came shortly before are found again by comparing them; only others are hashed, level
/// by level.
final class KeyDictionary implements AutoCloseable {
  private final Map<KeyLevel, KeyTable> tables = new EnumMap<>(KeyLevel.class);
  private final Recent subjects = new Recent(1 << 14);
  private final Recent targets = new Recent(1 << 12);

  /// Reads what the account has.
  KeyDictionary(DuckDBConnection connection, RowSource rows) throws SQLException {
    try {
      for (KeyLevel level : KeyLevel.values()) {
        tables.put(level, new KeyTable(level, connection, rows));
      }
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  /// The number of the whole key.
  int numberOf(RowKey key) throws SQLException {
    int known = subjects.get(key);
    if (known != HashIndex.ABSENT) {
      return known;
    }
    int number = table(KeyLevel.SUBJECT).numberOf(targetOf(key), KeyLevel.SUBJECT.strings(key));
    subjects.put(key, number);
    return number;
  }

  private int targetOf(RowKey key) throws SQLException {
    RowKey target = Detail.TARGET.of(key);
    int known = targets.get(target);
    if (known != HashIndex.ABSENT) {
      return known;
    }
    int number = 0;
    for (KeyLevel level = KeyLevel.CAMPAIGN; level != KeyLevel.SUBJECT; level = next(level)) {
      number = table(level).numberOf(number, level.strings(key));
    }
    targets.put(target, number);
    return number;
  }

  private static KeyLevel next(KeyLevel level) {
    return KeyLevel.values()[level.ordinal() + 1];
  }

  /// The highest number of each level.
  Map<KeyLevel, Integer> last() {
    Map<KeyLevel, Integer> last = new EnumMap<>(KeyLevel.class);
    tables.forEach((level, table) -> last.put(level, table.last()));
    return last;
  }

  /// Writes the keys that are new.
  void flush() throws SQLException {
    for (KeyTable table : tables.values()) {
      table.flush();
    }
  }

  @Override
  public void close() {
    tables.values().forEach(KeyTable::close);
    tables.clear();
  }

  private KeyTable table(KeyLevel level) {
    KeyTable table = tables.get(level);
    if (table == null) {
      throw new IllegalStateException("The dictionary is closed.");
    }
    return table;
  }

  /// Remembers one key for each value of its hash's lowest bits.
  private static final class Recent {
    private final @Nullable RowKey[] keys;
    private final int[] numbers;

    Recent(int size) {
      keys = new RowKey[size];
      numbers = new int[size];
    }

    int get(RowKey key) {
      int slot = slot(key);
      return key.equals(keys[slot]) ? numbers[slot] : HashIndex.ABSENT;
    }

    void put(RowKey key, int number) {
      int slot = slot(key);
      keys[slot] = key;
      numbers[slot] = number;
    }

    private int slot(RowKey key) {
      int hash = key.hashCode();
      return (hash ^ (hash >>> 15)) & (keys.length - 1);
    }
  }
}
