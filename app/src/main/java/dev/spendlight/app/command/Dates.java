package dev.spendlight.app.command;

import dev.spendlight.metric.DateRange;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a date option.
final class Dates implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("a date is written as 2026-03-01, not '%s'".formatted(value));
    }
  }

  /// @throws IllegalArgumentException when only one end is given, or they are the wrong way round
  static Optional<DateRange> range(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() != to.isPresent()) {
      throw new IllegalArgumentException("--from and --to go together.");
    }
    return from.flatMap(first -> to.map(last -> new DateRange(first, last)));
  }
}
