package dev.spendlight.simulator;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// A seller's account that never was: everything in it follows from its shape and seed.
///
/// ```java
/// SimulatedAccount account = SimulatedAccount.of(AccountShape.ending(lastDay), 7);
/// List<ReportRow> rows = account.rows(ReportKind.TARGETING, account.shape().period(), lastDay.plusDays(1));
/// ```
///
/// Immutable; days are drawn when they are asked for, from the first one on, and not kept.
public final class SimulatedAccount {
  /// The id that incidents of the whole account carry; importers may call the account what they
  /// like.
  public static final AccountId ID = new AccountId("simulated");

  private static final int WEEK = 7;

  private final long seed;
  private final PlantedAccount account;
  private final RowKeys keys;

  private SimulatedAccount(PlantedAccount account, long seed) {
    this.seed = seed;
    this.account = account;
    this.keys = new RowKeys(account.plan());
  }

  public static SimulatedAccount of(AccountShape shape, long seed) {
    AccountPlan healthy = new AccountBuilder(shape, seed).build();
    return new SimulatedAccount(new Planting(healthy, Draws.of(seed, 3)).plantAll(), seed);
  }

  public AccountShape shape() {
    return account.plan().shape();
  }

  /// What the seller would tell us of the account.
  public AccountSettings settings() {
    return shape().settings();
  }

  /// All days, oldest first, each drawn when it is asked for.
  public Iterator<SimulatedDay> days() {
    return new DayGenerator(account, keys, Draws.of(seed, 4));
  }

  /// The rows of a report over some days, as pulled on a morning.
  public List<ReportRow> rows(ReportKind kind, DateRange period, LocalDate pulled) {
    List<ReportRow> rows = new ArrayList<>();
    for (Iterator<SimulatedDay> days = days(); days.hasNext(); ) {
      SimulatedDay day = days.next();
      if (period.contains(day.day())) {
        rows.addAll(day.rows(kind, pulled));
      }
    }
    return rows;
  }

  /// What is really the matter, as of the account's last day.
  public List<Truth> truths() {
    return truths(shape().lastDay());
  }

  /// The same as of an earlier day; incidents that begin later have no impact yet.
  public List<Truth> truths(LocalDate asOf) {
    Deque<SimulatedDay> week = new ArrayDeque<>();
    for (Iterator<SimulatedDay> days = days(); days.hasNext(); ) {
      SimulatedDay day = days.next();
      if (day.day().isAfter(asOf)) {
        break;
      }
      week.addLast(day);
      if (week.size() > WEEK) {
        week.removeFirst();
      }
    }
    return new TruthLedger(account).truths(List.copyOf(week));
  }

  AccountPlan plan() {
    return account.plan();
  }
}
