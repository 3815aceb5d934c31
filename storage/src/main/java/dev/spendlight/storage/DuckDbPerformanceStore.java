package dev.spendlight.storage;

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
import dev.spendlight.report.StoreException;
import dev.spendlight.report.VisibleDay;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps each account in a DuckDB file of its own, in `accounts` of a data folder.
///
/// Several processes may use one folder. An account is held for as long as a call or an import
/// lasts: who wants it meanwhile waits a few seconds and is then told who has it. See
/// [StoreOptions] for the bounds.
public final class DuckDbPerformanceStore implements PerformanceStore {
  private final AccountFiles files;
  private final StoreOptions options;
  private final Migrations migrations;
  private final Map<AccountId, AccountAccess> accounts = new ConcurrentHashMap<>();
  private Optional<Engine> engine = Optional.empty();
  private boolean closed;

  /// @param dataFolder made when the first account is written
  public DuckDbPerformanceStore(Path dataFolder) {
    this(dataFolder, StoreOptions.defaults());
  }

  public DuckDbPerformanceStore(Path dataFolder, StoreOptions options) {
    this(dataFolder, options, Migrations.standard());
  }

  DuckDbPerformanceStore(Path dataFolder, StoreOptions options, Migrations migrations) {
    this.files = new AccountFiles(dataFolder);
    this.options = options;
    this.migrations = migrations;
  }

  @Override
  public List<AccountId> accounts() {
    return files.list().stream()
        .filter(each -> !files.isMarkedNew(each) || isCommitted(each))
        .sorted()
        .toList();
  }

  private boolean isCommitted(AccountId account) {
    try {
      return settings(account).isPresent();
    } catch (StoreException inUseOrUnreadable) {
      return false;
    }
  }

  @Override
  public Optional<AccountSettings> settings(AccountId account) {
    return read(account, Optional.empty(), lease -> SettingsTable.read(lease.connection()));
  }

  @Override
  public String revision(AccountId account) {
    return files.revision(account);
  }

  @Override
  public Hold hold(AccountId account) {
    return files.exists(account) ? access(account).hold(engine()) : () -> {};
  }

  @Override
  public void save(AccountId account, AccountSettings settings) {
    try (Lease lease = access(account).write(engine())) {
      lease.connection().setAutoCommit(false);
      SettingsTable.save(lease.connection(), settings);
      lease.connection().commit();
      files.unmark(account);
    } catch (SQLException e) {
      throw StoreFailures.of(e, files.file(account));
    }
  }

  @Override
  public boolean delete(AccountId account) {
    if (!files.exists(account)) {
      return false;
    }
    return access(account).delete(engine());
  }

  @Override
  public ImportTransaction begin(AccountId account, LocalDate pulled) {
    Lease lease = access(account).write(engine());
    try {
      return new DuckDbImport(lease, pulled, () -> files.unmark(account));
    } catch (SQLException e) {
      lease.close();
      throw StoreFailures.of(e, files.file(account));
    }
  }

  @Override
  public List<Delivery> deliveries(AccountId account) {
    return read(account, List.of(), lease -> DeliveryQuery.read(lease.connection()));
  }

  @Override
  public PerformanceTable read(
      AccountId account,
      Selection selection,
      AttributionWindow window,
      Detail detail,
      boolean byDay) {
    return read(
        account,
        PerformanceQuery.NOTHING,
        lease -> new PerformanceQuery(lease).read(selection, window, detail, byDay));
  }

  @Override
  public List<KnownIdentity> identities(AccountId account) {
    return read(account, List.of(), IdentityQuery::read);
  }

  @Override
  public List<StateAt> states(AccountId account, Selection selection) {
    return read(account, List.of(), lease -> StateQuery.latest(lease, selection));
  }

  @Override
  public List<StateAt> dailyStates(AccountId account, Selection selection) {
    return read(account, List.of(), lease -> StateQuery.daily(lease, selection));
  }

  @Override
  public List<StateAt> stateChanges(AccountId account, ReportKind kind, LocalDate lastPull) {
    return read(account, List.of(), lease -> new StateChangeQuery(lease).read(kind, lastPull));
  }

  @Override
  public List<VisibleDay> visibleDays(
      AccountId account, ReportKind kind, LocalDate lastPull, AttributionWindow window) {
    return read(
        account,
        List.of(),
        lease -> VisibleDayQuery.read(lease.connection(), kind, lastPull, window));
  }

  @Override
  public void forget(AccountId account, Selection superseded) {
    if (!files.exists(account)) {
      return;
    }
    try (Lease lease = access(account).write(engine())) {
      Forgetting.run(lease.connection(), superseded);
    } catch (SQLException e) {
      throw StoreFailures.of(e, files.file(account));
    }
  }

  /// Also ends what is under way.
  @Override
  public synchronized void close() {
    closed = true;
    engine.ifPresent(Engine::close);
    engine = Optional.empty();
  }

  private interface Query<T> {
    T run(Lease lease) throws SQLException;
  }

  private <T> T read(AccountId account, T absent, Query<T> query) {
    if (!files.exists(account)) {
      return absent;
    }
    Optional<Lease> granted = access(account).read(engine());
    if (granted.isEmpty()) {
      return absent;
    }
    try (Lease lease = granted.get()) {
      return query.run(lease);
    } catch (SQLException e) {
      throw StoreFailures.of(e, files.file(account));
    }
  }

  private AccountAccess access(AccountId account) {
    return accounts.computeIfAbsent(
        account, each -> new AccountAccess(each, files, migrations, options));
  }

  private synchronized Engine engine() {
    if (closed) {
      throw new IllegalStateException("The store is closed.");
    }
    if (engine.isEmpty()) {
      engine = Optional.of(Engine.start(files.folder(), options));
    }
    return engine.get();
  }
}
