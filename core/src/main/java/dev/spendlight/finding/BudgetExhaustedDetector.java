package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.statistics.GammaPoisson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Campaigns that pay and whose daily budget is spent long before the day is over.
///
/// By the budget report's time in budget where there is one. Otherwise by spend against budget, and
/// with less confidence: the platform may spend up to twice a budget on one day and makes up for it
/// on others, so that only days at the budget in a row say something.
public final class BudgetExhaustedDetector implements Detector {
  private static final int WINDOW = 7;
  private static final int LEAST_DAYS = 4;
  private static final double CAPPED_DAY = 0.95;
  private static final double CAPPED_SHARE = 0.55;
  private static final double MOST_TIME = 0.8;

  /// Days that conversions are taken from.
  private static final int PROFIT_DAYS = 28;

  /// A campaign that loses no more than this share of its spend may yet be worth more budget, as
  /// long as its ACOS is within the limit.
  private static final double LEAST_PROFIT = -0.15;

  /// An ACOS above the limit by less than this chance is one that may be within.
  private static final double CERTAINLY_ABOVE = 0.1;

  private static final double WEEK_TO_WEEK = 0.08;
  private static final double LEAST_SHARE = 0.2;
  private static final double MOST_RAISE = 2;

  /// What spend at the budget says of the time in budget, cautiously.
  private static final double ASSUMED_TIME = 0.8;

  private static final double ASSUMED_CONFIDENCE = 0.6;

  /// @param time in budget, mean over the days
  /// @param reported whether a budget report says so
  private record Capped(double time, int days, boolean reported) {}

  @Override
  public Outcome examine(CaseFile file) {
    return file.changes().map(changes -> examine(file, changes)).orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Changes changes) {
    Grouping campaigns = changes.sets().campaigns();
    int[][] members = campaigns.members();
    List<Finding> found = new ArrayList<>();
    List<RuledOut> ruledOut = new ArrayList<>();
    int tested = 0;
    for (int i = 0; i < members.length; i++) {
      Entity.Campaign campaign = (Entity.Campaign) campaigns.groups().get(i);
      Optional<BigDecimal> budget = changes.settings().budget(campaign.id());
      if (budget.isEmpty()) {
        continue;
      }
      tested++;
      Optional<Capped> capped = capped(changes, campaign, members[i], budget.get().doubleValue());
      if (capped.isEmpty()) {
        continue;
      }
      Worth worth = worth(file, changes, members[i], capped.get());
      if (!worth.pays()) {
        ruledOut.add(
            new RuledOut(
                FindingKind.BUDGET_EXHAUSTED,
                1,
                "One campaign spends its budget early but does not pay: lower bids, not a higher budget, would help it.",
                Optional.empty()));
      } else if (worth.lost().amount() >= file.material()) {
        found.add(
            finding(
                changes, campaign, members[i], budget.get(), capped.get(), worth.lost(), tested));
      }
    }
    if (found.isEmpty() && tested > 0) {
      ruledOut.add(
          new RuledOut(
              FindingKind.BUDGET_EXHAUSTED,
              tested,
              "No campaign that pays is held back by its daily budget.",
              Optional.empty()));
    }
    return new Outcome(found, ruledOut, List.of());
  }

  private static Optional<Capped> capped(
      Changes changes, Entity.Campaign campaign, int[] units, double budget) {
    AccountHistory history = changes.history();
    double sum = 0;
    int known = 0;
    int cappedDays = 0;
    int atBudget = 0;
    int delivered = 0;
    double[] spend = history.daily(units).spend();
    for (int day = Math.max(0, history.length() - WINDOW); day < history.length(); day++) {
      OptionalDouble time = changes.settings().timeInBudget(campaign.id(), history.date(day));
      if (time.isPresent()) {
        known++;
        sum += time.getAsDouble();
        cappedDays += time.getAsDouble() < CAPPED_DAY ? 1 : 0;
      }
      if (history.isDelivered(day)) {
        delivered++;
        atBudget += spend[day] >= CAPPED_DAY * budget ? 1 : 0;
      }
    }
    if (known >= LEAST_DAYS) {
      return sum / known < MOST_TIME && cappedDays > CAPPED_SHARE * known
          ? Optional.of(new Capped(Math.max(0.05, sum / known), known, true))
          : Optional.empty();
    }
    return known == 0 && delivered >= LEAST_DAYS && atBudget >= Math.max(LEAST_DAYS, delivered - 1)
        ? Optional.of(new Capped(ASSUMED_TIME, delivered, false))
        : Optional.empty();
  }

  private record Worth(boolean pays, LostSales lost) {}

  /// The last day that says what a campaign's clicks bring: while orders are not counted, the one
  /// before.
  private static int lastPaid(Changes changes) {
    int mature = changes.orders().lastMature();
    return changes.trackingBreak().map(lost -> Math.min(mature, lost.onset() - 1)).orElse(mature);
  }

  /// What the rest of the day would bring, at the margin, else at what sales may cost.
  private static Worth worth(CaseFile file, Changes changes, int[] units, Capped capped) {
    AccountHistory history = changes.history();
    int last = lastPaid(changes);
    Metrics metrics = changes.metrics(units, Math.max(0, last - PROFIT_DAYS + 1), last);
    double spend = metrics.spend().map(Number::doubleValue).orElse(0.0);
    double sales = metrics.sales().map(Number::doubleValue).orElse(0.0);
    Optional<Double> margin = file.view().settings().margin().map(Number::doubleValue);
    Optional<Double> share =
        margin.or(() -> file.target().map(target -> target.value().doubleValue()));
    if (share.isEmpty() || spend <= 0) {
      return new Worth(false, new LostSales(0, ""));
    }
    double profit = share.get() * sales / spend - 1;
    boolean within = file.target().map(target -> isWithin(target, metrics)).orElse(true);
    double week = changes.week(units, history.length() - WINDOW).spend();
    double more = 1 / capped.time() - 1;
    double amount = more * week * Math.max(profit, LEAST_SHARE * share.get() * sales / spend);
    return new Worth(
        within && profit >= LEAST_PROFIT,
        new LostSales(
            amount,
            margin.isPresent()
                ? "the margin on the sales a week that its budget misses, less what they would cost"
                : "what the sales a week that its budget misses may cost, less what they would cost"));
  }

  /// Whether an ACOS is within the limit, as far as chance can tell: a few orders more or less move
  /// that of a small campaign by a tenth.
  private static boolean isWithin(TargetAcos target, Metrics metrics) {
    double spend = metrics.spend().map(Number::doubleValue).orElse(0.0);
    double sales = metrics.sales().map(Number::doubleValue).orElse(0.0);
    long orders = metrics.orders().orElse(0L);
    if (orders <= 0 || sales <= 0) {
      return false;
    }
    double due = spend / (target.limit() * sales / orders);
    return GammaPoisson.lowerTail(orders, due, (double) orders, WEEK_TO_WEEK) > CERTAINLY_ABOVE;
  }

  private static Finding finding(
      Changes changes,
      Entity.Campaign campaign,
      int[] units,
      BigDecimal budget,
      Capped capped,
      LostSales lost,
      int tested) {
    AccountHistory history = changes.history();
    DateRange days = history.range(Math.max(0, history.length() - WINDOW), history.length() - 1);
    int last = lastPaid(changes);
    DateRange judged = history.range(Math.max(0, last - PROFIT_DAYS + 1), last);
    Metrics metrics = changes.metrics(units, Math.max(0, last - PROFIT_DAYS + 1), last);
    BigDecimal raised =
        budget
            .multiply(BigDecimal.valueOf(Math.min(MOST_RAISE, 1 / capped.time())))
            .setScale(0, RoundingMode.CEILING)
            .max(budget);
    double confidence = capped.reported() ? 1 : ASSUMED_CONFIDENCE;
    Figures figures =
        new Figures(campaign, days, history.coverage().origin())
            .derived(
                Metric.DAILY_BUDGET, raised, "its budget over its time in budget, at most doubled")
            .estimated(Metric.WEEKLY_IMPACT, lost.amount(), lost.basis());
    if (capped.reported()) {
      figures.derived(
          Metric.TIME_IN_BUDGET, Figures.decimal(capped.time()), "budget report, mean of the days");
    }
    List<Figure> all =
        new ArrayList<>(
            new Figures(campaign, judged, history.coverage().origin())
                .observed(metrics, Metric.ACOS, Metric.SPEND, Metric.SALES, Metric.CLICKS)
                .list());
    all.addAll(figures.list());
    return new Finding(
        FindingKind.BUDGET_EXHAUSTED,
        campaign,
        changes.targetIds(units),
        Direction.BELOW,
        days,
        Optional.empty(),
        new Evidence(
            Metric.TIME_IN_BUDGET,
            capped.time(),
            1,
            0,
            0,
            tested,
            capped.reported()
                ? "a whole day, by the budget report"
                : "a whole day; assumed, for its spend reached the budget on nearly every day"),
        Optional.of(lost.impact()),
        confidence,
        List.of(),
        Optional.of(new Action.SetDailyBudget(campaign, budget, raised)),
        all);
  }
}
