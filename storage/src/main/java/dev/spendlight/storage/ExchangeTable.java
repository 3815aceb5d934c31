package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.ModelJson;
import dev.spendlight.log.Round;
import dev.spendlight.log.Texts;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.Charge;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Usage;
import dev.spendlight.report.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Exchanges and their texts as rows.
final class ExchangeTable {
  private static final String COLUMNS =
      """
      SELECT e.id, e.asked_at, e.account, e.as_of, e.data_fingerprint, e.model, e.request_hash,
        e.prompt_version, e.schema_version, e.round, e.reply, e.reused, e.verdict, e.attempts,
        e.cost, e.saved, e.own_ns, e.model_ns, e.unbilled, t.request,
        t.reply AS reply_text, t.violations
      FROM exchange e LEFT JOIN texts t
      """;

  private static final String WITH_TEXTS = COLUMNS + "ON t.exchange = e.id\n";

  private ExchangeTable() {}

  /// Leaves out those whose id is there.
  ///
  /// @return how many were new
  static int append(DuckDBConnection connection, List<Exchange> batch) throws SQLException {
    Set<String> known = known(connection, batch);
    List<Exchange> fresh = batch.stream().filter(each -> known.add(each.id().value())).toList();
    try (DuckDBAppender rows = connection.createAppender("exchange")) {
      for (Exchange each : fresh) {
        row(rows, each);
      }
    }
    try (DuckDBAppender rows = connection.createAppender("texts")) {
      for (Exchange each : fresh) {
        if (each.texts().isPresent()) {
          row(rows, each, each.texts().get());
        }
      }
    }
    return fresh.size();
  }

  /// Ids that are there already, among those not older than the batch: as ids are in the order of
  /// time, only the end of the table is looked at.
  private static Set<String> known(Connection connection, List<Exchange> batch)
      throws SQLException {
    String oldest =
        batch.stream().map(each -> each.id().value()).min(String::compareTo).orElseThrow();
    Set<String> known = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM exchange WHERE id >= ?")) {
      select.setString(1, oldest);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.add(row.getString(1));
        }
      }
    }
    return known;
  }

  private static void row(DuckDBAppender rows, Exchange each) throws SQLException {
    Usage usage = each.usage();
    rows.beginRow()
        .append(each.id().value())
        .append(each.at().toEpochMilli())
        .append(each.day())
        .append(each.subject().account().value())
        .append(each.subject().asOf())
        .append(each.subject().dataFingerprint())
        .append(each.asked().model())
        .append(each.asked().requestHash())
        .append(each.asked().promptVersion())
        .append(each.asked().schemaVersion())
        .append(each.asked().round().name())
        .append(each.reply())
        .append(each.reused())
        .append(each.verdict().name())
        .append(ModelJson.writeAttempts(each.attempts()))
        .append((long) each.attempts().size())
        .append(usage.input())
        .append(usage.cacheWrite5m())
        .append(usage.cacheWrite1h())
        .append(usage.cacheRead())
        .append(usage.output());
    money(rows, each.charge().cost());
    money(rows, each.charge().saved());
    rows.append(each.own().toNanos())
        .append(each.model().toNanos())
        .append(each.charge().unbilled().value())
        .endRow();
  }

  private static void money(DuckDBAppender rows, Optional<NanoDollars> money) throws SQLException {
    if (money.isPresent()) {
      rows.append(money.get().value());
    } else {
      rows.appendNull();
    }
  }

  private static void row(DuckDBAppender rows, Exchange each, Texts texts) throws SQLException {
    String request = ModelJson.write(texts.request());
    String reply = ModelJson.write(texts.reply());
    String violations = ModelJson.writeTexts(texts.violations());
    rows.beginRow()
        .append(each.id().value())
        .append(each.at().toEpochMilli())
        .append(request)
        .append(reply)
        .append(violations)
        .append((long) request.length() + reply.length() + violations.length())
        .endRow();
  }

  static Optional<Exchange> find(Connection connection, ExchangeId id) throws SQLException {
    return select(connection, WITH_TEXTS + "WHERE e.id = ?", List.of(id.value())).stream()
        .findFirst();
  }

  /// Without their texts.
  static List<Exchange> find(Connection connection, Set<ExchangeId> ids) throws SQLException {
    String places = "?" + ", ?".repeat(ids.size() - 1);
    return select(
        connection,
        COLUMNS + "ON false WHERE e.id IN (%s)".formatted(places),
        ids.stream().map(ExchangeId::value).toList());
  }

  static List<Exchange> query(Connection connection, LogQuery query) throws SQLException {
    StringBuilder sql = new StringBuilder(WITH_TEXTS).append("WHERE true");
    List<String> values = new ArrayList<>();
    query
        .account()
        .ifPresent(account -> {
          sql.append(" AND e.account = ?");
          values.add(account.value());
        });
    query
        .model()
        .ifPresent(model -> {
          sql.append(" AND e.model = ?");
          values.add(model);
        });
    query
        .before()
        .ifPresent(last -> {
          sql.append(" AND e.id < ?");
          values.add(last.value());
        });
    if (!query.verdicts().isEmpty()) {
      sql.append(" AND e.verdict IN (?")
          .append(", ?".repeat(query.verdicts().size() - 1))
          .append(")");
      query.verdicts().forEach(verdict -> values.add(verdict.name()));
    }
    if (query.withTexts()) {
      sql.append(" AND t.exchange IS NOT NULL");
    }
    sql.append(" ORDER BY e.id DESC LIMIT ").append(query.limit());
    return select(connection, sql.toString(), values);
  }

  private static List<Exchange> select(Connection connection, String sql, List<String> values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setString(i + 1, values.get(i));
      }
      List<Exchange> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(exchange(row));
        }
      }
      return found;
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "The prompt log holds what this version of Spendlight cannot read: %s"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static Exchange exchange(ResultSet row) throws SQLException {
    return new Exchange(
        new ExchangeId(row.getString("id")),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        new Exchange.Subject(
            new AccountId(row.getString("account")),
            row.getObject("as_of", LocalDate.class),
            row.getString("data_fingerprint")),
        new Exchange.Asked(
            row.getString("model"),
            row.getString("request_hash"),
            row.getString("prompt_version"),
            row.getString("schema_version"),
            Round.valueOf(row.getString("round"))),
        row.getString("reply"),
        row.getBoolean("reused"),
        Verdict.valueOf(row.getString("verdict")),
        ModelJson.attempts(row.getString("attempts")),
        new Charge(
            money(row, "cost"), money(row, "saved"), new NanoDollars(row.getLong("unbilled"))),
        Duration.ofNanos(row.getLong("own_ns")),
        Duration.ofNanos(row.getLong("model_ns")),
        texts(row));
  }

  private static Optional<Texts> texts(ResultSet row) throws SQLException {
    Optional<String> request = Optional.ofNullable(row.getString("request"));
    if (request.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Texts(
            ModelJson.request(request.get()),
            ModelJson.reply(row.getString("reply_text")),
            ModelJson.texts(row.getString("violations"))));
  }

  private static Optional<NanoDollars> money(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(new NanoDollars(value));
  }
}
