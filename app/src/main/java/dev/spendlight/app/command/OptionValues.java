package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.service.Breakdown;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// How the words of a command line become values, and what is said of a word that cannot.
public final class OptionValues {
  /// Where an option that must be given starts from: never seen by a command.
  static final AccountId UNNAMED = new AccountId("unnamed");

  private OptionValues() {}

  /// For a command and all below it.
  public static CommandLine readBy(CommandLine commands) {
    return commands
        .registerConverter(AccountId.class, OptionValues::account)
        .registerConverter(LocalDate.class, OptionValues::day)
        .registerConverter(BigDecimal.class, OptionValues::fraction)
        .registerConverter(Currency.class, OptionValues::currency)
        .registerConverter(ZoneId.class, OptionValues::zone)
        .registerConverter(Marketplace.class, OptionValues::marketplace)
        .registerConverter(AccountType.class, OptionValues::type)
        .registerConverter(DateRange.class, OptionValues::period)
        .registerConverter(Metric.class, OptionValues::metric)
        .registerConverter(Breakdown.class, OptionValues::breakdown);
  }

  /// @throws Misuse when only one end is given, or they are the wrong way round
  static Optional<DateRange> range(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() != to.isPresent()) {
      throw new Misuse("--from and --to go together; give both.");
    }
    return from.flatMap(first -> to.map(last -> Misuse.refused(() -> new DateRange(first, last))));
  }

  private static AccountId account(String text) {
    try {
      return new AccountId(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "a date is written as 2026-03-01, not '%s'".formatted(text));
    }
  }

  private static DateRange period(String text) {
    String[] ends = text.strip().split("\\.\\.", -1);
    if (ends.length != 2) {
      throw new TypeConversionException(
          "a period is written as 2026-03-01..2026-03-07, not '%s'".formatted(text));
    }
    LocalDate first = day(ends[0]);
    LocalDate last = day(ends[1]);
    if (last.isBefore(first)) {
      throw new TypeConversionException(
          "a period ends on or after its first day, write %s..%s".formatted(last, first));
    }
    return new DateRange(first, last);
  }

  private static Metric metric(String text) {
    return Choice.of("metric", Decomposition.METRICS, Metric::key, text);
  }

  private static Breakdown breakdown(String text) {
    return Choice.of("level", List.of(Breakdown.values()), Breakdown::key, text);
  }

  private static BigDecimal fraction(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("a fraction is written as 0.30, not '%s'".formatted(text));
    }
  }

  private static Currency currency(String text) {
    try {
      Currency currency = Currency.getInstance(text.strip().toUpperCase(Locale.ROOT));
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // said below, as of codes of what is no money
    }
    throw new TypeConversionException(
        "'%s' is no currency code; write it as USD or EUR".formatted(text));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is no time zone; write it as Europe/Berlin".formatted(text));
    }
  }

  private static Marketplace marketplace(String text) {
    return Marketplace.ofCode(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s' is no marketplace known here; known are %s"
                    .formatted(
                        text,
                        Arrays.stream(Marketplace.values())
                            .map(Enum::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static AccountType type(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "seller" -> AccountType.SELLER;
      case "vendor" -> AccountType.VENDOR;
      default ->
          throw new TypeConversionException(
              "an account is of type seller or vendor, not '%s'".formatted(text));
    };
  }
}
