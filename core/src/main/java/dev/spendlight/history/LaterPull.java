package dev.spendlight.history;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Money;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What an import did to the days that were there before it.
public final class LaterPull {
  private final PerformanceStore store;

  public LaterPull(PerformanceStore store) {
    this.store = store;
  }

  /// Things with spend that the import's days no longer have, largest spend first.
  public List<Vanished> vanished(AccountId account, long importId) {
    List<Delivery> deliveries = store.deliveries(account);
    NameResolution names = new NameResolution(store.identities(account));
    List<Vanished> vanished = new ArrayList<>();
    for (Delivery later : deliveries) {
      if (later.importId() == importId && later.grain() == Grain.DAILY) {
        vanished.addAll(vanished(account, later, earlier(deliveries, later), names));
      }
    }
    return vanished.stream().sorted((one, other) -> other.spend().compareTo(one.spend())).toList();
  }

  /// Rows of earlier imports of the same pull day that the import replaces for good.
  public List<Selection> superseded(AccountId account, long importId) {
    List<Delivery> deliveries = store.deliveries(account);
    List<Selection> superseded = new ArrayList<>();
    for (Delivery later : deliveries) {
      if (later.importId() == importId) {
        deliveries.stream()
            .filter(each -> isReplacedBy(each, later))
            .map(each -> common(each, later))
            .filter(selection -> !selection.isEmpty())
            .forEach(superseded::add);
      }
    }
    return superseded;
  }

  private static boolean isReplacedBy(Delivery earlier, Delivery later) {
    return earlier.importId() < later.importId()
        && earlier.pulled().equals(later.pulled())
        && earlier.kind() == later.kind()
        && earlier.grain() == later.grain();
  }

  private static Selection common(Delivery earlier, Delivery later) {
    if (earlier.grain() == Grain.RANGE) {
      return new Selection(
          earlier.kind(),
          Grain.RANGE,
          earlier.period().equals(later.period())
              ? List.of(new Selection.Slice(earlier.importId(), earlier.period()))
              : List.of());
    }
    NavigableMap<LocalDate, Delivery> days = new TreeMap<>();
    earlier.days().stream().filter(day -> later.days().contains(day)).forEach(day -> days.put(day, earlier));
    return new Selection(earlier.kind(), Grain.DAILY, Slices.ofDays(days));
  }

  /// For each day of the later delivery the newest one before it.
  private static NavigableMap<LocalDate, Delivery> earlier(List<Delivery> deliveries, Delivery later) {
    PullPreference newest = new PullPreference(new AsOf(later.period().to(), false));
    NavigableMap<LocalDate, Delivery> earlier = new TreeMap<>();
    for (Delivery delivery : deliveries) {
      boolean before =
          delivery.importId() != later.importId()
              && delivery.kind() == later.kind()
              && delivery.grain() == Grain.DAILY
              && !delivery.pulled().isAfter(later.pulled());
      if (before) {
        delivery.days().stream()
            .filter(day -> later.days().contains(day))
            .forEach(
                day ->
                    earlier.merge(
                        day, delivery, (one, other) -> newest.compare(one, other) >= 0 ? one : other));
      }
    }
    return earlier;
  }

  private List<Vanished> vanished(
      AccountId account, Delivery later, NavigableMap<LocalDate, Delivery> earlier, NameResolution names) {
    if (earlier.isEmpty()) {
      return List.of();
    }
    NavigableMap<LocalDate, Delivery> same = new TreeMap<>();
    earlier.keySet().forEach(day -> same.put(day, later));
    DateRange days = new DateRange(earlier.firstKey(), earlier.lastKey());
    Map<List<String>, Vanished> gone = new HashMap<>(spends(account, later.kind(), earlier, days, names));
    gone.keySet().removeAll(keys(account, later.kind(), same, days, names));
    return gone.values().stream().filter(each -> each.spend().signum() > 0).toList();
  }

  private Map<List<String>, Vanished> spends(
      AccountId account,
      ReportKind kind,
      NavigableMap<LocalDate, Delivery> days,
      DateRange period,
      NameResolution names) {
    EntityRows rows = rows(account, kind, days, period, names);
    Map<List<String>, Vanished> spends = new HashMap<>();
    for (int row = 0; row < rows.table().rows(); row++) {
      RowKey key = rows.entities().get(rows.entityOf(row));
      Vanished each = new Vanished(kind, key, Money.fromMicros(rows.table().spendMicros(row)));
      spends.merge(
          identity(key), each, (one, other) -> new Vanished(kind, key, one.spend().add(other.spend())));
    }
    return spends;
  }

  private Set<List<String>> keys(
      AccountId account,
      ReportKind kind,
      NavigableMap<LocalDate, Delivery> days,
      DateRange period,
      NameResolution names) {
    Set<List<String>> keys = new HashSet<>();
    rows(account, kind, days, period, names).entities().forEach(key -> keys.add(identity(key)));
    return keys;
  }

  private EntityRows rows(
      AccountId account,
      ReportKind kind,
      NavigableMap<LocalDate, Delivery> days,
      DateRange period,
      NameResolution names) {
    Selection selection = new Selection(kind, Grain.DAILY, Slices.ofDays(days));
    return EntityRows.resolve(
        store.read(account, selection, AttributionWindow.DAYS_7, Detail.TARGET, false), names, period, false);
  }

  private static List<String> identity(RowKey key) {
    return List.of(key.campaignId(), key.adGroupId(), key.targetId());
  }
}
