package dev.spendlight.simulator.file;

import dev.spendlight.account.Marketplace.DateOrder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How console files write a day as text.
public enum DateForm {
  /// `Feb 1, 2020`
  MONTH_NAME,
  /// `2020-02-01`
  ISO,
  /// `02/01/2020`, `01/02/2020` or `2020/02/01`, by the marketplace.
  NUMBERS;

  String text(LocalDate day, DateOrder order) {
    return formatter(order).format(day);
  }

  private DateTimeFormatter formatter(DateOrder order) {
    return switch (this) {
      case MONTH_NAME -> Formats.MONTH_NAME;
      case ISO -> DateTimeFormatter.ISO_LOCAL_DATE;
      case NUMBERS ->
          switch (order) {
            case MONTH_FIRST -> Formats.MONTH_FIRST;
            case DAY_FIRST -> Formats.DAY_FIRST;
            case YEAR_FIRST -> Formats.YEAR_FIRST;
          };
    };
  }

  private static final class Formats {
    static final DateTimeFormatter MONTH_NAME =
        DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    static final DateTimeFormatter MONTH_FIRST =
        DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);
    static final DateTimeFormatter DAY_FIRST =
        DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    static final DateTimeFormatter YEAR_FIRST =
        DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
  }
}
