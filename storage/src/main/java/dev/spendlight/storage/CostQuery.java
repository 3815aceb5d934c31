package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.CostLine;
import dev.spendlight.log.CostSums;
import dev.spendlight.metric.DateRange;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Usage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Costs of logged exchanges by day, account and model.
final class CostQuery {
  private static final String SQL =
      """
      SELECT account, model, day, count(*), count(*) FILTER (reused), sum(attempt_count),
        count(*) - count(cost), sum(input), sum(cache_write_5m), sum(cache_write_1h),
        sum(cache_read), sum(output), coalesce(sum(cost), 0), coalesce(sum(saved), 0),
        sum(unbilled)
      FROM exchange
      WHERE (? = '' OR account = ?) AND day BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
      GROUP BY account, model, day
      """;

  private static final DateRange EVER =
      new DateRange(LocalDate.of(1970, 1, 1), LocalDate.of(9999, 12, 31));

  private CostQuery() {}

  static List<CostLine> read(
      Connection connection, Optional<AccountId> account, Optional<DateRange> days)
      throws SQLException {
    String wanted = account.map(AccountId::value).orElse("");
    DateRange range = days.orElse(EVER);
    List<CostLine> lines = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SQL)) {
      select.setString(1, wanted);
      select.setString(2, wanted);
      select.setString(3, range.from().toString());
      select.setString(4, range.to().toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lines.add(line(row));
        }
      }
    }
    // Sorted here, since the engine compares text by its bytes.
    lines.sort(
        Comparator.comparing(CostLine::day)
            .thenComparing(CostLine::account)
            .thenComparing(CostLine::model));
    return lines;
  }

  private static CostLine line(ResultSet row) throws SQLException {
    return new CostLine(
        new AccountId(row.getString(1)),
        row.getString(2),
        row.getObject(3, LocalDate.class),
        new CostSums(
            row.getLong(4),
            row.getLong(5),
            row.getLong(6),
            row.getLong(7),
            new Usage(
                row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12)),
            new NanoDollars(row.getLong(13)),
            new NanoDollars(row.getLong(14)),
            new NanoDollars(row.getLong(15))));
  }
}
