package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.report.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
  private static final AccountId ACCOUNT = new AccountId("acme");
  private static final AccountSettings VENDOR =
      AccountSettings.unset().withType(AccountType.VENDOR);
  private static final String FIRST = "CREATE TABLE one (a INTEGER); INSERT INTO one VALUES (1);";
  private static final String SECOND = "CREATE TABLE two AS SELECT a + 1 AS b FROM one;";

  @TempDir Path folder;

  @Test
  void scriptsRunInOrderAndOnce() throws Exception {
    Path file = folder.resolve("x.duckdb");
    try (DuckDBConnection connection = open(file)) {
      Migrations migrations = new Migrations(List.of(FIRST, SECOND));
      assertThat(migrations.versionOf(connection, file)).isEqualTo(Migrations.NONE);
      migrations.run(connection, Migrations.NONE);
      assertThat(migrations.versionOf(connection, file)).isEqualTo(2);
      migrations.run(connection, 2);
      assertThat(count(connection, "SELECT b FROM two")).isEqualTo(2);
    }
  }

  @Test
  void onlyWhatIsMissingRuns() throws Exception {
    Path file = folder.resolve("x.duckdb");
    try (DuckDBConnection connection = open(file)) {
      new Migrations(List.of(FIRST)).run(connection, Migrations.NONE);
      Migrations both = new Migrations(List.of(FIRST, SECOND));
      both.run(connection, both.versionOf(connection, file));
      assertThat(both.versionOf(connection, file)).isEqualTo(2);
      assertThat(count(connection, "SELECT b FROM two")).isEqualTo(2);
    }
  }

  @Test
  void aScriptThatFailsLeavesTheFileAsItWas() throws Exception {
    Path file = folder.resolve("x.duckdb");
    try (DuckDBConnection connection = open(file)) {
      Migrations broken = new Migrations(List.of(FIRST, SECOND + "SELECT * FROM three;"));
      assertThatThrownBy(() -> broken.run(connection, Migrations.NONE))
          .isInstanceOf(SQLException.class);
      assertThat(broken.versionOf(connection, file)).isEqualTo(Migrations.NONE);
      assertThatThrownBy(() -> count(connection, "SELECT a FROM one"))
          .hasMessageContaining("does not exist");
    }
  }

  @Test
  void anOldFileIsBroughtUpToDateByWhoeverOpensIt() {
    try (DuckDbPerformanceStore old = store(standardAnd())) {
      old.save(ACCOUNT, VENDOR);
    }
    try (DuckDbPerformanceStore reading =
        store(standardAnd("UPDATE account SET type = 'SELLER'"))) {
      assertThat(reading.settings(ACCOUNT)).contains(VENDOR.withType(AccountType.SELLER));
      assertThat(reading.settings(ACCOUNT)).contains(VENDOR.withType(AccountType.SELLER));
    }
  }

  @Test
  void aFileOfANewerProgramIsRefusedAndLeftAlone() {
    try (DuckDbPerformanceStore newer = store(standardAnd("SELECT 1"))) {
      newer.save(ACCOUNT, VENDOR);
    }
    try (DuckDbPerformanceStore older = store(standardAnd())) {
      for (Runnable each :
          List.<Runnable>of(
              () -> older.settings(ACCOUNT),
              () -> older.deliveries(ACCOUNT),
              () -> older.save(ACCOUNT, AccountSettings.unset()))) {
        assertThatThrownBy(each::run)
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("acme.duckdb was written by a newer Spendlight (schema 2")
            .hasMessageContaining("knows up to 1");
      }
      assertThat(older.accounts()).containsExactly(ACCOUNT);
    }
    try (DuckDbPerformanceStore newer = store(standardAnd("SELECT 1"))) {
      assertThat(newer.settings(ACCOUNT)).contains(VENDOR);
    }
  }

  private DuckDbPerformanceStore store(Migrations migrations) {
    return new DuckDbPerformanceStore(folder, StoreOptions.defaults(), migrations);
  }

  private static Migrations standardAnd(String... more) {
    List<String> scripts = new ArrayList<>(Migrations.standardScripts());
    scripts.addAll(List.of(more));
    return new Migrations(scripts);
  }

  private static DuckDBConnection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + file).unwrap(DuckDBConnection.class);
  }

  private static int count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }
}
