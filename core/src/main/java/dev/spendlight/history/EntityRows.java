package dev.spendlight.history;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.RowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// The rows of a table with every name resolved: each row belongs to one entity.
///
/// A name is resolved once for all its rows. Only one that changed hands within the period is
/// resolved day by day, where days are told apart.
public final class EntityRows {
  private static final int UNSEEN = -1;
  private static final int BY_DAY = -2;

  private final PerformanceTable table;
  private final List<RowKey> entities;
  private final int[] entityOf;
  private final SortedSet<String> ambiguous;

  private EntityRows(
      PerformanceTable table, List<RowKey> entities, int[] entityOf, SortedSet<String> ambiguous) {
    this.table = table;
    this.entities = List.copyOf(entities);
    this.entityOf = entityOf;
    this.ambiguous = Collections.unmodifiableSortedSet(ambiguous);
  }

  /// @param period the days that rows stand for where they are not told apart by day
  /// @param byDay whether rows are told apart by day
  public static EntityRows resolve(
      PerformanceTable table, NameResolution names, DateRange period, boolean byDay) {
    Map<RowKey, Integer> places = new HashMap<>();
    List<RowKey> entities = new ArrayList<>();
    NavigableSet<String> ambiguous = new TreeSet<>();
    int[] entityOf = new int[table.rows()];
    int[] placeOfKey = new int[table.keys().size()];
    Arrays.fill(placeOfKey, UNSEEN);
    for (int row = 0; row < entityOf.length; row++) {
      int key = table.keyIndex(row);
      if (placeOfKey[key] == UNSEEN) {
        NameResolution.Resolved resolved = names.resolve(table.key(row), period);
        if (byDay && !resolved.ambiguous().isEmpty()) {
          placeOfKey[key] = BY_DAY;
        } else {
          ambiguous.addAll(resolved.ambiguous());
          placeOfKey[key] = place(resolved.key(), places, entities);
        }
      }
      if (placeOfKey[key] == BY_DAY) {
        NameResolution.Resolved resolved =
            names.resolve(table.key(row), DateRange.day(table.day(row)));
        ambiguous.addAll(resolved.ambiguous());
        entityOf[row] = place(resolved.key(), places, entities);
      } else {
        entityOf[row] = placeOfKey[key];
      }
    }
    return new EntityRows(table, entities, entityOf, ambiguous);
  }

  public PerformanceTable table() {
    return table;
  }

  /// Resolved keys, each once.
  public List<RowKey> entities() {
    return entities;
  }

  /// The place in [#entities] of a row's entity.
  public int entityOf(int row) {
    return entityOf[row];
  }

  /// Names that two ids bore at the same time.
  public SortedSet<String> ambiguous() {
    return ambiguous;
  }

  private static int place(RowKey key, Map<RowKey, Integer> places, List<RowKey> entities) {
    return places.computeIfAbsent(
        key,
        fresh -> {
          entities.add(fresh);
          return entities.size() - 1;
        });
  }

  /// Sums of each entity, in the order of [#entities], over the rows that `include` takes.
  ///
  /// @param coverage whose rows these are; what it does not carry is absent
  public List<Metrics> totals(Coverage coverage, AttributionWindow window, IntPredicate include) {
    long[][] sums = new long[entities.size()][6];
    for (int row = 0; row < entityOf.length; row++) {
      if (include.test(row)) {
        long[] sum = sums[entityOf[row]];
        sum[0] = Math.addExact(sum[0], table.impressions(row));
        sum[1] = Math.addExact(sum[1], table.clicks(row));
        sum[2] = Math.addExact(sum[2], table.spendMicros(row));
        sum[3] = Math.addExact(sum[3], table.salesMicros(row));
        sum[4] = Math.addExact(sum[4], table.orders(row));
        sum[5] = Math.addExact(sum[5], table.units(row));
      }
    }
    List<Metrics> totals = new ArrayList<>(sums.length);
    for (long[] sum : sums) {
      totals.add(coverage.metrics(window, sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]));
    }
    return totals;
  }
}
