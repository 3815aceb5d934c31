package dev.spendlight.simulator;

import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// One day of a simulated account, as it happened. What reports show of it depends on when they are
/// pulled.
public final class SimulatedDay {
  private final LocalDate day;
  private final PlantedAccount account;
  private final NamesOverTime keys;
  private final int[] impressions;
  private final int[] clicks;
  private final double[] expectedSpend;
  private final double[] expectedSales;
  private final double[] timeInBudget;
  private final double[] expectedInBudget;
  private final Levers levers;
  private final ClickLog log = new ClickLog();

  SimulatedDay(LocalDate day, PlantedAccount account, NamesOverTime keys) {
    this.day = day;
    this.account = account;
    this.keys = keys;
    int targets = account.plan().targets().size();
    this.impressions = new int[targets];
    this.clicks = new int[targets];
    this.expectedSpend = new double[targets];
    this.expectedSales = new double[targets];
    this.timeInBudget = new double[account.plan().campaigns().size()];
    this.expectedInBudget = new double[timeInBudget.length];
    this.levers = account.levers(day);
    Arrays.fill(timeInBudget, 1);
    Arrays.fill(expectedInBudget, 1);
  }

  public LocalDate day() {
    return day;
  }

  /// Whether reports of this day ever arrive.
  public boolean delivered() {
    return account.delivered(day);
  }

  /// The day's rows in a report, as pulled on the morning of `pulled`: orders that come later are
  /// not there yet. Empty when the day is not delivered, or not over.
  public List<ReportRow> rows(ReportKind kind, LocalDate pulled) {
    return delivered() && pulled.isAfter(day)
        ? new DayReport(this, account, keys.asOf(pulled.minusDays(1)), pulled).rows(kind)
        : List.of();
  }

  void traffic(int target, int shown, int clicked) {
    impressions[target] = shown;
    clicks[target] = clicked;
  }

  void expect(int target, double spend, double sales) {
    expectedSpend[target] = spend;
    expectedSales[target] = sales;
  }

  void timeInBudget(int campaign, double share, double expected) {
    timeInBudget[campaign] = share;
    expectedInBudget[campaign] = expected;
  }

  ClickLog clicks() {
    return log;
  }

  int impressions(int target) {
    return impressions[target];
  }

  int unclicked(int target) {
    return impressions[target] - clicks[target];
  }

  double expectedSpend(int target) {
    return expectedSpend[target];
  }

  double expectedSales(int target) {
    return expectedSales[target];
  }

  double timeInBudget(int campaign) {
    return timeInBudget[campaign];
  }

  double expectedInBudget(int campaign) {
    return expectedInBudget[campaign];
  }

  /// What incidents and decoys made of the day.
  Levers levers() {
    return levers;
  }
}
