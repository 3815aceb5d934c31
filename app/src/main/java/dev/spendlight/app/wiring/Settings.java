package dev.spendlight.app.wiring;

import dev.spendlight.model.NanoDollars;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the operator set, by the names of the configuration: `redis.url` is read from the variable
/// `SPENDLIGHT_REDIS_URL`. What is blank counts as not set.
///
/// Every method throws an [IllegalArgumentException] with a sentence for the operator when a value
/// cannot be one; the value itself is told only where it can be no secret.
public record Settings(Map<String, String> environment) {
  private static final BigDecimal NANOS = new BigDecimal(1_000_000_000);

  /// As much as a double holds exactly, about nine million dollars: some stores count in doubles.
  private static final BigDecimal MOST_NANOS = new BigDecimal(1L << 53);

  public Settings {
    environment = Map.copyOf(environment);
  }

  /// The variable that sets a key.
  static String variable(String key) {
    return "SPENDLIGHT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  public Optional<String> text(String key) {
    return named(variable(key));
  }

  /// From the variable itself, or from the file that the variable with `_FILE` behind it names.
  public Optional<String> secret(String variable) {
    return named(variable)
        .or(() -> named(variable + "_FILE").map(file -> read(variable, file)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /// A whole number of at least one.
  public int count(String key, int otherwise) {
    return text(key).map(value -> count(key, value)).orElse(otherwise);
  }

  private static int count(String key, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "%s has to be a whole number of at least 1, such as 5, not \"%s\"."
            .formatted(variable(key), value));
  }

  /// An amount in dollars, such as `2.50`.
  public Optional<NanoDollars> dollars(String key) {
    return text(key).map(value -> dollars(key, value));
  }

  private static NanoDollars dollars(String key, String value) {
    try {
      BigDecimal nanos = new BigDecimal(value).multiply(NANOS);
      if (nanos.signum() >= 0 && nanos.compareTo(MOST_NANOS) <= 0) {
        return new NanoDollars(nanos.longValueExact());
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "%s has to be an amount of dollars between 0 and nine million, such as 2.50, not \"%s\"."
            .formatted(variable(key), value));
  }

  /// A time such as `90s`, `30m` or `12h`.
  public Optional<Duration> time(String key) {
    return text(key).map(value -> time(key, value));
  }

  private static Duration time(String key, String value) {
    try {
      Duration time = Duration.parse("PT" + value.strip().toUpperCase(Locale.ROOT));
      if (time.isPositive()) {
        return time;
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "%s has to be a time such as 90s, 30m or 12h, not \"%s\".".formatted(variable(key), value));
  }

  private Optional<String> named(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  private static String read(String variable, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The file that %s_FILE names cannot be read: name one that this user may read, or unset it."
              .formatted(variable),
          e);
    }
  }
}
