package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.driver.Localisation;
import dev.spendlight.driver.PeriodSums;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.EntityRows;
import dev.spendlight.history.NameResolution;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.RowKey;
import dev.spendlight.service.Explanation.Side;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers why a metric changed from one period to another.
public final class Explanations {
  private final PerformanceStore store;

  public Explanations(PerformanceStore store) {
    this.store = store;
  }

  /// @param metric one of [Decomposition#METRICS]
  /// @param before the earlier period
  /// @param after the later period
  /// @param asOf the last day that counts; the last with data unless given
  public record Question(
      AccountId account,
      Metric metric,
      DateRange before,
      DateRange after,
      Breakdown breakdown,
      Optional<LocalDate> asOf) {

    /// @throws IllegalArgumentException with a sentence for the user when the periods share a day,
    ///   are the wrong way round, or the metric cannot be taken apart
    public Question {
      if (!Decomposition.METRICS.contains(metric)) {
        throw new IllegalArgumentException(
            "A change of %s cannot be explained.".formatted(metric.words()));
      }
      if (before.overlaps(after)) {
        throw new IllegalArgumentException(
            "%s and %s share days; give two periods without a common day."
                .formatted(before, after));
      }
      if (before.from().isAfter(after.from())) {
        throw new IllegalArgumentException(
            "The earlier period comes first: from %s to %s.".formatted(after, before));
      }
    }
  }

  /// @param leaves sums of the finest entities that are told, by id
  private record Reading(Side side, EntityRows rows, Map<String, Metrics> leaves) {}

  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public Explanation explain(Question question) {
    AccountView view = AccountView.open(store, question.account(), question.asOf());
    ComparedReports reports = ComparedReports.of(view, question);
    NameResolution names = new NameResolution(store.identities(view.account()));
    ExplanationEntities entities =
        new ExplanationEntities(
            question.breakdown(), ExplanationLocation.levels(question.breakdown(), reports));
    Reading before = read(view, names, reports.before(), entities);
    Reading after = read(view, names, reports.after(), entities);
    int days = before.side().delivered();
    int laterDays = after.side().delivered();
    boolean perDay = days != laterDays;
    Optional<Decomposition> decomposition =
        Decomposition.of(
            question.metric(),
            PeriodSums.of(before.side().entities(), perDay ? days : 1),
            PeriodSums.of(after.side().entities(), perDay ? laterDays : 1));
    Localisation found =
        Localisation.of(
            question.metric(),
            PeriodSums.of(before.leaves(), perDay ? days : 1),
            PeriodSums.of(after.leaves(), perDay ? laterDays : 1),
            perDay ? Math.min(days, laterDays) : 1,
            entities.paths());
    ExplanationCaveats caveats = new ExplanationCaveats(view, question.metric());
    caveats.reports(reports, perDay);
    caveats.names(List.of(before.rows(), after.rows()));
    caveats.toCome(reports.before(), before.rows(), false);
    caveats.toCome(reports.after(), after.rows(), true);
    if (decomposition.isEmpty()) {
      caveats.withoutDenominator(before.side(), after.side());
    }
    return new Explanation(
        view.account(),
        view.asOf().day(),
        view.settings().effectiveCurrency(),
        question.metric(),
        question.breakdown(),
        before.side(),
        after.side(),
        perDay,
        decomposition,
        ExplanationLocation.of(found, entities.levels(), entities.byLevel()),
        entities.parts(),
        caveats.sentences());
  }

  /// Days are told apart, for a name may belong to another campaign from one day to the next.
  private Reading read(
      AccountView view, NameResolution names, Coverage coverage, ExplanationEntities entities) {
    boolean byDay = coverage.grain() == Grain.DAILY;
    EntityRows rows =
        EntityRows.resolve(
            store.read(
                view.account(), coverage.selection(), view.attribution(), entities.detail(), byDay),
            names,
            coverage.period(),
            byDay);
    List<Metrics> sums = rows.totals(coverage, view.attribution(), row -> true);
    Map<String, Metrics> byId = new HashMap<>();
    Map<String, Metrics> leaves = new HashMap<>();
    for (int i = 0; i < sums.size(); i++) {
      RowKey key = rows.entities().get(i);
      byId.merge(entities.part(key), sums.get(i), Metrics::plus);
      leaves.merge(entities.leaf(key), sums.get(i), Metrics::plus);
    }
    Metrics nothing = coverage.metrics(view.attribution(), 0, 0, 0, 0, 0, 0);
    return new Reading(
        new Side(coverage, byId.values().stream().reduce(nothing, Metrics::plus), byId),
        rows,
        leaves);
  }
}
