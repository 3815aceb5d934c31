package dev.spendlight.history;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Money;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What an import did to the days that were there before it.
///
/// Of each pair of consecutive pulls of a day the later replaces the earlier, in whatever order
/// they were imported: an import is compared with the pull before its own, and with the pull after
/// it where that was imported first.
public final class LaterPull {
  /// By pull day; of one pull day by import.
  private static final Comparator<Delivery> BY_PULL =
      Comparator.comparing(Delivery::pulled).thenComparingLong(Delivery::importId);

  private static final Comparator<Vanished> BY_SPEND =
      Comparator.comparing(Vanished::spend)
          .reversed()
          .thenComparing(Vanished::kind)
          .thenComparing(each -> each.key().campaignId())
          .thenComparing(each -> each.key().adGroupId())
          .thenComparing(each -> each.key().targetId());

  private final PerformanceStore store;

  public LaterPull(PerformanceStore store) {
    this.store = store;
  }

  /// Things with spend in a pull that the next pull of the same days no longer has, largest spend
  /// first; ties by id.
  public List<Vanished> vanished(AccountId account, long importId) {
    List<Delivery> deliveries = store.deliveries(account);
    return deliveries.stream()
        .filter(each -> each.importId() == importId && each.grain() == Grain.DAILY)
        .flatMap(
            each -> Stream.of(Replacement.by(each, deliveries), Replacement.of(each, deliveries)))
        .filter(each -> !each.earlier().isEmpty())
        .flatMap(each -> vanished(account, each).stream())
        .sorted(BY_SPEND)
        .toList();
  }

  /// Rows of earlier imports of the same pull day that the import replaces for good. Rows with ids
  /// stay, unused, when what replaces them has none: they tell which id a name belongs to.
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
        && earlier.grain() == later.grain()
        && (later.hasIds() || !earlier.hasIds());
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
    earlier.days().stream()
        .filter(day -> later.days().contains(day))
        .forEach(day -> days.put(day, earlier));
    return new Selection(earlier.kind(), Grain.DAILY, Slices.ofDays(days));
  }

  /// Days that two consecutive pulls have.
  ///
  /// @param earlier for each day the pull that is replaced
  /// @param later for the same days the pull that replaces it
  private record Replacement(
      NavigableMap<LocalDate, Delivery> earlier, NavigableMap<LocalDate, Delivery> later) {

    /// For each day of a delivery the newest pull before it.
    static Replacement by(Delivery delivery, List<Delivery> deliveries) {
      NavigableMap<LocalDate, Delivery> before = new TreeMap<>();
      sameDays(delivery, deliveries)
          .filter(each -> BY_PULL.compare(each, delivery) < 0)
          .sorted(BY_PULL)
          .forEach(each -> common(each, delivery).forEach(day -> before.put(day, each)));
      return new Replacement(before, throughout(before, delivery));
    }

    /// For each day of a delivery the oldest pull after it.
    static Replacement of(Delivery delivery, List<Delivery> deliveries) {
      NavigableMap<LocalDate, Delivery> after = new TreeMap<>();
      sameDays(delivery, deliveries)
          .filter(each -> BY_PULL.compare(each, delivery) > 0)
          .sorted(BY_PULL.reversed())
          .forEach(each -> common(each, delivery).forEach(day -> after.put(day, each)));
      return new Replacement(throughout(after, delivery), after);
    }

    private static Stream<Delivery> sameDays(Delivery delivery, List<Delivery> deliveries) {
      return deliveries.stream()
          .filter(each -> each.importId() != delivery.importId())
          .filter(each -> each.kind() == delivery.kind() && each.grain() == delivery.grain());
    }

    private static Stream<LocalDate> common(Delivery one, Delivery other) {
      return one.days().stream().filter(day -> other.days().contains(day));
    }

    private static NavigableMap<LocalDate, Delivery> throughout(
        NavigableMap<LocalDate, Delivery> days, Delivery delivery) {
      NavigableMap<LocalDate, Delivery> same = new TreeMap<>();
      days.keySet().forEach(day -> same.put(day, delivery));
      return same;
    }

    boolean hasIds() {
      return Stream.concat(earlier.values().stream(), later.values().stream())
          .allMatch(Delivery::hasIds);
    }

    DateRange period() {
      return new DateRange(earlier.firstKey(), earlier.lastKey());
    }
  }

  /// Where every row has ids no name has to be resolved, and a large account's names are not read.
  private List<Vanished> vanished(AccountId account, Replacement days) {
    NameResolution names =
        days.hasIds() ? NameResolution.none() : new NameResolution(store.identities(account));
    Map<List<String>, Vanished> gone =
        spends(rows(account, days.earlier(), days, names), days.earlier().firstEntry().getValue());
    gone.keySet().removeAll(identities(rows(account, days.later(), days, names)));
    return gone.values().stream().filter(each -> each.spend().signum() > 0).toList();
  }

  private static Map<List<String>, Vanished> spends(EntityRows rows, Delivery of) {
    Map<List<String>, Vanished> spends = new HashMap<>();
    for (int row = 0; row < rows.table().rows(); row++) {
      RowKey key = rows.entities().get(rows.entityOf(row));
      Vanished each = new Vanished(of.kind(), key, Money.fromMicros(rows.table().spendMicros(row)));
      spends.merge(
          identity(key),
          each,
          (one, other) -> new Vanished(one.kind(), one.key(), one.spend().add(other.spend())));
    }
    return spends;
  }

  private static Set<List<String>> identities(EntityRows rows) {
    Set<List<String>> identities = new HashSet<>();
    rows.entities().forEach(key -> identities.add(identity(key)));
    return identities;
  }

  private EntityRows rows(
      AccountId account,
      NavigableMap<LocalDate, Delivery> pulls,
      Replacement days,
      NameResolution names) {
    Selection selection =
        new Selection(pulls.firstEntry().getValue().kind(), Grain.DAILY, Slices.ofDays(pulls));
    return EntityRows.resolve(
        store.read(account, selection, AttributionWindow.DAYS_7, Detail.TARGET, false),
        names,
        days.period(),
        false);
  }

  private static List<String> identity(RowKey key) {
    return List.of(key.campaignId(), key.adGroupId(), key.targetId());
  }
}
