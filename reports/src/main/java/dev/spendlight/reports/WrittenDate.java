package dev.spendlight.reports;

import dev.spendlight.account.Marketplace.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads dates as files write them: `2020-02-01`, `20200201`, `Feb 1, 2020`, `1 Feb 2020`,
/// `01/02/2020`, `1.2.20`, each also with a time behind it, which is dropped.
///
/// Three numbers without the year first are read by the file's [DateReading]. Equal texts are read
/// once. One instance reads one file.
final class WrittenDate {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final int REMEMBERED = 4096;
  private static final int PARTS = 3;
  private static final int COMPACT = 8;

  private final Dialect dialect;
  private final DateReading reading;
  private final Map<String, Optional<LocalDate>> read = new HashMap<>();
  private String lastText = "";
  private @Nullable LocalDate lastDay;

  WrittenDate(Dialect dialect, DateReading reading) {
    this.dialect = dialect;
    this.reading = reading;
  }

  /// Empty for what is no date, or one that nobody can be sure of.
  @Nullable LocalDate of(String text) {
    if (text.equals(lastText)) {
      return lastDay;
    }
    Optional<LocalDate> known = read.get(text);
    if (known == null) {
      known = Optional.ofNullable(parse(text));
      if (read.size() < REMEMBERED) {
        read.put(text, known);
      }
    }
    lastText = text;
    lastDay = known.orElse(null);
    return lastDay;
  }

  private @Nullable LocalDate parse(String text) {
    String[] parts = parts(text);
    if (parts.length == 1 && parts[0].length() == COMPACT && number(parts[0]) > 0) {
      int all = number(parts[0]);
      return day(all / 10000, all / 100 % 100, all % 100);
    }
    if (parts.length < PARTS) {
      return null;
    }
    int first = number(parts[0]);
    int second = number(parts[1]);
    int third = number(parts[2]);
    if (first >= 0 && second >= 0 && third >= 0) {
      return parts[0].length() == 4
          ? day(first, second, third)
          : numeric(first, second, year(parts[2], third));
    }
    int monthFirst = dialect.month(parts[0].toLowerCase(Locale.ROOT));
    if (monthFirst > 0 && second >= 0 && third >= 0) {
      return day(year(parts[2], third), monthFirst, second);
    }
    int monthSecond = dialect.month(parts[1].toLowerCase(Locale.ROOT));
    if (monthSecond > 0 && first >= 0 && third >= 0) {
      return day(year(parts[2], third), monthSecond, first);
    }
    return null;
  }

  /// Runs of digits and of letters, up to the time of day.
  private static String[] parts(String text) {
    String[] found = new String[PARTS];
    int n = 0;
    int i = 0;
    while (i < text.length() && n < PARTS) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        int begin = i;
        boolean digits = Character.isDigit(text.charAt(i));
        while (i < text.length()
            && Character.isLetterOrDigit(text.charAt(i))
            && Character.isDigit(text.charAt(i)) == digits) {
          i++;
        }
        found[n++] = text.substring(begin, i);
      } else {
        i++;
      }
    }
    boolean timeOrNothing = n < PARTS || i == text.length() || isTime(text.substring(i));
    if (!timeOrNothing) {
      return new String[0];
    }
    String[] exact = new String[n];
    System.arraycopy(found, 0, exact, 0, n);
    return exact;
  }

  private static boolean isTime(String rest) {
    return rest.startsWith("T") || rest.startsWith(" ") || rest.isBlank();
  }

  private static int year(String text, int number) {
    return text.length() == 2 ? 2000 + number : number;
  }

  private @Nullable LocalDate numeric(int first, int second, int year) {
    LocalDate monthFirst = day(year, first, second);
    LocalDate dayFirst = day(year, second, first);
    if (monthFirst == null) {
      if (dayFirst != null) {
        reading.tells(DateOrder.DAY_FIRST);
      }
      return dayFirst;
    }
    if (dayFirst == null) {
      reading.tells(DateOrder.MONTH_FIRST);
      return monthFirst;
    }
    if (first == second) {
      return monthFirst;
    }
    return switch (reading.settle(first, second)) {
      case MONTH_FIRST -> monthFirst;
      case DAY_FIRST -> dayFirst;
      case UNSETTLED -> null;
    };
  }

  private static int number(String digits) {
    if (digits.length() > COMPACT || digits.isEmpty()) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
