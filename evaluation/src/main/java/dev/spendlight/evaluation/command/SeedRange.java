package dev.spendlight.evaluation.command;

import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Seeds from one to another, both included: `40-159`, or a single one: `41`.
record SeedRange(long from, long to) {

  static SeedRange of(String text) {
    String[] parts = text.split("-", -1);
    try {
      long from = Long.parseLong(parts[0]);
      long to = parts.length == 1 ? from : Long.parseLong(parts[1]);
      if (parts.length <= 2 && to >= from) {
        return new SeedRange(from, to);
      }
    } catch (NumberFormatException notNumbers) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "Seeds are two whole numbers, the smaller first (40-159), or one, not '%s'."
            .formatted(text));
  }

  boolean contains(long seed) {
    return seed >= from && seed <= to;
  }

  LongStream stream() {
    return LongStream.rangeClosed(from, to);
  }

  /// For the command line.
  static final class Converter implements ITypeConverter<SeedRange> {
    @Override
    public SeedRange convert(String value) {
      try {
        return SeedRange.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
