package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.KnownIdentity;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.Selection;
import dev.spendlight.report.StateAt;
import dev.spendlight.report.VisibleDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// A whole [PerformanceStore] in the memory of one process, for tests and for programs that need
/// nothing kept.
///
/// It keeps every row as it came and adds up when asked, so it is as slow as it is simple: right
/// for some hundred thousand rows. Threads may share one. Closing it loses nothing; it lives as
/// long as it is held.
public final class InMemoryPerformanceStore implements PerformanceStore {
  private final TreeMap<AccountId, InMemoryAccount> accounts = new TreeMap<>();
  private long changes;

  @Override
  public synchronized List<AccountId> accounts() {
    return List.copyOf(accounts.keySet());
  }

  @Override
  public synchronized Optional<AccountSettings> settings(AccountId account) {
    return Optional.ofNullable(accounts.get(account)).map(InMemoryAccount::settings);
  }

  @Override
  public synchronized void save(AccountId account, AccountSettings settings) {
    opened(account).save(settings);
    changes++;
  }

  /// Counts the changes of all accounts.
  @Override
  public synchronized String revision(AccountId account) {
    return Long.toString(changes);
  }

  @Override
  public synchronized boolean delete(AccountId account) {
    changes++;
    return accounts.remove(account) != null;
  }

  @Override
  public ImportTransaction begin(AccountId account, LocalDate pulled) {
    return new InMemoryImport((files, settings) -> commit(account, pulled, files, settings));
  }

  private synchronized long commit(
      AccountId account,
      LocalDate pulled,
      List<StoredFile> files,
      Optional<AccountSettings> settings) {
    InMemoryAccount opened = opened(account);
    settings.ifPresent(opened::save);
    changes++;
    return opened.add(pulled, files);
  }

  @Override
  public synchronized List<Delivery> deliveries(AccountId account) {
    return ask(account, InMemoryAccount::deliveries);
  }

  @Override
  public synchronized PerformanceTable read(
      AccountId account,
      Selection selection,
      AttributionWindow window,
      Detail detail,
      boolean byDay) {
    TableSums sums = new TableSums(window, detail, byDay);
    ask(account, it -> it.rows(selection)).forEach(each -> sums.add(each.row()));
    return sums.table();
  }

  @Override
  public synchronized List<KnownIdentity> identities(AccountId account) {
    return ask(account, InMemoryAccount::identities);
  }

  @Override
  public synchronized List<StateAt> states(AccountId account, Selection selection) {
    return ask(account, it -> it.states(selection));
  }

  @Override
  public synchronized List<StateAt> dailyStates(AccountId account, Selection selection) {
    return ask(account, it -> it.dailyStates(selection));
  }

  @Override
  public synchronized List<StateAt> stateChanges(
      AccountId account, ReportKind kind, LocalDate lastPull) {
    return ask(account, it -> it.pulls(kind, lastPull).stateChanges());
  }

  @Override
  public synchronized List<VisibleDay> visibleDays(
      AccountId account, ReportKind kind, LocalDate lastPull, AttributionWindow window) {
    return ask(account, it -> it.pulls(kind, lastPull).visibleDays(window));
  }

  @Override
  public synchronized void forget(AccountId account, Selection superseded) {
    changes++;
    Optional.ofNullable(accounts.get(account)).ifPresent(it -> it.forget(superseded));
  }

  @Override
  public void close() {}

  private InMemoryAccount opened(AccountId account) {
    return accounts.computeIfAbsent(account, fresh -> new InMemoryAccount());
  }

  /// What an account answers; of an unknown one nothing.
  private <T> List<T> ask(AccountId account, Function<InMemoryAccount, List<T>> question) {
    return Optional.ofNullable(accounts.get(account)).map(question).orElse(List.of());
  }
}
