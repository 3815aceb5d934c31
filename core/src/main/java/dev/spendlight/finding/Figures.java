package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Figure.Nature;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Collects what may be said about one entity in one period.
public final class Figures {
  private final Entity entity;
  private final DateRange period;
  private final String origin;
  private final List<Figure> figures = new ArrayList<>();

  /// @param origin of the observed ones
  public Figures(Entity entity, DateRange period, String origin) {
    this.entity = entity;
    this.period = period;
    this.origin = origin;
  }

  /// Those of the metrics that are known.
  public Figures observed(Metrics metrics, Metric... wanted) {
    for (Metric metric : wanted) {
      metrics
          .get(metric)
          .ifPresent(value ->
              figures.add(new Figure(entity, metric, period, value, Nature.OBSERVED, origin)));
    }
    return this;
  }

  /// @param how in words, such as `spend beyond the target, a week`
  public Figures estimated(Metric metric, double value, String how) {
    figures.add(new Figure(entity, metric, period, decimal(value), Nature.ESTIMATED, how));
    return this;
  }

  public Figures derived(Metric metric, BigDecimal value, String how) {
    figures.add(new Figure(entity, metric, period, value, Nature.DERIVED, how));
    return this;
  }

  /// What the entity's ACOS is judged against: the account's target, or its own average.
  Figures comparator(TargetAcos target, CaseFile file) {
    figures.add(
        new Figure(
            new Entity.Account(file.view().account()),
            target.set() ? Metric.TARGET_ACOS : Metric.ACOS,
            period,
            target.value(),
            Nature.DERIVED,
            target.words()));
    return this;
  }

  public List<Figure> list() {
    return List.copyOf(figures);
  }

  static BigDecimal decimal(double value) {
    return new BigDecimal(value, MathContext.DECIMAL32);
  }
}
