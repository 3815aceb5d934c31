package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes figures, periods and names: the only place where a value becomes text.
///
/// @param asOf the day that an answer speaks of; periods that end on it need not say when they end
public record Wording(MoneyFormat money, LocalDate asOf) {
  /// Names count as this many characters, and are cut to it where room is short.
  public static final int NAME_LENGTH = 24;

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_AND_MONTH =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /// A figure as its metric and value, without its period.
  ///
  /// @param beside whether the sentence is about something else, to which this is compared
  String value(Figure figure, boolean beside) {
    BigDecimal value = figure.value();
    String owner = beside && figure.entity() instanceof Entity.Account ? "the account's " : "";
    return switch (figure.metric()) {
      case IMPRESSIONS -> count(value, "impression");
      case DAILY_IMPRESSIONS -> about(figure) + count(value, "impression") + " a day";
      case CLICKS -> count(value, "click");
      case ORDERS -> count(value, "order");
      case UNITS -> count(value, "unit");
      case TARGETS -> count(value, "target");
      case MISSING_DAYS -> count(value, "day") + " without a report";
      case SPEND -> money.format(value) + " of spend";
      case SALES -> money.format(value) + " of sales";
      case ACOS -> owner + (owner.isEmpty() ? "an " : "") + "ACOS of " + percent(value);
      case TARGET_ACOS -> "the target ACOS of " + percent(value);
      case CTR, CVR ->
          owner + (owner.isEmpty() ? "a " : "") + figure.metric().words() + " of " + percent(value);
      case ROAS ->
          owner
              + (owner.isEmpty() ? "a " : "")
              + "ROAS of "
              + value.setScale(2, RoundingMode.HALF_EVEN);
      case CPC -> money.format(value) + " a click";
      case AOV -> money.format(value) + " an order";
      case EXPECTED_ORDERS -> "about " + count(value.setScale(0, RoundingMode.HALF_EVEN), "order");
      case WEEKLY_IMPACT -> "an estimated " + money.round(value) + " a week";
      case BID -> "a bid of " + money.format(value);
      case DAILY_BUDGET -> "a daily budget of " + money.format(value);
      case BID_CHANGE -> percent(value.abs());
      case SPEND_SHARE -> percent(value) + " of the spend";
      case TIME_IN_BUDGET -> "in budget " + percent(value) + " of the time";
    };
  }

  /// As [#value], where room is short: fewer words, and no places from a hundred on.
  String briefly(Figure figure, boolean beside) {
    BigDecimal value = figure.value();
    return switch (figure.metric()) {
      case CTR, CVR -> figure.metric().words() + " " + percent(value);
      case DAILY_IMPRESSIONS -> bare(figure, true) + " shown a day";
      case SPEND -> money.round(value) + " of spend";
      case SALES -> money.round(value) + " of sales";
      case CPC -> money.round(value) + " a click";
      case AOV -> money.round(value) + " an order";
      default -> value(figure, beside);
    };
  }

  /// The value alone, right after another figure of the same metric: `4.1%`, `about 240`.
  ///
  /// @param brief whether room is short
  String bare(Figure figure, boolean brief) {
    BigDecimal value = figure.value();
    return switch (figure.metric().unit()) {
      case FRACTION -> percent(value.abs());
      case MONEY -> brief ? money.round(value) : money.format(value);
      case RATIO -> value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
      case COUNT, DAYS, POINTS ->
          value.signum() == 0
              ? "none"
              : about(figure) + (brief ? shortDigits(value) : digits(value));
    };
  }

  private static String about(Figure figure) {
    return figure.nature() == Figure.Nature.ESTIMATED ? "about " : "";
  }

  /// Whether the metric belongs to days; settings and weekly amounts do not.
  static boolean hasPeriod(Metric metric) {
    return switch (metric) {
      case TARGET_ACOS, WEEKLY_IMPACT, BID, DAILY_BUDGET, BID_CHANGE, EXPECTED_ORDERS -> false;
      default -> true;
    };
  }

  /// How a period says when it ends.
  enum Dated {
    /// Only where that is not the day asked for, and without the year: room is short.
    BRIEFLY,
    /// Only where that is not the day asked for.
    IF_ANOTHER_DAY,
    ALWAYS
  }

  /// `in 14 days`, or where the last day has to be said `in the 7 days to 15 Feb 2020`.
  String period(DateRange period, Dated dated) {
    String days = period.days() == 1 ? "1 day" : period.days() + " days";
    if (dated != Dated.ALWAYS && period.to().equals(asOf)) {
      return "in " + days;
    }
    String last = (dated == Dated.BRIEFLY ? DAY_AND_MONTH : DAY).format(period.to());
    return period.days() == 1 ? "on " + last : "in the " + days + " to " + last;
  }

  /// The days since something began: `since 8 Mar` up to the day asked for, else `from 8 to 21
  /// Mar`, or `(8–21 Mar)` where room is short.
  String since(DateRange period, Dated dated) {
    String first = day(period.from());
    String last = day(period.to());
    if (period.days() == 1) {
      return "on " + first;
    }
    if (period.to().equals(asOf)) {
      return "since " + first;
    }
    boolean sameMonth = YearMonth.from(period.from()).equals(YearMonth.from(period.to()));
    String start = sameMonth ? String.valueOf(period.from().getDayOfMonth()) : first;
    return dated == Dated.BRIEFLY
        ? "("
            + (sameMonth ? start : DAY_AND_MONTH.format(period.from()))
            + "–"
            + DAY_AND_MONTH.format(period.to())
            + ")"
        : "from " + start + " to " + last;
  }

  /// The days that end where those since something began start.
  static String before(DateRange period, Dated dated) {
    return dated == Dated.BRIEFLY
        ? "before"
        : period.days() == 1 ? "on the day before" : "in the " + period.days() + " days before";
  }

  /// The year is said where it is another than that of the day asked for.
  private String day(LocalDate day) {
    return (day.getYear() == asOf.getYear() ? DAY_AND_MONTH : DAY).format(day);
  }

  private static String count(BigDecimal value, String one) {
    if (value.signum() == 0) {
      return "no " + one + "s";
    }
    String digits = digits(value);
    return digits + " " + one + (digits.equals("1") ? "" : "s");
  }

  /// From a million on in millions: `1.2M`.
  private static String shortDigits(BigDecimal value) {
    return value.compareTo(MILLION) < 0
        ? digits(value)
        : value.movePointLeft(6).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + "M";
  }

  private static String digits(BigDecimal value) {
    BigInteger whole = value.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    StringBuilder text = new StringBuilder(whole.toString());
    int first = whole.signum() < 0 ? 1 : 0;
    for (int i = text.length() - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /// One place, none where it is zero: `30%`, `28.4%`.
  public static String percent(BigDecimal fraction) {
    BigDecimal hundredfold = fraction.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
    BigDecimal shown =
        hundredfold.stripTrailingZeros().scale() <= 0
            ? hundredfold.setScale(0, RoundingMode.HALF_EVEN)
            : hundredfold;
    return shown.toPlainString() + "%";
  }

  /// A name in quotation marks, as plain text on one line.
  ///
  /// @param most characters, as a person counts them; longer names end in an ellipsis
  public static String name(String text, int most) {
    String line = plain(text);
    if (line.codePointCount(0, line.length()) > most) {
      line = line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
    return "“" + line + "”";
  }

  /// Without control and direction characters, which could change how what stands around them
  /// looks.
  public static String plain(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          int type = Character.getType(character);
          boolean keeps =
              type != Character.CONTROL
                  && type != Character.FORMAT
                  && type != Character.LINE_SEPARATOR
                  && type != Character.PARAGRAPH_SEPARATOR
                  && type != Character.SURROGATE;
          line.appendCodePoint(keeps ? character : ' ');
        });
    return line.toString().strip();
  }
}
