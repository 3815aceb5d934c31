import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// What a JVM costs that asks DuckDB one query.
public final class OneQuery {
  private OneQuery() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT 1").next();
    }
  }
}
