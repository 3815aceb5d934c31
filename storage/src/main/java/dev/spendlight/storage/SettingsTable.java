package dev.spendlight.storage;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/// The one row of `account`.
final class SettingsTable {
  private SettingsTable() {}

  /// Empty when no transaction of the account was ever committed.
  static Optional<AccountSettings> read(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT currency, zone, marketplace, target_acos, margin, type FROM account")) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new AccountSettings(
              text(row, 1).map(Currency::getInstance),
              text(row, 2).map(ZoneId::of),
              text(row, 3).map(Marketplace::valueOf),
              text(row, 4).map(BigDecimal::new),
              text(row, 5).map(BigDecimal::new),
              text(row, 6).map(AccountType::valueOf)));
    }
  }

  static void save(Connection connection, AccountSettings settings) throws SQLException {
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate("DELETE FROM account");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO account VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, settings.currency().map(Currency::getCurrencyCode).orElse(null));
      insert.setString(2, settings.zone().map(ZoneId::getId).orElse(null));
      insert.setString(3, settings.marketplace().map(Marketplace::name).orElse(null));
      insert.setString(4, settings.targetAcos().map(BigDecimal::toString).orElse(null));
      insert.setString(5, settings.margin().map(BigDecimal::toString).orElse(null));
      insert.setString(6, settings.type().map(AccountType::name).orElse(null));
      insert.executeUpdate();
    }
  }

  /// Makes the account exist.
  static void saveIfAbsent(Connection connection) throws SQLException {
    if (read(connection).isEmpty()) {
      save(connection, AccountSettings.unset());
    }
  }

  private static Optional<String> text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
