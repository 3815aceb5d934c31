package dev.spendlight.testing;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.KnownIdentity;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.StateAt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One account of an [InMemoryPerformanceStore]: settings, and files in the order of their imports.
final class InMemoryAccount {
  private AccountSettings settings = AccountSettings.unset();
  private List<ImportedFile> files = new ArrayList<>();
  private long lastImport = 0;

  /// A file, and the import that brought it.
  record ImportedFile(long importId, LocalDate pulled, StoredFile file) {}

  /// A row, and when the platform told it.
  record PulledRow(LocalDate pulled, ReportRow row) {
    /// The state that it tells.
    Optional<StateAt> told() {
      return row.state().equals(EntityState.UNKNOWN)
          ? Optional.empty()
          : Optional.of(new StateAt(row.key(), row.state(), row.from(), pulled));
    }
  }

  AccountSettings settings() {
    return settings;
  }

  void save(AccountSettings replacement) {
    settings = replacement;
  }

  long add(LocalDate pulled, List<StoredFile> imported) {
    lastImport++;
    imported.forEach(file -> files.add(new ImportedFile(lastImport, pulled, file)));
    return lastImport;
  }

  /// Files of one import, kind and grain are one delivery; range files also share the period.
  List<Delivery> deliveries() {
    Map<List<Object>, List<ImportedFile>> together = new LinkedHashMap<>();
    for (ImportedFile each : files) {
      StoredFile file = each.file();
      List<Object> same = List.of(each.importId(), file.kind(), file.grain(), file.rangePeriod());
      together.computeIfAbsent(same, fresh -> new ArrayList<>()).add(each);
    }
    return together.values().stream().flatMap(each -> delivery(each).stream()).toList();
  }

  private static Optional<Delivery> delivery(List<ImportedFile> together) {
    ImportedFile any = together.getFirst();
    return StoredFile.Together.of(together.stream().map(ImportedFile::file).toList())
        .map(files -> files.delivery(any.importId(), any.pulled()));
  }

  List<PulledRow> rows(Selection selection) {
    List<PulledRow> rows = new ArrayList<>();
    for (ImportedFile each : files) {
      for (Selection.Slice slice : slicesOf(each, selection)) {
        each.file().rows(slice.days()).forEach(row -> rows.add(new PulledRow(each.pulled(), row)));
      }
    }
    return rows;
  }

  List<KnownIdentity> identities() {
    Map<RowKey, DateRange> days = new LinkedHashMap<>();
    for (ImportedFile each : files) {
      for (ReportRow row : each.file().rows()) {
        if (!row.key().campaignId().isEmpty()) {
          days.merge(
              Detail.TARGET.of(row.key()), new DateRange(row.from(), row.to()), DateRange::span);
        }
      }
    }
    return days.entrySet().stream()
        .map(each -> new KnownIdentity(each.getKey(), each.getValue()))
        .toList();
  }

  /// Of the last day, there of the last import, there of the last row.
  List<StateAt> states(Selection selection) {
    Map<RowKey, StateAt> latest = new LinkedHashMap<>();
    for (StateAt each : told(selection)) {
      latest.merge(each.key(), each, (one, other) -> other.day().isBefore(one.day()) ? one : other);
    }
    return List.copyOf(latest.values());
  }

  /// Of the last import, there of the last row.
  List<StateAt> dailyStates(Selection selection) {
    Map<RowKey, SortedMap<LocalDate, StateAt>> days = new LinkedHashMap<>();
    for (StateAt each : told(selection)) {
      days.computeIfAbsent(each.key(), fresh -> new TreeMap<>()).put(each.day(), each);
    }
    return days.values().stream().flatMap(each -> each.values().stream()).toList();
  }

  private List<StateAt> told(Selection selection) {
    return rows(selection).stream().flatMap(each -> each.told().stream()).toList();
  }

  InMemoryPulls pulls(ReportKind kind, LocalDate lastPull) {
    return new InMemoryPulls(
        files.stream()
            .filter(each -> each.file().kind() == kind && !each.pulled().isAfter(lastPull))
            .toList());
  }

  void forget(Selection superseded) {
    List<ImportedFile> kept = new ArrayList<>();
    for (ImportedFile each : files) {
      Optional<StoredFile> rest = Optional.of(each.file());
      for (Selection.Slice slice : slicesOf(each, superseded)) {
        rest = rest.flatMap(file -> file.without(slice.days()));
      }
      rest.ifPresent(file -> kept.add(new ImportedFile(each.importId(), each.pulled(), file)));
    }
    files = kept;
  }

  private static List<Selection.Slice> slicesOf(ImportedFile imported, Selection selection) {
    boolean concerned =
        imported.file().kind() == selection.kind() && imported.file().grain() == selection.grain();
    return concerned
        ? selection.slices().stream()
            .filter(each -> each.importId() == imported.importId())
            .toList()
        : List.of();
  }
}
