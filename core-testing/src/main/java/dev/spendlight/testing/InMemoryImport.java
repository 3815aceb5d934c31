package dev.spendlight.testing;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.ReportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An import that gathers its files and hands them over at once.
final class InMemoryImport implements ImportTransaction {
  /// Takes all that was kept, and gives the import's id.
  interface Commit {
    long of(List<StoredFile> files, Optional<AccountSettings> settings);
  }

  private final Commit commit;
  private final List<StoredFile> kept = new ArrayList<>();
  private Optional<AccountSettings> settings = Optional.empty();
  private boolean over = false;

  InMemoryImport(Commit commit) {
    this.commit = commit;
  }

  @Override
  public FileRows open() {
    requireOpen();
    return new Rows();
  }

  @Override
  public void save(AccountSettings replacement) {
    requireOpen();
    settings = Optional.of(replacement);
  }

  @Override
  public long commit() {
    requireOpen();
    over = true;
    return commit.of(List.copyOf(kept), settings);
  }

  @Override
  public void close() {
    over = true;
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("This import was committed or closed before.");
    }
  }

  private final class Rows implements FileRows {
    private final List<ReportRow> rows = new ArrayList<>();
    private boolean closed = false;

    @Override
    public void add(ReportRow row) {
      requireOpenFile();
      rows.add(row);
    }

    @Override
    public void keep(FileFacts facts) {
      requireOpenFile();
      closed = true;
      kept.add(StoredFile.of(facts, rows));
    }

    @Override
    public void close() {
      closed = true;
    }

    private void requireOpenFile() {
      requireOpen();
      if (closed) {
        throw new IllegalStateException("This file was kept or closed before.");
      }
    }
  }
}
