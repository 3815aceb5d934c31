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
  private static final int FORTNIGHT = 14;

  private final long seed;
  private final PlantedAccount account;
  private final NamesOverTime keys;

  private SimulatedAccount(PlantedAccount account, long seed) {
    this.seed = seed;
    this.account = account;
    this.keys = new NamesOverTime(account);
  }

  public static SimulatedAccount of(AccountShape shape, long seed) {
    AccountPlan healthy = new AccountBuilder(shape, seed).build();
    Sites sites = new Sites(healthy);
    PlantedAccount planted = new Planting(healthy, sites, Draws.of(seed, 3)).plantAll();
    return new SimulatedAccount(new Staging(planted, sites, Draws.of(seed, 5)).stageAll(), seed);
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

  /// What a score needs to know, as of a day.
  AnswerSheet answers(LocalDate asOf) {
    List<SimulatedDay> days = lastDays(asOf, FORTNIGHT);
    List<SimulatedDay> week = days.subList(Math.max(0, days.size() - WEEK), days.size());
    return new AnswerLedger(account, keys.asOf(asOf), asOf).answers(week, days);
  }

  /// What is really the matter, as of the account's last day.
  public List<Truth> truths() {
    return truths(shape().lastDay());
  }

  /// The same as of an earlier day; incidents that begin later have no impact yet.
  public List<Truth> truths(LocalDate asOf) {
    return new TruthLedger(account, keys.asOf(asOf)).truths(lastDays(asOf, WEEK));
  }

  private List<SimulatedDay> lastDays(LocalDate asOf, int count) {
    Deque<SimulatedDay> last = new ArrayDeque<>();
    for (Iterator<SimulatedDay> days = days(); days.hasNext(); ) {
      SimulatedDay day = days.next();
      if (day.day().isAfter(asOf)) {
        break;
      }
      last.addLast(day);
      if (last.size() > count) {
        last.removeFirst();
      }
    }
    return List.copyOf(last);
  }

  List<Staged> staged() {
    return account.staged();
  }

  AccountPlan plan() {
    return account.plan();
  }
}
