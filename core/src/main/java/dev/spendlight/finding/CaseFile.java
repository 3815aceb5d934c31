package dev.spendlight.finding;

import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.Coverages;
import dev.spendlight.history.EntityRows;
import dev.spendlight.history.NameResolution;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.statistics.Completeness;
import dev.spendlight.summary.AccountSummary;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// All that detectors look at, read from the store once.
public final class CaseFile {
  /// Days of evidence, ending with the as-of day.
  public static final int DAYS = 60;

  /// A finding is worth a person's time from this share of the account's weekly spend on.
  private static final double MATERIAL_SHARE = 0.004;

  private final AccountView view;
  private final AccountSummary summary;
  private final Map<Level, Tallies> tallies;
  private final Optional<TargetAcos> target;
  private final Metrics account;
  private final double weeks;

  private CaseFile(
      AccountView view,
      AccountSummary summary,
      Map<Level, Tallies> tallies,
      Optional<TargetAcos> target,
      Metrics account,
      double weeks) {
    this.view = view;
    this.summary = summary;
    this.tallies = tallies;
    this.target = target;
    this.account = account;
    this.weeks = weeks;
  }

  public static CaseFile open(
      PerformanceStore store, AccountView view, NameResolution names, AccountSummary summary) {
    DateRange window = DateRange.ending(view.asOf().day(), DAYS);
    List<Coverage> coverages = view.coverages(window);
    Completeness completeness = Completeness.prior(view.attribution());
    Map<Level, Tallies> tallies = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      Coverages.best(coverages, level.kinds())
          .ifPresent(coverage ->
              tallies.put(level, read(store, view, names, level, coverage, completeness)));
    }
    Metrics account = Metrics.ZERO;
    double weeks = 1;
    Tallies campaigns = tallies.get(Level.CAMPAIGN);
    if (campaigns != null) {
      DateRange longest = campaigns.windows().getLast();
      account =
          campaigns.over(longest).stream().map(Tally::metrics).reduce(Metrics.ZERO, Metrics::plus);
      weeks = weeks(campaigns, longest);
    }
    return new CaseFile(
        view, summary, tallies, TargetAcos.of(view.settings(), account), account, weeks);
  }

  private static Tallies read(
      PerformanceStore store,
      AccountView view,
      NameResolution names,
      Level level,
      Coverage coverage,
      Completeness completeness) {
    boolean byDay = coverage.grain() == Grain.DAILY;
    EntityRows rows =
        EntityRows.resolve(
            store.read(
                view.account(), coverage.selection(), view.attribution(), level.detail(), byDay),
            names,
            coverage.period(),
            byDay);
    return new Tallies(view, level, coverage, rows, completeness);
  }

  /// Weeks that were delivered within a window of a level.
  static double weeks(Tallies tallies, DateRange window) {
    long days = window.stream().filter(tallies.coverage().pulls()::containsKey).count();
    return Math.max(1, days) / 7.0;
  }

  public AccountView view() {
    return view;
  }

  public AccountSummary summary() {
    return summary;
  }

  public Optional<Tallies> tallies(Level level) {
    return Optional.ofNullable(tallies.get(level));
  }

  public Optional<TargetAcos> target() {
    return target;
  }

  /// The whole account over the longest window of the campaign level.
  public Metrics account() {
    return account;
  }

  /// The conversion rate at which a unit's clicks cost what they may: cost per click over (ACOS
  /// limit times order value). Empty where there is no yardstick.
  OptionalDouble payingRate(Tally tally) {
    if (target.isEmpty() || account.aov().isEmpty() || tally.clicks() == 0) {
      return OptionalDouble.empty();
    }
    double cpc = tally.spend() / tally.clicks();
    return OptionalDouble.of(cpc / (target.get().limit() * account.aov().get().doubleValue()));
  }

  /// Least weekly impact that is worth a person's time, account currency.
  public double material() {
    return MATERIAL_SHARE * account.spend().map(BigDecimal::doubleValue).orElse(0.0) / weeks;
  }
}
