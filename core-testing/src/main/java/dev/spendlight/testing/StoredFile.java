package dev.spendlight.testing;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// A file that was kept, as far as an [InMemoryPerformanceStore] needs it.
///
/// @param rangePeriod of a range file the period it answers for; empty for a daily file
/// @param days delivered; empty for a range file
record StoredFile(
    ReportKind kind,
    Grain grain,
    Optional<DateRange> rangePeriod,
    SortedSet<LocalDate> days,
    Set<Measure> carried,
    List<ReportRow> rows) {

  static StoredFile of(FileFacts facts, List<ReportRow> rows) {
    return new StoredFile(
        facts.kind(),
        facts.grain(),
        facts.grain() == Grain.RANGE ? facts.period() : Optional.empty(),
        new TreeSet<>(facts.days()),
        Set.copyOf(facts.carried()),
        List.copyOf(rows));
  }

  /// @param taken days of a daily file; of a range file exactly its period, anything else is none
  ///   of it
  List<ReportRow> rows(DateRange taken) {
    if (grain == Grain.RANGE) {
      return rangePeriod.equals(Optional.of(taken)) ? rows : List.of();
    }
    return rows.stream().filter(row -> taken.contains(row.from())).toList();
  }

  /// What is left without some days; empty when nothing is.
  Optional<StoredFile> without(DateRange gone) {
    if (grain == Grain.RANGE) {
      return rangePeriod.equals(Optional.of(gone)) ? Optional.empty() : Optional.of(this);
    }
    SortedSet<LocalDate> left = new TreeSet<>(days);
    left.removeIf(gone::contains);
    List<ReportRow> rest = rows.stream().filter(row -> !gone.contains(row.from())).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoredFile(kind, grain, rangePeriod, left, carried, rest));
  }

  private boolean hasRows() {
    return !rows.isEmpty();
  }

  /// Files that are one delivery.
  record Together(List<StoredFile> files, DateRange period, SortedSet<LocalDate> days) {

    /// Empty when the files answer for no day at all.
    static Optional<Together> of(List<StoredFile> files) {
      SortedSet<LocalDate> days = new TreeSet<>();
      files.forEach(file -> days.addAll(file.days()));
      Optional<DateRange> period =
          days.isEmpty()
              ? files.getFirst().rangePeriod()
              : Optional.of(new DateRange(days.first(), days.last()));
      return period.map(its -> new Together(files, its, Collections.unmodifiableSortedSet(days)));
    }

    /// A file without rows tells nothing of columns, so it takes none away from the others.
    Delivery delivery(long importId, LocalDate pulled) {
      List<StoredFile> filled = files.stream().filter(StoredFile::hasRows).toList();
      Set<Measure> carried = EnumSet.allOf(Measure.class);
      (filled.isEmpty() ? files : filled).forEach(file -> carried.retainAll(file.carried()));
      boolean hasIds =
          !filled.isEmpty()
              && filled.stream()
                  .flatMap(file -> file.rows().stream())
                  .noneMatch(row -> row.key().campaignId().isEmpty());
      StoredFile any = files.getFirst();
      return new Delivery(
          importId, pulled, any.kind(), any.grain(), period, days, Set.copyOf(carried), hasIds);
    }
  }
}
