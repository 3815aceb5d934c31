package dev.spendlight.storage;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was imported: the files of one import, kind and grain, and of a range file's period, taken
/// together.
final class DeliveryQuery {
  private static final String FILES =
      """
      SELECT file.id, file.import, import.pulled, file.kind, file.grain, file.first_day, file.last_day,
        file.carried, file.rows_imported, file.has_ids
      FROM file JOIN import ON import.id = file.import
      ORDER BY file.import, file.kind, file.grain, file.first_day, file.last_day, file.id
      """;
  private static final String DAYS = "SELECT file, day FROM file_day";

  private record Group(
      long importId, LocalDate pulled, ReportKind kind, Grain grain, Optional<DateRange> period) {}

  private record StoredFile(
      SortedSet<LocalDate> days, Set<Measure> carried, long rows, boolean hasIds) {}

  private DeliveryQuery() {}

  static List<Delivery> read(Connection connection) throws SQLException {
    Map<Integer, SortedSet<LocalDate>> days = days(connection);
    Map<Group, List<StoredFile>> groups = new LinkedHashMap<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(FILES)) {
      while (row.next()) {
        Grain grain = Grain.valueOf(row.getString(5).toUpperCase(Locale.ROOT));
        Group group =
            new Group(
                row.getLong(2),
                row.getObject(3, LocalDate.class),
                ReportKind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                grain,
                grain == Grain.RANGE ? period(row) : Optional.empty());
        StoredFile file =
            new StoredFile(
                days.getOrDefault(row.getInt(1), Collections.emptySortedSet()),
                measures(row.getString(8)),
                row.getLong(9),
                row.getBoolean(10));
        groups.computeIfAbsent(group, each -> new ArrayList<>()).add(file);
      }
    }
    return groups.entrySet().stream()
        .flatMap(each -> delivery(each.getKey(), each.getValue()).stream())
        .toList();
  }

  /// Nothing when the files answer for no day at all.
  private static Optional<Delivery> delivery(Group group, List<StoredFile> files) {
    SortedSet<LocalDate> days =
        files.stream()
            .flatMap(each -> each.days().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<DateRange> period =
        days.isEmpty()
            ? group.period()
            : Optional.of(new DateRange(days.getFirst(), days.getLast()));
    List<StoredFile> withRows = files.stream().filter(each -> each.rows() > 0).toList();
    Set<Measure> carried = carriedByAll(withRows.isEmpty() ? files : withRows);
    boolean hasIds = !withRows.isEmpty() && withRows.stream().allMatch(StoredFile::hasIds);
    return period.map(each ->
        new Delivery(
            group.importId(),
            group.pulled(),
            group.kind(),
            group.grain(),
            each,
            days,
            carried,
            hasIds));
  }

  private static Set<Measure> carriedByAll(List<StoredFile> files) {
    Set<Measure> carried = EnumSet.allOf(Measure.class);
    files.forEach(each -> carried.retainAll(each.carried()));
    return carried;
  }

  private static Map<Integer, SortedSet<LocalDate>> days(Connection connection)
      throws SQLException {
    Map<Integer, SortedSet<LocalDate>> days = new HashMap<>();
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(DAYS)) {
      while (row.next()) {
        days.computeIfAbsent(row.getInt(1), file -> new TreeSet<>())
            .add(Objects.requireNonNull(row.getObject(2, LocalDate.class)));
      }
    }
    return days;
  }

  private static Optional<DateRange> period(ResultSet row) throws SQLException {
    LocalDate from = row.getObject(6, LocalDate.class);
    LocalDate to = row.getObject(7, LocalDate.class);
    return from == null || to == null ? Optional.empty() : Optional.of(new DateRange(from, to));
  }

  private static Set<Measure> measures(String names) {
    return Arrays.stream(names.split(" "))
        .filter(each -> !each.isEmpty())
        .map(Measure::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }
}
