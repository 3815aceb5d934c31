package dev.spendlight.history;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ReportKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds which pulls of each report answer for a window, and which report answers best.
public final class Coverages {
  private Coverages() {}

  /// Every report that covers some day of the window, the best first: most days covered, then one
  /// that has sales, then the order of [ReportKind]; of one report daily before range. So a range
  /// file may answer, and widen the window, though a later report in that order has every day.
  public static List<Coverage> of(
      List<Delivery> deliveries, AsOf asOf, DateRange window, AttributionWindow attribution) {
    return Stream.of(ReportKind.values())
        .flatMap(kind ->
            Stream.of(daily(deliveries, kind, asOf, window), range(deliveries, kind, asOf, window)))
        .filter(coverage -> !coverage.isEmpty())
        .sorted(
            Comparator.comparingInt(Coverage::covered)
                .reversed()
                .thenComparing(coverage -> !coverage.hasSales(attribution))
                .thenComparing(Coverage::kind)
                .thenComparing(Coverage::grain))
        .toList();
  }

  /// The best of some kinds, in the same order.
  public static Optional<Coverage> best(List<Coverage> coverages, Collection<ReportKind> kinds) {
    return coverages.stream().filter(coverage -> kinds.contains(coverage.kind())).findFirst();
  }

  /// The daily series of one report: for each day of the window its best pull. Days after the as-of
  /// day never count.
  public static Coverage daily(
      List<Delivery> deliveries, ReportKind kind, AsOf asOf, DateRange window) {
    PullPreference preference = new PullPreference(asOf);
    NavigableMap<LocalDate, Delivery> pulls = new TreeMap<>();
    for (Delivery delivery : of(deliveries, kind, Grain.DAILY)) {
      for (LocalDate day : delivery.days().subSet(window.from(), window.to().plusDays(1))) {
        if (!day.isAfter(asOf.day())) {
          pulls.merge(
              day, delivery, (one, other) -> preference.compare(one, other) >= 0 ? one : other);
        }
      }
    }
    return Coverage.of(kind, Grain.DAILY, window, window, pulls);
  }

  /// Range files of one report, each whole. Overlapping ones are never added: the preferred pull
  /// wins. Of one command the file that answers for most days of the window does, then the one with
  /// fewest other days, then the later one.
  private static Coverage range(
      List<Delivery> deliveries, ReportKind kind, AsOf asOf, DateRange window) {
    NavigableMap<LocalDate, Delivery> pulls = new TreeMap<>();
    DateRange period = window;
    for (Delivery delivery :
        of(deliveries, kind, Grain.RANGE).stream()
            .filter(each -> each.period().overlaps(window))
            .filter(each -> !each.period().to().isAfter(asOf.day()))
            .sorted(preferred(asOf, window))
            .toList()) {
      DateRange its = delivery.period();
      if (its.stream().noneMatch(pulls::containsKey)) {
        its.stream().forEach(day -> pulls.put(day, delivery));
        period = period.span(its);
      }
    }
    return Coverage.of(kind, Grain.RANGE, window, period, pulls);
  }

  private static Comparator<Delivery> preferred(AsOf asOf, DateRange window) {
    return new PullPreference(asOf)
        .reversed()
        .thenComparingInt(
            each -> -each.period().intersection(window).map(DateRange::days).orElse(0))
        .thenComparingInt(each -> each.period().days())
        .thenComparing(each -> each.period().to(), Comparator.reverseOrder());
  }

  private static List<Delivery> of(List<Delivery> deliveries, ReportKind kind, Grain grain) {
    return deliveries.stream()
        .filter(delivery -> delivery.kind() == kind && delivery.grain() == grain)
        .toList();
  }
}
