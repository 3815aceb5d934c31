package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Direction;
import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Evidence;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.Impact;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A finding put together by a test.
final class MadeFinding {
  private static final Set<FindingKind> ABOVE =
      EnumSet.of(
          FindingKind.LAUNCH_OUTPERFORMING, FindingKind.CPC_INFLATION, FindingKind.BID_TOO_HIGH);

  private final FindingKind kind;
  private final Entity entity;
  private final DateRange days;
  private final Optional<LocalDate> onset;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Figure> past = new ArrayList<>();
  private final List<Driver> drivers = new ArrayList<>();
  private Optional<Impact> impact = Optional.empty();
  private Optional<Evidence> evidence = Optional.empty();

  MadeFinding(FindingKind kind, Entity entity, DateRange days, Optional<LocalDate> onset) {
    this.kind = kind;
    this.entity = entity;
    this.days = days;
    this.onset = onset;
  }

  static Figure figure(Entity entity, Metric metric, DateRange days, double value) {
    boolean estimate = metric == Metric.EXPECTED_ORDERS || metric == Metric.WEEKLY_IMPACT;
    return new Figure(
        entity,
        metric,
        days,
        switch (metric.unit()) {
          case COUNT, DAYS -> BigDecimal.valueOf(Math.round(value));
          case MONEY -> amount(value);
          case FRACTION, POINTS, RATIO ->
              BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
        },
        estimate ? Figure.Nature.ESTIMATED : Figure.Nature.OBSERVED,
        "test");
  }

  static BigDecimal amount(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }

  MadeFinding figure(Metric metric, double value) {
    figures.add(figure(entity, metric, days, value));
    return this;
  }

  /// A metric now and in the 56 days before.
  MadeFinding change(Metric metric, double now, double before) {
    DateRange earlier = DateRange.ending(days.from().minusDays(1), 56);
    past.add(figure(entity, metric, earlier, before));
    return figure(metric, now);
  }

  /// The target ACOS of the account.
  MadeFinding target() {
    figures.add(figure(new Entity.Account(Shop.ID), Metric.TARGET_ACOS, days, 0.3));
    return this;
  }

  MadeFinding evidence(Metric metric, double observed, double expected) {
    evidence = Optional.of(new Evidence(metric, observed, expected, 1e-6, 1e-6, 9, "test"));
    return this;
  }

  MadeFinding driver(Driver driver) {
    drivers.add(driver);
    return this;
  }

  MadeFinding impact(double worth, String basis) {
    impact = Optional.of(new Impact(amount(worth), basis));
    return figure(Metric.WEEKLY_IMPACT, worth);
  }

  Finding act(Action action) {
    return finding(Optional.of(action));
  }

  Finding context() {
    return finding(Optional.empty());
  }

  private Finding finding(Optional<Action> action) {
    List<Figure> all = new ArrayList<>(figures);
    all.addAll(past);
    return new Finding(
        kind,
        entity,
        kind.isContext() ? List.of() : List.of("100"),
        ABOVE.contains(kind) ? Direction.ABOVE : Direction.BELOW,
        days,
        onset,
        evidence.orElseThrow(),
        impact,
        0.99,
        List.copyOf(drivers),
        action,
        List.copyOf(all));
  }
}
