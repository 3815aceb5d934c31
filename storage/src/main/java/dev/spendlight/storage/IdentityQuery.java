package dev.spendlight.storage;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.KnownIdentity;
import dev.spendlight.report.RowKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What rows with ids call campaigns, ad groups and targets.
final class IdentityQuery {
  private static final String IDENTITIES =
      """
      SELECT subject.parent AS target,
        (min(p.day) - DATE '1970-01-01')::BIGINT AS first_day,
        (max(p.last_day) - DATE '1970-01-01')::BIGINT AS last_day
      FROM (
        SELECT subject, min(day) AS day, max(last_day) AS last_day FROM performance GROUP BY subject
      ) p
      JOIN subject ON subject.id = p.subject
      JOIN target ON target.id = subject.parent
      JOIN ad_group ON ad_group.id = target.parent
      JOIN campaign ON campaign.id = ad_group.parent AND campaign.campaign_id <> ''
      GROUP BY subject.parent
      ORDER BY subject.parent
      """;

  private IdentityQuery() {}

  static List<KnownIdentity> read(Lease lease) throws SQLException {
    List<DateRange> days = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    try (Statement select = lease.connection().createStatement();
        ResultSet row = select.executeQuery(IDENTITIES)) {
      while (row.next()) {
        targets.add(row.getInt(1));
        days.add(
            new DateRange(
                LocalDate.ofEpochDay(row.getLong(2)), LocalDate.ofEpochDay(row.getLong(3))));
      }
    }
    Numbers numbers = Numbers.among(targets.stream().mapToInt(Integer::intValue).toArray());
    RowKey[] keys =
        new KeyReader(lease.connection(), lease.engine().rows()).keys(KeyLevel.TARGET, numbers);
    List<KnownIdentity> identities = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      identities.add(new KnownIdentity(keys[i], days.get(i)));
    }
    return identities;
  }
}
