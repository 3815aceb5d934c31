package dev.spendlight.reports;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.KnownIdentity;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.Selection;
import dev.spendlight.report.StateAt;
import dev.spendlight.report.VisibleDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Remembers what an importer wrote, and checks that it keeps the rules of [ImportTransaction].
final class RecordingStore implements PerformanceStore {
  /// One kept file.
  record Kept(FileFacts facts, List<ReportRow> rows) {}

  final List<Kept> files = new ArrayList<>();
  final Map<AccountId, AccountSettings> settings = new HashMap<>();
  int commits;

  @Override
  public Optional<AccountSettings> settings(AccountId account) {
    return Optional.ofNullable(settings.get(account));
  }

  @Override
  public String revision(AccountId account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(AccountId account, AccountSettings value) {
    settings.put(account, value);
  }

  @Override
  public ImportTransaction begin(AccountId account, LocalDate pulled) {
    return new Recording(account);
  }

  private final class Recording implements ImportTransaction {
    private final AccountId account;
    private final List<Kept> pending = new ArrayList<>();
    private Optional<AccountSettings> saved = Optional.empty();
    private boolean open;

    Recording(AccountId account) {
      this.account = account;
    }

    @Override
    public FileRows open() {
      if (open) {
        throw new IllegalStateException("The file before was not closed");
      }
      open = true;
      List<ReportRow> rows = new ArrayList<>();
      return new FileRows() {
        private boolean kept;

        @Override
        public void add(ReportRow row) {
          if (kept || !open) {
            throw new IllegalStateException("A row after the end");
          }
          rows.add(row);
        }

        @Override
        public void keep(FileFacts facts) {
          kept = true;
          pending.add(new Kept(facts, rows));
        }

        @Override
        public void close() {
          open = false;
        }
      };
    }

    @Override
    public void save(AccountSettings value) {
      saved = Optional.of(value);
    }

    @Override
    public long commit() {
      commits++;
      files.addAll(pending);
      settings.put(account, saved.or(() -> settings(account)).orElseGet(AccountSettings::unset));
      return commits;
    }

    @Override
    public void close() {}
  }

  @Override
  public List<AccountId> accounts() {
    return settings.keySet().stream().sorted().toList();
  }

  @Override
  public boolean delete(AccountId account) {
    return settings.remove(account) != null;
  }

  @Override
  public List<Delivery> deliveries(AccountId account) {
    return List.of();
  }

  @Override
  public PerformanceTable read(
      AccountId account,
      Selection selection,
      AttributionWindow window,
      Detail detail,
      boolean byDay) {
    long[] none = new long[0];
    return new PerformanceTable(
        List.of(), new int[0], new int[0], none, none, none, none, none, none);
  }

  @Override
  public List<KnownIdentity> identities(AccountId account) {
    return List.of();
  }

  @Override
  public List<StateAt> states(AccountId account, Selection selection) {
    return List.of();
  }

  @Override
  public List<StateAt> dailyStates(AccountId account, Selection selection) {
    return List.of();
  }

  @Override
  public List<StateAt> stateChanges(AccountId account, ReportKind kind, LocalDate lastPull) {
    return List.of();
  }

  @Override
  public List<VisibleDay> visibleDays(
      AccountId account, ReportKind kind, LocalDate lastPull, AttributionWindow window) {
    return List.of();
  }

  @Override
  public void forget(AccountId account, Selection superseded) {}

  @Override
  public void close() {}
}
