package dev.spendlight.history;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.PerformanceStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account as it was known on one morning: its settings, its deliveries, the day that counts as
/// the last.
///
/// @param attribution the one window in which its orders and sales are counted
public record AccountView(
    AccountId account,
    AccountSettings settings,
    List<Delivery> deliveries,
    AsOf asOf,
    AttributionWindow attribution) {

  /// @param day the as-of day asked for, if any
  /// @throws UnanswerableException when there is no such account, no data, or none on or before
  ///   that day
  public static AccountView open(
      PerformanceStore store, AccountId account, Optional<LocalDate> day) {
    AccountSettings settings = store.settings(account).orElseThrow(() -> unknown(store, account));
    List<Delivery> deliveries =
        store.deliveries(account).stream()
            .filter(each -> each.grain() == Grain.RANGE || !each.days().isEmpty())
            .toList();
    LocalDate last =
        deliveries.stream()
            .map(AccountView::lastDay)
            .max(Comparator.naturalOrder())
            .orElseThrow(() ->
                new UnanswerableException(
                    "Account %s has no data yet; import a report first.".formatted(account)));
    day.ifPresent(asked -> requireData(deliveries, asked, last, account));
    AsOf asOf = day.map(asked -> new AsOf(asked, true)).orElseGet(() -> new AsOf(last, false));
    return new AccountView(account, settings, deliveries, asOf, attribution(settings, deliveries));
  }

  /// What to say of an account that is not there: the ones that are.
  public static UnanswerableException unknown(PerformanceStore store, AccountId account) {
    List<AccountId> known = store.accounts();
    if (known.isEmpty()) {
      return new UnanswerableException(
          "There is no account %s, nor any other; import a report first.".formatted(account));
    }
    String some = known.stream().limit(5).map(AccountId::value).collect(Collectors.joining(", "));
    return new UnanswerableException(
        "There is no account %s; known are %s%s."
            .formatted(
                account, some, known.size() > 5 ? " and %d more".formatted(known.size() - 5) : ""));
  }

  private static void requireData(
      List<Delivery> deliveries, LocalDate asked, LocalDate last, AccountId account) {
    if (asked.isAfter(last)) {
      throw new UnanswerableException(
          "Account %s has no data for %s; its last day with data is %s."
              .formatted(account, asked, last));
    }
    LocalDate first =
        deliveries.stream()
            .map(each -> each.grain() == Grain.DAILY ? each.days().first() : each.period().to())
            .min(Comparator.naturalOrder())
            .orElse(last);
    if (asked.isBefore(first)) {
      throw new UnanswerableException(
          "Account %s has no data up to %s; the first day it can be asked for is %s."
              .formatted(account, asked, first));
    }
  }

  private static LocalDate lastDay(Delivery delivery) {
    return delivery.grain() == Grain.DAILY ? delivery.days().last() : delivery.period().to();
  }

  /// Seller 7 days, vendor 14; unset, 7 where the files carry it, else 14.
  public static AttributionWindow attribution(AccountSettings settings, List<Delivery> deliveries) {
    if (settings.type().isPresent()) {
      return settings.type().get() == AccountType.VENDOR
          ? AttributionWindow.DAYS_14
          : AttributionWindow.DAYS_7;
    }
    return deliveries.isEmpty()
            || carries(deliveries, AttributionWindow.DAYS_7)
            || !carries(deliveries, AttributionWindow.DAYS_14)
        ? AttributionWindow.DAYS_7
        : AttributionWindow.DAYS_14;
  }

  private static boolean carries(List<Delivery> deliveries, AttributionWindow window) {
    return deliveries.stream()
        .anyMatch(each ->
            Stream.of(Measure.sales(window), Measure.orders(window), Measure.units(window))
                .anyMatch(each.carried()::contains));
  }

  /// The reports that cover some of the window, best first.
  public List<Coverage> coverages(DateRange window) {
    return Coverages.of(deliveries, asOf, window, attribution);
  }
}
