package dev.spendlight.claude;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a provider asks to be left alone: the headers `retry-after-ms` and `retry-after`, the
/// latter in seconds or as an HTTP date (RFC 9110, 10.2.3).
final class RetryAfter {
  /// A longer wait is taken for this one: nobody plans further ahead on a provider's word.
  static final Duration MOST = Duration.ofHours(1);

  /// No number of a sensible length is longer.
  private static final int LONGEST = 64;

  private RetryAfter() {}

  /// @return empty for a header that is absent, in the past or not to be understood
  static Optional<Duration> read(
      Optional<String> milliseconds, Optional<String> secondsOrDate, Instant now) {
    return milliseconds
        .flatMap(text -> number(text, 0.001))
        .or(() -> secondsOrDate.flatMap(text -> number(text, 1).or(() -> date(text, now))))
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait);
  }

  private static Optional<Duration> number(String text, double seconds) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      double wait = new BigDecimal(text.strip()).doubleValue() * seconds;
      double capped = Math.clamp(wait, 0, (double) MOST.toSeconds());
      return Optional.of(Duration.ofMillis((long) Math.ceil(capped * 1000)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String text, Instant now) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Instant then =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
