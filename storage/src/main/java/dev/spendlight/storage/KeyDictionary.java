package dev.spendlight.storage;

import dev.spendlight.report.Detail;
import dev.spendlight.report.RowKey;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// The numbers of an account's keys during an import.
///
/// Keys that came shortly before are found again by comparing them; only others are hashed, level
/// by level.
final class KeyDictionary implements AutoCloseable {
  private final Map<KeyLevel, KeyTable> tables = new EnumMap<>(KeyLevel.class);
  private final RecentKeys subjects = new RecentKeys(1 << 15);
  private final RecentKeys targets = new RecentKeys(1 << 14);

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
    int hash = key.hashCode();
    int known = subjects.get(key, hash);
    if (known != HashIndex.ABSENT) {
      return known;
    }
    int number = table(KeyLevel.SUBJECT).numberOf(targetOf(key), KeyLevel.SUBJECT.strings(key));
    subjects.put(key, hash, number);
    return number;
  }

  private int targetOf(RowKey key) throws SQLException {
    RowKey target = Detail.TARGET.of(key);
    int hash = target.hashCode();
    int known = targets.get(target, hash);
    if (known != HashIndex.ABSENT) {
      return known;
    }
    int number = 0;
    for (KeyLevel level = KeyLevel.CAMPAIGN; level != KeyLevel.SUBJECT; level = next(level)) {
      number = table(level).numberOf(number, level.strings(key));
    }
    targets.put(target, hash, number);
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
}
