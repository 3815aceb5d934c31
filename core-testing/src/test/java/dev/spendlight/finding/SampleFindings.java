package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.finding.Action.Inspect.What;
import dev.spendlight.finding.Driver.YourChange;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Figure.Nature;
import dev.spendlight.metric.Metric;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One finding of each kind, made by hand with the figures that its detector gives it.
///
/// @param name of every thing in them
/// @param money what amounts are multiplied by, for currencies of small units
public record SampleFindings(String name, long money) {
  public static final LocalDate LAST = Shop.LAST;
  private static final DateRange LONG = DateRange.ending(LAST, 60);
  private static final DateRange SINCE = new DateRange(LocalDate.of(2026, 3, 8), LAST);
  private static final DateRange JUDGED =
      new DateRange(LocalDate.of(2026, 2, 27), LAST.minusDays(3));
  private static final String MARGIN =
      "the margin on the sales a week that were due and did not come";

  public static SampleFindings usual() {
    return new SampleFindings("Shoes", 1);
  }

  public Entity.Account account() {
    return new Entity.Account(Shop.ID);
  }

  public Entity.Product product() {
    return new Entity.Product("B0SHOES123", name.equals("Shoes") ? "B0SHOES123" : name);
  }

  public Entity.Campaign campaign() {
    return new Entity.Campaign("1", name);
  }

  public Entity.Keyword keyword() {
    return new Entity.Keyword(
        "100",
        name.equals("Shoes") ? "trail shoes" : name,
        MatchType.EXACT,
        new Entity.AdGroup("10", name, campaign()));
  }

  public Entity.SearchTerm term() {
    return new Entity.SearchTerm(
        "100:free shoes", name.equals("Shoes") ? "free shoes" : name, keyword());
  }

  public Entity.Placement placement() {
    return new Entity.Placement(name.equals("Shoes") ? "Top of Search" : name, campaign());
  }

  /// One of each kind, in the order of the kinds, and those that fell since a day beside those that
  /// were always so.
  public List<Finding> all() {
    return List.of(
        bidTooHigh(),
        zeroConversion(),
        stoppedSelling(),
        bleeding(),
        bleedingSince(new Entity.CampaignMatch(campaign(), MatchType.BROAD)),
        conversionCollapse(),
        cpcInflation(),
        budgetExhausted(),
        trackingBroken(),
        launch(FindingKind.LAUNCH_OUTPERFORMING),
        launch(FindingKind.LAUNCH_UNDERPERFORMING),
        impressionDrop(),
        marketShift(),
        wastedSearchTerm(),
        placementInefficient(),
        orderValueDrop(),
        dataMissing());
  }

  public Finding bidTooHigh() {
    return of(FindingKind.BID_TOO_HIGH, keyword(), LONG)
        .figure(Metric.ACOS, "0.62")
        .figure(Metric.CPC, money("2.1"))
        .figure(Metric.CVR, "0.041")
        .figure(Metric.SPEND, money("640"))
        .target()
        .impact("48.2", "its spend a week beyond what its orders would pay for at the target ACOS")
        .evidence(Metric.ORDERS, 12, 31.4, 3e-5)
        .finding(
            new Action.SetBid(
                keyword(),
                Optional.of(money(new BigDecimal("0.90"))),
                money(new BigDecimal("0.63"))));
  }

  public Finding zeroConversion() {
    return of(FindingKind.ZERO_CONVERSION, keyword(), LONG)
        .figure(Metric.CLICKS, "673")
        .figure(Metric.ORDERS, "0")
        .figure(Metric.SPEND, money("795.13"))
        .figure(Metric.EXPECTED_ORDERS, "40.4")
        .impact("83.6", "its spend a week, less the share that the orders it may yet bring pay for")
        .evidence(Metric.ORDERS, 0, 40.4, 8.5e-8)
        .finding(new Action.Pause(keyword()));
  }

  public Finding stoppedSelling() {
    return since(FindingKind.ZERO_CONVERSION, keyword(), JUDGED)
        .change(Metric.CVR, "0.003", "0.098")
        .figure(Metric.ORDERS, "1")
        .figure(Metric.CLICKS, "345")
        .figure(Metric.SPEND, money("310.5"))
        .figure(Metric.EXPECTED_ORDERS, "33.8")
        .impact("96", MARGIN)
        .evidence(Metric.ORDERS, 1, 33.8, 1e-9)
        .driver(
            new YourChange(
                keyword(),
                YourChange.Setting.BID,
                0.6 * money,
                0.9 * money,
                JUDGED.from().plusDays(1)))
        .finding(new Action.Pause(keyword()));
  }

  public Finding bleeding() {
    return of(FindingKind.BLEEDING, campaign(), LONG)
        .figure(Metric.ACOS, "0.6205")
        .figure(Metric.SPEND, money("5224.86"))
        .target()
        .impact("312", "spend a week beyond what its orders would pay for at the target ACOS")
        .evidence(Metric.ORDERS, 173, 284.4, 2.7e-6)
        .finding(new Action.ChangeBids(campaign(), new BigDecimal("-0.30")));
  }

  public Finding bleedingSince(Entity entity) {
    return since(FindingKind.BLEEDING, entity, JUDGED)
        .change(Metric.CVR, "0.031", "0.098")
        .change(Metric.ACOS, "0.55", "0.19")
        .figure(Metric.ORDERS, "20")
        .figure(Metric.EXPECTED_ORDERS, "61.2")
        .impact("120", "the share of its weekly spend that no longer brings sales")
        .evidence(Metric.ORDERS, 20, 61.2, 4e-7)
        .driver(new Driver.Part(Metric.SALES, Metric.CVR, 0.098, 0.031, -1240.4 * money))
        .finding(new Action.ChangeBids(entity, new BigDecimal("-0.30")));
  }

  public Finding conversionCollapse() {
    return since(FindingKind.CONVERSION_COLLAPSE, product(), JUDGED)
        .change(Metric.CVR, "0.1206", "0.1906")
        .change(Metric.ACOS, "0.3115", "0.202")
        .figure(Metric.ORDERS, "149")
        .figure(Metric.EXPECTED_ORDERS, "242.8")
        .impact("374.83", MARGIN)
        .evidence(Metric.ORDERS, 149, 242.8, 3.2e-4)
        .driver(new Driver.Part(Metric.SALES, Metric.CVR, 0.1906, 0.1206, -942.1 * money))
        .finding(new Action.Inspect(product(), What.PRODUCT_PAGE));
  }

  public Finding cpcInflation() {
    return since(FindingKind.CPC_INFLATION, campaign(), SINCE)
        .change(Metric.CPC, money("2.1439"), money("1.4075"))
        .figure(Metric.SPEND, money("1595.05"))
        .impact("382.69", "its weekly spend, less what its clicks cost before")
        .evidence(Metric.CPC, 2.1439 * money, 1.4179 * money, 2.9e-12)
        .finding(new Action.ChangeBids(campaign(), new BigDecimal("-0.30")));
  }

  public Finding budgetExhausted() {
    return of(FindingKind.BUDGET_EXHAUSTED, campaign(), DateRange.ending(LAST, 7))
        .figure(Metric.SPEND, money("484.91"))
        .figure(Metric.SALES, money("2067.49"))
        .figure(Metric.ACOS, "0.2345")
        .figure(Metric.TIME_IN_BUDGET, "0.572")
        .impact("143.2", "the margin on the sales a week that its budget misses")
        .evidence(Metric.TIME_IN_BUDGET, 0.572, 1, 0)
        .finding(
            new Action.SetDailyBudget(
                campaign(), money(new BigDecimal("60")), money(new BigDecimal("105"))));
  }

  public Finding trackingBroken() {
    return since(FindingKind.TRACKING_BROKEN, account(), SINCE)
        .change(Metric.CVR, "0.0004", "0.098")
        .figure(Metric.ORDERS, "4")
        .figure(Metric.CLICKS, "9012")
        .figure(Metric.SPEND, money("4120.5"))
        .figure(Metric.EXPECTED_ORDERS, "883.2")
        .impact("4000", MARGIN)
        .evidence(Metric.ORDERS, 4, 883.2, 1e-90)
        .finding(new Action.Inspect(account(), What.ORDER_REPORTING));
  }

  public Finding launch(FindingKind kind) {
    boolean better = kind == FindingKind.LAUNCH_OUTPERFORMING;
    return since(kind, campaign(), JUDGED)
        .figure(Metric.ORDERS, better ? "42" : "9")
        .figure(Metric.SPEND, money("310"))
        .figure(Metric.ACOS, better ? "0.18" : "0.71")
        .figure(Metric.EXPECTED_ORDERS, "20.3")
        .impact("88", "what the sales a week may cost")
        .evidence(Metric.ORDERS, better ? 42 : 9, 20.3, 2e-4)
        .finding(
            better
                ? new Action.SetDailyBudget(
                    campaign(), money(new BigDecimal("20")), money(new BigDecimal("26")))
                : new Action.ChangeBids(campaign(), new BigDecimal("-0.25")));
  }

  public Finding impressionDrop() {
    return since(FindingKind.IMPRESSION_DROP, campaign(), SINCE)
        .figure(Metric.IMPRESSIONS, "28800")
        .figure(Metric.SPEND, money("40"))
        .impact("210", "the margin on the sales a week that went with the impressions")
        .evidence(Metric.IMPRESSIONS, 1200, 9100, 1e-8)
        .finding(new Action.Inspect(campaign(), What.DELIVERY));
  }

  public Finding marketShift() {
    return since(FindingKind.MARKET_SHIFT, account(), JUDGED)
        .figure(Metric.CVR, "0.07")
        .figure(Metric.ORDERS, "1234")
        .evidence(Metric.ORDERS, 1234, 1650, 1e-6)
        .context();
  }

  public Finding wastedSearchTerm() {
    return of(FindingKind.WASTED_SEARCH_TERM, term(), LONG)
        .figure(Metric.CLICKS, "488")
        .figure(Metric.ORDERS, "0")
        .figure(Metric.SPEND, money("802.08"))
        .figure(Metric.EXPECTED_ORDERS, "60.03")
        .impact(
            "99.33", "its spend a week, less the share that the orders it may yet bring pay for")
        .evidence(Metric.ORDERS, 0, 60.03, 4.8e-11)
        .finding(new Action.AddNegativeExact(term()));
  }

  public Finding placementInefficient() {
    return of(FindingKind.PLACEMENT_INEFFICIENT, placement(), LONG)
        .figure(Metric.ACOS, "0.74")
        .figure(Metric.ORDERS, "21")
        .figure(Metric.SPEND, money("930"))
        .figure(Metric.EXPECTED_ORDERS, "52.1")
        .target()
        .impact("61", "its spend a week beyond what its orders would pay for at the target ACOS")
        .evidence(Metric.ORDERS, 21, 52.1, 6e-6)
        .finding(new Action.ChangeBids(placement(), new BigDecimal("-0.25")));
  }

  public Finding orderValueDrop() {
    return since(FindingKind.ORDER_VALUE_DROP, product(), JUDGED)
        .change(Metric.AOV, money("15.2"), money("21.1"))
        .figure(Metric.ORDERS, "149")
        .impact("230", MARGIN)
        .evidence(Metric.AOV, 15.2 * money, 21.3 * money, 3e-6)
        .finding(new Action.Inspect(product(), What.PRODUCT_PAGE));
  }

  public Finding dataMissing() {
    DateRange day = DateRange.day(LocalDate.of(2026, 3, 20));
    return new Sample(FindingKind.DATA_MISSING, account(), day, Optional.of(day.from()))
        .figure(Metric.MISSING_DAYS, "1")
        .evidence(Metric.MISSING_DAYS, 1, 0, 0)
        .context();
  }

  /// The same finding where it is known which campaign has most of its spend.
  public Finding withCampaign(Finding finding) {
    List<Figure> figures = new ArrayList<>(finding.figures());
    figures.add(
        new Figure(
            campaign(),
            Metric.SPEND,
            finding.window(),
            money(new BigDecimal("900")),
            Nature.OBSERVED,
            "test"));
    return new Finding(
        finding.kind(),
        finding.entity(),
        finding.targetIds(),
        finding.direction(),
        finding.window(),
        finding.onset(),
        finding.evidence(),
        finding.impact(),
        finding.confidence(),
        finding.drivers(),
        finding.action(),
        figures);
  }

  /// The same finding of an account that never told its margin.
  public static Finding withoutMargin(Finding finding) {
    return new Finding(
        finding.kind(),
        finding.entity(),
        finding.targetIds(),
        finding.direction(),
        finding.window(),
        finding.onset(),
        finding.evidence(),
        finding.impact().map(each -> new Impact(each.amount(), "what the sales a week may cost")),
        finding.confidence(),
        finding.drivers(),
        finding.action(),
        finding.figures());
  }

  private Sample of(FindingKind kind, Entity entity, DateRange days) {
    return new Sample(kind, entity, days, Optional.empty());
  }

  private Sample since(FindingKind kind, Entity entity, DateRange days) {
    return new Sample(kind, entity, days, Optional.of(days.from()));
  }

  private String money(String amount) {
    return money(new BigDecimal(amount)).toPlainString();
  }

  private BigDecimal money(BigDecimal amount) {
    return amount.multiply(BigDecimal.valueOf(money));
  }

  private final class Sample {
    private final FindingKind kind;
    private final Entity entity;
    private final DateRange days;
    private final Optional<LocalDate> onset;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Figure> past = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private Optional<Impact> impact = Optional.empty();
    private Optional<Evidence> evidence = Optional.empty();

    Sample(FindingKind kind, Entity entity, DateRange days, Optional<LocalDate> onset) {
      this.kind = kind;
      this.entity = entity;
      this.days = days;
      this.onset = onset;
    }

    Sample figure(Metric metric, String value) {
      Nature nature = metric == Metric.EXPECTED_ORDERS ? Nature.ESTIMATED : Nature.OBSERVED;
      figures.add(figure(entity, metric, days, value, nature));
      return this;
    }

    Sample change(Metric metric, String since, String before) {
      DateRange earlier = DateRange.ending(days.from().minusDays(1), 56);
      past.add(figure(entity, metric, earlier, before, Nature.OBSERVED));
      return figure(metric, since);
    }

    Sample target() {
      figures.add(figure(account(), Metric.TARGET_ACOS, days, "0.30", Nature.DERIVED));
      return this;
    }

    private static Figure figure(
        Entity entity, Metric metric, DateRange days, String value, Nature nature) {
      return new Figure(entity, metric, days, new BigDecimal(value), nature, "test");
    }

    Sample impact(String amount, String basis) {
      BigDecimal worth = money(new BigDecimal(amount));
      impact = Optional.of(new Impact(worth, basis));
      figures.add(
          figure(entity, Metric.WEEKLY_IMPACT, days, worth.toPlainString(), Nature.ESTIMATED));
      return this;
    }

    Sample evidence(Metric metric, double observed, double expected, double pValue) {
      evidence =
          Optional.of(
              new Evidence(
                  metric, observed, expected, pValue, pValue, 9, "the days before (812 clicks)"));
      return this;
    }

    Sample driver(Driver driver) {
      drivers.add(driver);
      return this;
    }

    Finding finding(Action action) {
      return made(Optional.of(action));
    }

    Finding context() {
      return made(Optional.empty());
    }

    private Finding made(Optional<Action> action) {
      List<Figure> all = new ArrayList<>(figures);
      all.addAll(past);
      return new Finding(
          kind,
          entity,
          kind.isContext() ? List.of() : List.of("100"),
          kind == FindingKind.LAUNCH_OUTPERFORMING || kind == FindingKind.CPC_INFLATION
              ? Direction.ABOVE
              : Direction.BELOW,
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
}
