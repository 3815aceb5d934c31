package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.driver.Factor;
import dev.spendlight.driver.Factors;
import dev.spendlight.driver.Sums;
import dev.spendlight.finding.Driver.YourChange;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.ReportKind;
import dev.spendlight.scan.UnitSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Some units before and since a day: the figures and drivers of a finding of change.
///
/// @param history whose units these are: the account's, or that of its products over the same days
/// @param targets units of the account's history that they stand for
/// @param onset first day, counted in the history
/// @param last last day that counts, for conversions the last judged one
@SuppressWarnings("ArrayRecordComponent") // never compared
record Since(
    Changes changes,
    Entity entity,
    AccountHistory history,
    int[] units,
    int[] targets,
    int onset,
    int last) {
  private static final int WEEK = 7;

  /// More would be a list of their own.
  private static final int MOST_CHANGES = 5;

  /// Targets of the account.
  static Since of(Changes changes, Entity entity, int[] units, int onset, int last) {
    return new Since(changes, entity, changes.history(), units, units, onset, last);
  }

  /// A set of targets, or the product that it stands for by its own rows.
  static Since of(Changes changes, UnitSet set, int onset, int last) {
    return changes
        .productRows()
        .flatMap(rows ->
            rows.mixed(set)
                .map(product ->
                    new Since(
                        changes,
                        set.entity(),
                        rows.history(),
                        product.rows(),
                        set.units(),
                        onset,
                        last)))
        .orElseGet(() -> of(changes, set.entity(), set.units(), onset, last));
  }

  DateRange days() {
    return history.range(onset, last);
  }

  Metrics after() {
    return history.metrics(units, onset, last, changes.attribution());
  }

  Metrics before() {
    return history.metrics(
        units, Math.max(0, onset - Changes.MOST_PAST), onset - 1, changes.attribution());
  }

  /// What the targets that it stands for do in a week.
  Changes.Week week() {
    return changes.week(targets, onset);
  }

  /// What an order was worth before, shrunk to the account's.
  double orderValueBefore() {
    return changes.orderValue(before());
  }

  List<String> targetIds() {
    return changes.targetIds(targets);
  }

  /// What may be said: the metrics since, the ratios among them before too, and estimates.
  ///
  /// @param comparedWith where the expectation comes from
  /// @param expectedOrders in the days since, where orders were tested
  List<Figure> figures(
      String comparedWith, OptionalDouble expectedOrders, LostSales lost, Metric... wanted) {
    String origin = history.coverage().origin();
    Figures since = new Figures(entity, days(), origin).observed(after(), wanted);
    expectedOrders.ifPresent(due -> since.estimated(Metric.EXPECTED_ORDERS, due, comparedWith));
    List<Figure> figures =
        new ArrayList<>(since.estimated(Metric.WEEKLY_IMPACT, lost.amount(), lost.basis()).list());
    Metrics before = before();
    Figures past = new Figures(entity, changes.before(onset), origin);
    for (Metric metric : wanted) {
      switch (metric) {
        case CVR, CPC, AOV, ACOS, CTR -> past.observed(before, metric);
        default -> {}
      }
    }
    figures.addAll(past.list());
    if (entity instanceof Entity.Product) {
      figures.addAll(largestCampaign(origin));
    }
    return figures;
  }

  /// The spend of the campaign that spends most on a product: what is to be done is done there.
  private List<Figure> largestCampaign(String origin) {
    Grouping campaigns = changes.sets().campaigns();
    int[][] members = campaigns.members();
    return IntStream.of(targets)
        .map(unit -> campaigns.groupOf()[unit])
        .distinct()
        .boxed()
        .map(campaign ->
            new Figures(campaigns.groups().get(campaign), days(), origin)
                .observed(changes.metrics(members[campaign], onset, last), Metric.SPEND)
                .list())
        .flatMap(List::stream)
        .max(Comparator.comparing(Figure::value).thenComparing(each -> each.entity().id()))
        .stream()
        .toList();
  }

  /// How the factors of sales, or of spend, moved over the onset, the largest part first, and what
  /// the account's own people changed at that time.
  List<Driver> drivers(Metric of) {
    List<Driver> drivers = new ArrayList<>(yourChanges());
    drivers.addAll(parts(of));
    return List.copyOf(drivers);
  }

  private List<YourChange> yourChanges() {
    Map<Entity.Campaign, List<Entity.Keyword>> byCampaign = new LinkedHashMap<>();
    for (int unit : targets) {
      switch (changes.history().units().get(unit)) {
        case Entity.Keyword target ->
            byCampaign
                .computeIfAbsent(target.adGroup().campaign(), fresh -> new ArrayList<>())
                .add(target);
        case Entity.Campaign campaign ->
            byCampaign.computeIfAbsent(campaign, fresh -> new ArrayList<>());
        default -> {}
      }
    }
    LocalDate since = days().from();
    return byCampaign.entrySet().stream()
        .flatMap(each -> changes.settings().around(each.getKey(), each.getValue(), since).stream())
        .limit(MOST_CHANGES)
        .toList();
  }

  private List<Driver> parts(Metric of) {
    Metrics before = before();
    Metrics after = after();
    List<Driver> parts =
        Sums.perDay(before, days(history, Math.max(0, onset - Changes.MOST_PAST), onset - 1))
            .flatMap(one ->
                Sums.perDay(after, days(history, onset, last))
                    .map(other -> parts(of, one, other, before, after)))
            .orElseGet(List::of);
    return parts.stream().filter(this::isTold).toList();
  }

  /// A search term report holds only terms that were clicked: its impressions tell nothing.
  private boolean isTold(Driver driver) {
    return history.coverage().kind() != ReportKind.SEARCH_TERM
        || !(driver instanceof Driver.Part part)
        || (part.factor() != Metric.IMPRESSIONS && part.factor() != Metric.CTR);
  }

  private static int days(AccountHistory history, int first, int last) {
    return Math.max(
        1, (int) IntStream.rangeClosed(first, last).filter(history::isDelivered).count());
  }

  private static List<Driver> parts(
      Metric of, Sums one, Sums other, Metrics before, Metrics after) {
    List<Factor> factors =
        of == Metric.SPEND ? Factors.ofSpend(one, other) : Factors.ofSales(one, other);
    List<Driver> parts = new ArrayList<>();
    factors.stream()
        .sorted(
            Comparator.comparingDouble((Factor each) -> Math.abs(each.contribution())).reversed())
        .forEach(factor ->
            parts.add(
                new Driver.Part(
                    of,
                    factor.metric(),
                    value(before, one, factor.metric()),
                    value(after, other, factor.metric()),
                    factor.contribution() * WEEK)));
    return List.copyOf(parts);
  }

  /// Impressions a day; ratios as they are.
  private static double value(Metrics metrics, Sums perDay, Metric metric) {
    return metric == Metric.IMPRESSIONS
        ? perDay.impressions()
        : metrics.get(metric).map(Number::doubleValue).orElse(0.0);
  }
}
