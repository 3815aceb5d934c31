package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.Coverages;
import dev.spendlight.history.EntityRows;
import dev.spendlight.history.NameResolution;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.scan.OrdersDue;
import dev.spendlight.scan.ProductRows;
import dev.spendlight.statistics.Completeness;
import dev.spendlight.summary.AccountSummary;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a case file from the store, each report once.
final class CaseFileReader {
  /// Reports that tell of targets are preferred as long as they cover this share of the days that
  /// any does.
  private static final double ENOUGH_DAYS = 0.8;

  private static final List<ReportKind> DAILY_SOURCES =
      List.of(
          ReportKind.TARGETING, ReportKind.SEARCH_TERM, ReportKind.CAMPAIGN, ReportKind.AD_GROUP);

  private final PerformanceStore store;
  private final AccountView view;
  private final NameResolution names;
  private final Completeness completeness;

  CaseFileReader(PerformanceStore store, AccountView view, NameResolution names) {
    this.store = store;
    this.view = view;
    this.names = names;
    this.completeness = LearnedCompleteness.of(store, view, ReportKind.CAMPAIGN);
  }

  /// The rows of the history, of which the evidence of the last days is a part.
  private record Read(Coverage coverage, Level level, PerformanceTable table) {

    /// Whether it holds all rows of another coverage, and tells them apart alike.
    boolean holds(Coverage other, Level of) {
      return level.detail() == of.detail()
          && coverage.kind() == other.kind()
          && other.grain() == Grain.DAILY
          && coverage
              .pulls()
              .subMap(other.period().from(), true, other.period().to(), true)
              .equals(other.pulls());
    }
  }

  CaseFile read(AccountSummary summary) {
    Optional<Read> history = history();
    List<Coverage> coverages = view.coverages(DateRange.ending(view.asOf().day(), CaseFile.DAYS));
    Map<Level, Tallies> tallies = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      Coverages.best(coverages, level.kinds())
          .ifPresent(coverage -> tallies.put(level, tallies(level, coverage, history)));
    }
    return CaseFile.of(view, summary, tallies, history.map(this::changes));
  }

  private Tallies tallies(Level level, Coverage coverage, Optional<Read> history) {
    boolean byDay = coverage.grain() == Grain.DAILY;
    EntityRows rows =
        history
            .filter(read -> read.holds(coverage, level))
            .map(read -> resolved(read.table().over(coverage.period()), coverage, true))
            .orElseGet(() -> rows(coverage, level.detail(), byDay));
    return new Tallies(view, level, coverage, rows, completeness);
  }

  private EntityRows rows(Coverage coverage, Detail detail, boolean byDay) {
    return resolved(table(coverage, detail, byDay), coverage, byDay);
  }

  private PerformanceTable table(Coverage coverage, Detail detail, boolean byDay) {
    return store.read(view.account(), coverage.selection(), view.attribution(), detail, byDay);
  }

  private EntityRows resolved(PerformanceTable table, Coverage coverage, boolean byDay) {
    return EntityRows.resolve(table, names, coverage.period(), byDay);
  }

  private Optional<Read> history() {
    DateRange window = DateRange.ending(view.asOf().day(), CaseFile.HISTORY_DAYS);
    List<Coverage> daily =
        DAILY_SOURCES.stream()
            .map(kind -> Coverages.daily(view.deliveries(), kind, view.asOf(), window))
            .filter(coverage -> !coverage.isEmpty())
            .filter(coverage -> coverage.hasOrders(view.attribution()))
            .toList();
    int most = daily.stream().mapToInt(Coverage::covered).max().orElse(0);
    return daily.stream()
        .filter(coverage -> coverage.covered() >= ENOUGH_DAYS * most)
        .findFirst()
        .map(this::history);
  }

  private Read history(Coverage coverage) {
    Level level =
        coverage.kind() == ReportKind.TARGETING || coverage.kind() == ReportKind.SEARCH_TERM
            ? Level.TARGET
            : Level.CAMPAIGN;
    return new Read(coverage, level, table(coverage, level.detail(), true));
  }

  private Changes changes(Read read) {
    AccountHistory history =
        AccountHistory.of(
            read.coverage(), resolved(read.table(), read.coverage(), true), read.level()::entity);
    OrdersDue orders = OrdersDue.of(history, completeness);
    Optional<ProductRows> products = productRows(history, orders);
    return new Changes(
        view,
        orders,
        products,
        products.map(ProductRows::ofAdGroup).orElseGet(this::products),
        new SettingsReader(store, view, names).read());
  }

  /// What single products did day by day, where a report tells.
  private Optional<ProductRows> productRows(AccountHistory history, OrdersDue orders) {
    Coverage coverage =
        Coverages.daily(
            view.deliveries(), ReportKind.ADVERTISED_PRODUCT, view.asOf(), history.days());
    return history.hasTargets() && !coverage.isEmpty() && coverage.hasOrders(view.attribution())
        ? Optional.of(
                ProductRows.of(coverage, rows(coverage, Detail.FULL, true), orders, completeness))
            .filter(rows -> rows.history().days().equals(history.days()))
        : Optional.empty();
  }

  /// The product of each ad group that spends (almost) everything on one.
  private Map<String, Entity.Product> products() {
    DateRange window = DateRange.ending(view.asOf().day(), CaseFile.DAYS);
    return Coverages.best(view.coverages(window), List.of(ReportKind.ADVERTISED_PRODUCT))
        .map(coverage -> ProductOfAdGroup.of(rows(coverage, Detail.FULL, false)))
        .orElseGet(HashMap::new);
  }
}
