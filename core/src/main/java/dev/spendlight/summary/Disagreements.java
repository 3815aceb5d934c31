package dev.spendlight.summary;

import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.Coverages;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.Selection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Says where two reports of the same days do not tell the same.
///
/// Two reports are compared on the days that both cover. A range file has no days of its own: it is
/// compared as a whole, and only where the other report covers all of it.
final class Disagreements {
  private static final BigDecimal A_CENT = new BigDecimal("0.01");
  private static final long AN_ORDER = 1;

  private final PerformanceStore store;
  private final AccountView view;
  private final Map<Selection, Metrics> totals = new HashMap<>();

  Disagreements(PerformanceStore store, AccountView view) {
    this.store = store;
    this.view = view;
  }

  /// One sentence for each metric that differs by more than a cent or an order.
  List<String> between(Coverage answering, Coverage other) {
    Coverage here = beside(other, answering);
    Coverage there = beside(answering, other);
    NavigableSet<LocalDate> both = common(here, there);
    if (both.isEmpty()) {
      return List.of();
    }
    return sentences(here.only(both), there.only(both));
  }

  /// A daily report can be asked for all the days of a range report, whatever the window was.
  private Coverage beside(Coverage other, Coverage coverage) {
    return coverage.grain() == Grain.DAILY && other.grain() == Grain.RANGE
        ? Coverages.daily(view.deliveries(), coverage.kind(), view.asOf(), other.period())
        : coverage;
  }

  /// The days that both cover with whole files.
  private static NavigableSet<LocalDate> common(Coverage here, Coverage there) {
    NavigableSet<LocalDate> days = new TreeSet<>(here.pulls().keySet());
    int before;
    do {
      before = days.size();
      retainWhole(days, here);
      retainWhole(days, there);
    } while (days.size() < before);
    return days;
  }

  private static void retainWhole(NavigableSet<LocalDate> days, Coverage coverage) {
    NavigableSet<LocalDate> known = new TreeSet<>(days);
    days.removeIf(day -> {
      Delivery delivery = coverage.pulls().get(day);
      return delivery == null
          || (coverage.grain() == Grain.RANGE
              && !delivery.period().stream().allMatch(known::contains));
    });
  }

  private Metrics total(Coverage coverage) {
    return totals.computeIfAbsent(coverage.selection(), selection -> read(coverage));
  }

  private Metrics read(Coverage coverage) {
    PerformanceTable table =
        store.read(
            view.account(), coverage.selection(), view.attribution(), Detail.CAMPAIGN, false);
    long[] sum = new long[6];
    for (int row = 0; row < table.rows(); row++) {
      sum[0] = Math.addExact(sum[0], table.impressions(row));
      sum[1] = Math.addExact(sum[1], table.clicks(row));
      sum[2] = Math.addExact(sum[2], table.spendMicros(row));
      sum[3] = Math.addExact(sum[3], table.salesMicros(row));
      sum[4] = Math.addExact(sum[4], table.orders(row));
      sum[5] = Math.addExact(sum[5], table.units(row));
    }
    return coverage.metrics(view.attribution(), sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
  }

  private List<String> sentences(Coverage here, Coverage there) {
    Metrics ours = total(here);
    Metrics theirs = total(there);
    List<String> sentences = new ArrayList<>();
    money("spend", here, ours.spend(), there, theirs.spend()).ifPresent(sentences::add);
    money("sales", here, ours.sales(), there, theirs.sales()).ifPresent(sentences::add);
    if (ours.orders().isPresent()
        && theirs.orders().isPresent()
        && Math.abs(ours.orders().get() - theirs.orders().get()) > AN_ORDER) {
      sentences.add(
          sentence(
              "orders",
              here,
              ours.orders().get().toString(),
              there,
              theirs.orders().get().toString()));
    }
    return sentences;
  }

  private Optional<String> money(
      String metric,
      Coverage here,
      Optional<BigDecimal> ours,
      Coverage there,
      Optional<BigDecimal> theirs) {
    return ours.flatMap(mine ->
        theirs
            .filter(his -> mine.subtract(his).abs().compareTo(A_CENT) > 0)
            .map(his -> sentence(metric, here, amount(mine), there, amount(his))));
  }

  private String amount(BigDecimal value) {
    return view.settings()
        .effectiveCurrency()
        .map(currency -> value.toPlainString() + " " + currency.getCurrencyCode())
        .orElseGet(value::toPlainString);
  }

  private static String sentence(
      String metric, Coverage here, String ours, Coverage there, String theirs) {
    boolean sameKind = here.kind() == there.kind();
    return "The %s and %s reports disagree on %s (%s): %s against %s; the %s report is used."
        .formatted(
            name(here, sameKind),
            name(there, sameKind),
            metric,
            Days.listed(here.pulls().keySet()),
            ours,
            theirs,
            name(here, sameKind));
  }

  /// The grain only where the kind tells nothing apart.
  private static String name(Coverage coverage, boolean sameKind) {
    return sameKind
        ? coverage.grain().key() + " " + coverage.kind().words()
        : coverage.kind().words();
  }
}
