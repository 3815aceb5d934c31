package dev.spendlight.reports;

import dev.spendlight.account.Marketplace;
import dev.spendlight.account.Marketplace.DateOrder;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether `01/02/2020` is in January or in February, for one file.
///
/// Another date of the file that has only one reading settles it, wherever it stands; else the
/// account's marketplace. When neither does, or when the file's dates contradict each other, the
/// file cannot be read.
final class DateReading {

  /// How a date with two readings is to be read.
  enum Order {
    MONTH_FIRST,
    DAY_FIRST,
    UNSETTLED
  }

  private final Supplier<DateReading> wholeFile;
  private final Optional<Marketplace> marketplace;
  private boolean monthFirst;
  private boolean dayFirst;
  private boolean looked;
  private String problem = "";

  /// @param wholeFile what all dates of the file tell; asked once, if ever
  DateReading(Supplier<DateReading> wholeFile, Optional<Marketplace> marketplace) {
    this.wholeFile = wholeFile;
    this.marketplace = marketplace;
  }

  /// One that only collects what dates tell.
  static DateReading collecting() {
    DateReading collecting = new DateReading(DateReading::collecting, Optional.empty());
    collecting.looked = true;
    return collecting;
  }

  /// A date of the file can be read in this order only.
  void tells(DateOrder order) {
    if (order == DateOrder.MONTH_FIRST) {
      monthFirst = true;
    } else {
      dayFirst = true;
    }
  }

  /// @param first the first number of the date that has two readings
  /// @param second its second number
  Order settle(int first, int second) {
    if (!looked) {
      looked = true;
      DateReading all = wholeFile.get();
      monthFirst |= all.monthFirst;
      dayFirst |= all.dayFirst;
    }
    if (monthFirst && dayFirst) {
      problem =
          "Its dates contradict each other: some begin with the month, some with the day; export the report again.";
      return Order.UNSETTLED;
    }
    if (monthFirst || dayFirst) {
      return monthFirst ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }
    if (marketplace.isPresent()) {
      return marketplace.get().dateOrder() == DateOrder.MONTH_FIRST
          ? Order.MONTH_FIRST
          : Order.DAY_FIRST;
    }
    problem =
        "Its dates can be read in two ways (%02d/%02d is a day of month %d or of month %d) and no row tells which; set the account's marketplace, for example with: account set ID --marketplace US."
            .formatted(first, second, first, second);
    return Order.UNSETTLED;
  }

  /// Why the file's dates cannot be read; blank when they can.
  String problem() {
    return problem;
  }
}
