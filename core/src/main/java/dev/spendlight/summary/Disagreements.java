package dev.spendlight.summary;

import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.Coverages;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.metric.Money;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.Selection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Says where two reports of the same days do not tell the same.
final class Disagreements {
  private static final BigDecimal A_CENT = new BigDecimal("0.01");
  private static final long AN_ORDER = 1;

  private final PerformanceStore store;
  private final AccountView view;

  Disagreements(PerformanceStore store, AccountView view) {
    this.store = store;
    this.view = view;
  }

  /// One sentence for each metric that differs by more than a cent or an order on the days that
  /// both cover.
  List<String> between(Coverage answering, Coverage other) {
    Optional<DateRange> common = commonPeriod(answering, other);
    if (common.isEmpty()) {
      return List.of();
    }
    Coverage here = over(answering, common.get());
    Coverage there = over(other, common.get());
    if (here.pulls().keySet().equals(there.pulls().keySet())) {
      return sentences(here, total(here), there, total(there));
    }
    NavigableSet<LocalDate> both = new TreeSet<>(here.pulls().keySet());
    both.retainAll(there.pulls().keySet());
    if (both.isEmpty() || here.grain() == Grain.RANGE || there.grain() == Grain.RANGE) {
      return List.of();
    }
    Coverage ours = here.only(both);
    Coverage theirs = there.only(both);
    return sentences(ours, total(ours), theirs, total(theirs));
  }

  /// Two daily series are compared over the window, a range file over its whole period.
  private static Optional<DateRange> commonPeriod(Coverage answering, Coverage other) {
    if (answering.grain() == Grain.DAILY && other.grain() == Grain.DAILY) {
      return Optional.of(answering.asked());
    }
    Coverage range = answering.grain() == Grain.RANGE ? answering : other;
    List<Selection.Slice> slices = range.selection().slices();
    return slices.size() == 1 ? Optional.of(slices.getFirst().days()) : Optional.empty();
  }

  private Coverage over(Coverage coverage, DateRange period) {
    return coverage.grain() == Grain.DAILY
        ? Coverages.daily(view.deliveries(), coverage.kind(), view.asOf(), period)
        : coverage;
  }

  private Metrics total(Coverage coverage) {
    PerformanceTable table =
        store.read(
            view.account(), coverage.selection(), view.attribution(), Detail.CAMPAIGN, false);
    long[] sum = new long[6];
    for (int row = 0; row < table.rows(); row++) {
      sum[0] += table.impressions(row);
      sum[1] += table.clicks(row);
      sum[2] = Math.addExact(sum[2], table.spendMicros(row));
      sum[3] = Math.addExact(sum[3], table.salesMicros(row));
      sum[4] += table.orders(row);
      sum[5] += table.units(row);
    }
    return coverage.metrics(view.attribution(), sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
  }

  private List<String> sentences(Coverage here, Metrics ours, Coverage there, Metrics theirs) {
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
        .map(currency ->
            new Money(value, currency).amount().toPlainString() + " " + currency.getCurrencyCode())
        .orElseGet(value::toPlainString);
  }

  private static String sentence(
      String metric, Coverage here, String ours, Coverage there, String theirs) {
    return "The %s and %s reports disagree on %s (%s to %s): %s against %s; the %s report is used."
        .formatted(
            here.kind().words(),
            there.kind().words(),
            metric,
            here.pulls().firstKey(),
            here.pulls().lastKey(),
            ours,
            theirs,
            here.kind().words());
  }
}
