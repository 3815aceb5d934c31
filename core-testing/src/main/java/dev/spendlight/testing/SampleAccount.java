package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.NameResolution;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.summary.Summaries;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// An account of few rows, written down as a test tells it:
///
/// ```java
/// shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", clicks(10), spend("4.20")).pulled("2026-03-02");
/// ```
public final class SampleAccount {
  private final AccountId id;
  private final PerformanceStore store;

  private SampleAccount(AccountId id, PerformanceStore store) {
    this.id = id;
    this.store = store;
  }

  /// An account `shop` in US dollars and in a store of its own.
  public static SampleAccount shop() {
    SampleAccount shop = in(new InMemoryPerformanceStore(), "shop");
    return shop.set(AccountSettings.unset().withCurrency(Currency.getInstance("USD")));
  }

  /// An account of that store, which is not created before something is set or imported.
  public static SampleAccount in(PerformanceStore store, String id) {
    return new SampleAccount(new AccountId(id), store);
  }

  public AccountId id() {
    return id;
  }

  public PerformanceStore store() {
    return store;
  }

  public SampleAccount set(AccountSettings settings) {
    store.save(id, settings);
    return this;
  }

  /// A file with one row a day and key.
  public SampleDelivery daily(ReportKind kind) {
    return SampleDelivery.of(this, kind, Grain.DAILY, DateRange.day(LocalDate.EPOCH));
  }

  /// A file that answers for a period as a whole.
  public SampleDelivery range(ReportKind kind, String from, String to) {
    DateRange period = new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    return SampleDelivery.of(this, kind, Grain.RANGE, period);
  }

  /// Imports several files with one command.
  ///
  /// @return the id of the import
  public long pulled(String date, SampleDelivery... files) {
    return imported(LocalDate.parse(date), List.of(files));
  }

  long imported(LocalDate pulled, List<SampleDelivery> files) {
    try (ImportTransaction transaction = store.begin(id, pulled)) {
      files.forEach(each -> each.writeTo(transaction));
      return transaction.commit();
    }
  }

  /// As of the last day with data.
  public AccountView view() {
    return AccountView.open(store, id, Optional.empty());
  }

  /// As it was known on the morning after a day.
  public AccountView view(String asOf) {
    return AccountView.open(store, id, Optional.of(LocalDate.parse(asOf)));
  }

  public NameResolution names() {
    return new NameResolution(store.identities(id));
  }

  /// The week that ends with the last day with data.
  public AccountSummary summary() {
    return new Summaries(store).week(view(), names());
  }

  /// The week that ends with a day, as it was known on the morning after.
  public AccountSummary summary(String asOf) {
    return new Summaries(store).week(view(asOf), names());
  }

  /// Any window, with the newest pulls.
  public AccountSummary summary(String from, String to) {
    DateRange window = new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    return new Summaries(store).over(view(), names(), window);
  }
}
