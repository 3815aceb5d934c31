package dev.spendlight.finding;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.InMemoryPerformanceStore;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// An account of which every day is like the other until something befalls some of its targets: no
/// chance at all, so that what is found is what was told.
///
/// Unless told otherwise a target gets 10 clicks a day at a dollar, of 50 impressions each; a tenth
/// of them becomes an order of 40 dollars (ACOS 25%).
final class SteadyAccount {
  static final int DAYS = 95;
  static final LocalDate LAST = LocalDate.parse("2026-03-31");

  private final SampleAccount account = SampleAccount.in(new InMemoryPerformanceStore(), "shop");
  private final List<RowKey> targets = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, String> productOfAdGroup = new HashMap<>();
  private final Map<RowKey, EntityState> states = new HashMap<>();
  private final Map<String, Map<LocalDate, EntityState>> budgets = new LinkedHashMap<>();
  private AccountSettings settings =
      AccountSettings.unset()
          .withCurrency(Currency.getInstance("USD"))
          .withTargetAcos(new BigDecimal("0.30"))
          .withMargin(new BigDecimal("0.40"));
  private LocalDate pulled = LAST.plusDays(8);

  /// What a target does in a day.
  record Course(
      double clicks, double conversion, double price, double orderValue, double impressions) {
    static final Course USUAL = new Course(10, 0.1, 1, 40, 50);

    Course clicks(double factor) {
      return new Course(clicks * factor, conversion, price, orderValue, impressions);
    }

    /// This many a day, whatever there were before.
    Course withClicks(double count) {
      return new Course(count, conversion, price, orderValue, impressions);
    }

    Course conversion(double factor) {
      return new Course(clicks, conversion * factor, price, orderValue, impressions);
    }

    Course price(double factor) {
      return new Course(clicks, conversion, price * factor, orderValue, impressions);
    }

    Course orderValue(double factor) {
      return new Course(clicks, conversion, price, orderValue * factor, impressions);
    }
  }

  private record Change(LocalDate from, Predicate<RowKey> of, UnaryOperator<Course> change) {}

  /// Campaigns `c1` to `c6` with four targets each; `B0AAAAAAAA` is sold by the first three,
  /// `B0BBBBBBBB` by the others.
  static SteadyAccount usual() {
    SteadyAccount account = new SteadyAccount();
    for (int i = 1; i <= 6; i++) {
      account.campaign("c" + i, i <= 3 ? "B0AAAAAAAA" : "B0BBBBBBBB");
    }
    return account;
  }

  /// A campaign with an exact and a broad pair of targets: `c1.1` to `c1.4`.
  SteadyAccount campaign(String id, String product) {
    sells(id, product);
    for (int i = 1; i <= 4; i++) {
      target(id, id + "." + i, i <= 2 ? MatchType.EXACT : MatchType.BROAD);
    }
    return this;
  }

  /// The one product of a campaign.
  SteadyAccount sells(String campaign, String product) {
    productOfAdGroup.put(campaign + ".group", product);
    return this;
  }

  SteadyAccount target(String campaign, String id, MatchType match) {
    targets.add(key(campaign, id, match));
    return this;
  }

  static RowKey key(String campaign, String id, MatchType match) {
    return RowKey.target(
        campaign, "Campaign " + campaign, campaign + ".group", "Group", id, "keyword " + id, match);
  }

  static LocalDate daysAgo(int days) {
    return LAST.minusDays(days);
  }

  static Predicate<RowKey> campaign(String id) {
    return key -> key.campaignId().equals(id);
  }

  /// Something befalls targets from a day on.
  SteadyAccount since(LocalDate day, Predicate<RowKey> of, UnaryOperator<Course> change) {
    changes.add(new Change(day, of, change));
    return this;
  }

  /// What always was so.
  SteadyAccount always(Predicate<RowKey> of, UnaryOperator<Course> change) {
    return since(LocalDate.MIN, of, change);
  }

  SteadyAccount without(Setting setting) {
    settings =
        new AccountSettings(
            settings.currency(),
            settings.zone(),
            settings.marketplace(),
            setting == Setting.TARGET_ACOS ? Optional.empty() : settings.targetAcos(),
            setting == Setting.MARGIN ? Optional.empty() : settings.margin(),
            settings.type());
    return this;
  }

  /// What an account need not tell.
  enum Setting {
    TARGET_ACOS,
    MARGIN
  }

  SteadyAccount pulled(LocalDate day) {
    pulled = day;
    return this;
  }

  /// How a target is set by the last pull.
  SteadyAccount now(RowKey key, EntityState state) {
    states.put(key, state);
    return this;
  }

  /// How some entities were set by an earlier pull.
  SteadyAccount earlier(
      ReportKind kind, LocalDate pulledThen, List<RowKey> keys, EntityState state) {
    SampleReport report = SampleReport.daily(kind);
    keys.forEach(key -> report.row(pulledThen.minusDays(1), key, Measures.ZERO, state));
    report.importInto(account.store(), account.id(), pulledThen);
    return this;
  }

  /// A day of the budget report.
  SteadyAccount budget(String campaign, LocalDate day, double budget, String timeInBudget) {
    EntityState state =
        new EntityState(
            "",
            Optional.empty(),
            Optional.of(micros(budget)),
            Optional.of(new BigDecimal(timeInBudget)),
            Optional.empty());
    budgets.computeIfAbsent(campaign, fresh -> new HashMap<>()).put(day, state);
    return this;
  }

  static EntityState bid(double bid) {
    return new EntityState(
        "ENABLED", Optional.of(micros(bid)), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static EntityState status(String status, double budget) {
    return new EntityState(
        status, Optional.empty(), Optional.of(micros(budget)), Optional.empty(), Optional.empty());
  }

  List<RowKey> targets(Predicate<RowKey> of) {
    return targets.stream().filter(of).toList();
  }

  private static long micros(double amount) {
    return Math.round(amount * 1_000_000);
  }

  /// What is found in it.
  Findings findings() {
    account.set(settings);
    write();
    return Detectors.standard()
        .examine(
            CaseFile.open(account.store(), account.view(), account.names(), account.summary()));
  }

  private void write() {
    SampleReport targeting = SampleReport.daily(ReportKind.TARGETING);
    SampleReport campaigns = SampleReport.daily(ReportKind.CAMPAIGN);
    SampleReport products = SampleReport.daily(ReportKind.ADVERTISED_PRODUCT);
    DateRange days = DateRange.ending(LAST, DAYS);
    List.of(targeting, campaigns, products).forEach(each -> each.covering(days));
    for (RowKey key : targets) {
      RowKey campaign = RowKey.campaign(key.campaignId(), key.campaignName());
      RowKey product =
          RowKey.target(
                  key.campaignId(),
                  key.campaignName(),
                  key.adGroupId(),
                  key.adGroupName(),
                  "",
                  "",
                  MatchType.NONE)
              .withProduct(productOfAdGroup.getOrDefault(key.adGroupId(), "B0OTHERS00"), "", "");
      double clicksDue = 0;
      double ordersDue = 0;
      for (LocalDate day : days.stream().toList()) {
        Course course = course(key, day);
        clicksDue += course.clicks();
        long clicks = (long) (clicksDue + 1e-9);
        clicksDue -= clicks;
        ordersDue += clicks * course.conversion();
        long orders = (long) (ordersDue + 1e-9);
        ordersDue -= orders;
        Measures measures = measures(course, clicks, orders);
        if (!measures.equals(Measures.ZERO)) {
          targeting.row(day, key, measures, states.getOrDefault(key, EntityState.UNKNOWN));
          campaigns.row(
              day, campaign, measures, states.getOrDefault(campaign, EntityState.UNKNOWN));
          products.row(day, product, measures);
        }
      }
    }
    for (SampleReport report : List.of(targeting, campaigns, products)) {
      report.importInto(account.store(), account.id(), pulled);
    }
    if (!budgets.isEmpty()) {
      SampleReport report = SampleReport.daily(ReportKind.BUDGET);
      budgets.forEach((campaign, states) ->
          states.forEach((day, state) ->
              report.row(
                  day, RowKey.campaign(campaign, "Campaign " + campaign), Measures.ZERO, state)));
      report.importInto(account.store(), account.id(), pulled);
    }
  }

  private Course course(RowKey key, LocalDate day) {
    Course course = Course.USUAL;
    for (Change change : changes) {
      if (!day.isBefore(change.from()) && change.of().test(key)) {
        course = change.change().apply(course);
      }
    }
    return course;
  }

  /// A report of its own beside the others, such as one of placements.
  SteadyAccount report(SampleReport report) {
    report.importInto(account.store(), account.id(), pulled);
    return this;
  }

  /// What a row of a course shows.
  static Measures measures(Course course, long clicks, long orders) {
    return clicks == 0
        ? Measures.ZERO
        : Measures.ZERO
            .with(Measure.IMPRESSIONS, Math.round(clicks * course.impressions()))
            .with(Measure.CLICKS, clicks)
            .with(Measure.SPEND, micros(clicks * course.price()))
            .with(Measure.ORDERS_7, orders)
            .with(Measure.UNITS_7, orders)
            .with(Measure.SALES_7, micros(orders * course.orderValue()));
  }
}
