package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.CostLine;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.LogLimits;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.LogSize;
import dev.spendlight.log.PromptLog;
import dev.spendlight.metric.DateRange;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps exchanges in a DuckDB file of its own, `prompt-log.duckdb` in the data folder, beside the
/// accounts and apart from them: no answer waits for it.
///
/// What is removed makes room for what comes; the file itself grows to about the limits and stays
/// so. Bytes of what was deleted may remain in it until others are written over them.
public final class DuckDbPromptLog implements PromptLog {
  private final LogFile file;

  /// @param dataFolder made when the first exchange is written
  public DuckDbPromptLog(Path dataFolder) {
    this(dataFolder, new StoreOptions(128, 1, Duration.ofSeconds(2)));
  }

  public DuckDbPromptLog(Path dataFolder, StoreOptions options) {
    this.file = new LogFile(dataFolder, options, Migrations.ofPromptLog());
  }

  @Override
  public void append(List<Exchange> batch) {
    if (!batch.isEmpty()) {
      file.write(connection -> ExchangeTable.append(connection, batch));
    }
  }

  @Override
  public Optional<Exchange> find(ExchangeId id) {
    return file.read(connection -> ExchangeTable.find(connection, id)).flatMap(found -> found);
  }

  @Override
  public List<Exchange> find(Set<ExchangeId> ids) {
    return ids.isEmpty()
        ? List.of()
        : file.read(connection -> ExchangeTable.find(connection, ids)).orElse(List.of());
  }

  @Override
  public List<Exchange> query(LogQuery query) {
    return file.read(connection -> ExchangeTable.query(connection, query)).orElse(List.of());
  }

  @Override
  public List<CostLine> costs(Optional<AccountId> account, Optional<DateRange> days) {
    return file.read(connection -> CostQuery.read(connection, account, days)).orElse(List.of());
  }

  @Override
  public LogSize size() {
    return file.read(
            connection -> {
              String sql =
                  "SELECT (SELECT count(*) FROM exchange), count(*), coalesce(sum(bytes), 0) FROM texts";
              try (Statement select = connection.createStatement();
                  ResultSet row = select.executeQuery(sql)) {
                row.next();
                return new LogSize(row.getLong(1), row.getLong(2), row.getLong(3));
              }
            })
        .orElse(LogSize.EMPTY);
  }

  @Override
  public void rotate(LogLimits limits, Instant now) {
    if (!size().equals(LogSize.EMPTY)) {
      file.write(connection -> LogRemoval.rotate(connection, limits, now));
    }
  }

  @Override
  public boolean delete(AccountId account) {
    return !query(LogQuery.newest(1).of(account)).isEmpty()
        && file.write(connection -> LogRemoval.delete(connection, account));
  }

  @Override
  public void close() {
    file.close();
  }
}
