package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Action.Inspect.What;
import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.Findings;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A made-up account with findings of given kinds, each on a campaign of its own, with figures of
/// chance that agree with the kind.
final class RandomSheet {
  private static final LocalDate LAST = Shop.LAST;
  private static final Entity.Account ACCOUNT = new Entity.Account(Shop.ID);
  private static final List<String> NAMES =
      List.of(
          "Trail Running", "winter boots sale", "Brand Defense", "Kids Sandals", "clearance items");

  private final Random random;
  private int things;

  RandomSheet(Random random) {
    this.random = random;
  }

  FactSheet of(AccountSummary summary, List<FindingKind> kinds) {
    List<Finding> findings =
        kinds.stream()
            .map(this::finding)
            .sorted(
                Comparator.comparing((Finding each) -> each.kind().isContext())
                    .thenComparing(Comparator.comparingDouble(RandomSheet::worth).reversed()))
            .toList();
    return FactSheet.of(summary, new Findings(findings, List.of(), List.of()), account());
  }

  private static double worth(Finding finding) {
    return finding.impact().map(each -> each.amount().doubleValue()).orElse(0.0);
  }

  private List<Figure> account() {
    DateRange week = DateRange.ending(LAST, 7);
    double spend = between(500, 9_000);
    double acos = between(0.2, 0.5);
    return List.of(
        MadeFinding.figure(ACCOUNT, Metric.SPEND, week, spend),
        MadeFinding.figure(ACCOUNT, Metric.SALES, week, spend / acos),
        MadeFinding.figure(ACCOUNT, Metric.ACOS, week, acos),
        MadeFinding.figure(ACCOUNT, Metric.ORDERS, week, between(50, 900)),
        MadeFinding.figure(ACCOUNT, Metric.CPC, week, between(0.4, 2)),
        MadeFinding.figure(ACCOUNT, Metric.TARGET_ACOS, week, 0.3));
  }

  private Finding finding(FindingKind kind) {
    return switch (kind) {
      case BID_TOO_HIGH -> bidTooHigh();
      case ZERO_CONVERSION -> random.nextBoolean() ? neverSold(kind, keyword()) : stoppedSelling();
      case WASTED_SEARCH_TERM -> neverSold(kind, term());
      case BLEEDING -> random.nextBoolean() ? bleeding() : bleedingSince();
      case CONVERSION_COLLAPSE -> conversionCollapse();
      case CPC_INFLATION -> cpcInflation();
      case BUDGET_EXHAUSTED -> budgetExhausted();
      case TRACKING_BROKEN -> trackingBroken();
      case LAUNCH_OUTPERFORMING, LAUNCH_UNDERPERFORMING -> launch(kind);
      case IMPRESSION_DROP -> impressionDrop();
      case MARKET_SHIFT -> marketShift();
      case PLACEMENT_INEFFICIENT -> placement();
      case ORDER_VALUE_DROP -> orderValueDrop();
      case DATA_MISSING -> dataMissing();
    };
  }

  private Finding bidTooHigh() {
    Entity.Keyword keyword = keyword();
    double bid = between(0.5, 3);
    return chronic(FindingKind.BID_TOO_HIGH, keyword)
        .figure(Metric.ACOS, between(0.45, 1.2))
        .figure(Metric.CPC, between(0.5, 3))
        .figure(Metric.CVR, between(0.02, 0.08))
        .figure(Metric.SPEND, between(200, 2000))
        .target()
        .evidence(Metric.ORDERS, 12, 31)
        .impact(
            between(40, 900),
            "its spend a week beyond what its orders would pay for at the target ACOS")
        .act(new Action.SetBid(keyword, Optional.of(amount(bid)), amount(bid * between(0.6, 0.9))));
  }

  private Finding neverSold(FindingKind kind, Entity entity) {
    double due = between(8, 60);
    Action action =
        entity instanceof Entity.SearchTerm searched
            ? random.nextBoolean()
                ? new Action.AddNegativeExact(searched)
                : new Action.AddNegativeProduct(searched)
            : new Action.Pause((Entity.Keyword) entity);
    return chronic(kind, entity)
        .figure(Metric.CLICKS, between(100, 900))
        .figure(Metric.ORDERS, 0)
        .figure(Metric.SPEND, between(100, 900))
        .figure(Metric.EXPECTED_ORDERS, due)
        .evidence(Metric.ORDERS, 0, due)
        .impact(
            between(40, 900),
            "its spend a week, less the share that the orders it may yet bring pay for")
        .act(action);
  }

  private Finding stoppedSelling() {
    Entity.Keyword keyword = keyword();
    return since(FindingKind.ZERO_CONVERSION, keyword)
        .change(Metric.CVR, 0.004, between(0.06, 0.12))
        .figure(Metric.ORDERS, 1)
        .figure(Metric.CLICKS, between(100, 900))
        .figure(Metric.SPEND, between(100, 900))
        .figure(Metric.EXPECTED_ORDERS, 33)
        .evidence(Metric.ORDERS, 1, 33)
        .impact(between(40, 900), "the margin on the sales a week that were due and did not come")
        .act(new Action.Pause(keyword));
  }

  private Finding bleeding() {
    Entity.Campaign campaign = campaign();
    return chronic(FindingKind.BLEEDING, campaign)
        .figure(Metric.ACOS, between(0.45, 1.2))
        .figure(Metric.SPEND, between(900, 9000))
        .target()
        .evidence(Metric.ORDERS, 173, 284)
        .impact(
            between(40, 900),
            "spend a week beyond what its orders would pay for at the target ACOS")
        .act(new Action.ChangeBids(campaign, new BigDecimal("-0.30")));
  }

  private Finding bleedingSince() {
    Entity.CampaignMatch match = new Entity.CampaignMatch(campaign(), MatchType.BROAD);
    double before = between(0.06, 0.12);
    return since(FindingKind.BLEEDING, match)
        .change(Metric.CVR, before * between(0.3, 0.6), before)
        .change(Metric.ACOS, between(0.5, 0.9), between(0.15, 0.3))
        .figure(Metric.ORDERS, 20)
        .figure(Metric.EXPECTED_ORDERS, 61)
        .evidence(Metric.ORDERS, 20, 61)
        .driver(new Driver.Part(Metric.SALES, Metric.CVR, before, before / 2, -1240.4))
        .impact(between(40, 900), "the share of its weekly spend that no longer brings sales")
        .act(new Action.ChangeBids(match, new BigDecimal("-0.25")));
  }

  private Finding conversionCollapse() {
    Entity.AdGroup group = new Entity.AdGroup("g" + things, name(), campaign());
    double before = between(0.06, 0.2);
    double due = between(100, 300);
    return since(FindingKind.CONVERSION_COLLAPSE, group)
        .change(Metric.CVR, before * between(0.4, 0.7), before)
        .change(Metric.ACOS, between(0.4, 0.9), between(0.15, 0.3))
        .figure(Metric.ORDERS, due * 0.6)
        .figure(Metric.EXPECTED_ORDERS, due)
        .evidence(Metric.ORDERS, due * 0.6, due)
        .impact(between(40, 900), "the margin on the sales a week that were due and did not come")
        .act(new Action.Inspect(group, What.PRODUCT_PAGE));
  }

  private Finding cpcInflation() {
    Entity.Campaign campaign = campaign();
    double before = between(0.5, 1.5);
    double now = before * between(1.3, 1.9);
    return since(FindingKind.CPC_INFLATION, campaign)
        .change(Metric.CPC, now, before)
        .figure(Metric.SPEND, between(500, 4000))
        .evidence(Metric.CPC, now, before)
        .impact(between(40, 900), "its weekly spend, less what its clicks cost before")
        .act(new Action.ChangeBids(campaign, new BigDecimal("-0.20")));
  }

  private Finding budgetExhausted() {
    Entity.Campaign campaign = campaign();
    double budget = between(20, 90);
    double spend = budget * 7;
    double acos = between(0.12, 0.28);
    return chronic(FindingKind.BUDGET_EXHAUSTED, campaign)
        .figure(Metric.SPEND, spend)
        .figure(Metric.SALES, spend / acos)
        .figure(Metric.ACOS, acos)
        .figure(Metric.TIME_IN_BUDGET, between(0.3, 0.8))
        .evidence(Metric.TIME_IN_BUDGET, 0.5, 1)
        .impact(between(40, 900), "the margin on the sales a week that its budget misses")
        .act(new Action.SetDailyBudget(campaign, amount(budget), amount(budget * 1.5)));
  }

  private Finding trackingBroken() {
    return since(FindingKind.TRACKING_BROKEN, ACCOUNT)
        .change(Metric.CVR, 0.0004, 0.098)
        .figure(Metric.ORDERS, 4)
        .figure(Metric.CLICKS, 9012)
        .figure(Metric.SPEND, 4120)
        .figure(Metric.EXPECTED_ORDERS, 883)
        .evidence(Metric.ORDERS, 4, 883)
        .impact(between(40, 900), "the margin on the sales a week that were due and did not come")
        .act(new Action.Inspect(ACCOUNT, What.ORDER_REPORTING));
  }

  private Finding launch(FindingKind kind) {
    boolean better = kind == FindingKind.LAUNCH_OUTPERFORMING;
    Entity.Campaign campaign = campaign();
    double due = between(15, 60);
    double orders = due * (better ? 1.8 : 0.4);
    double budget = between(20, 60);
    return since(kind, campaign)
        .figure(Metric.ORDERS, orders)
        .figure(Metric.SPEND, between(100, 900))
        .figure(Metric.ACOS, better ? 0.18 : 0.71)
        .figure(Metric.EXPECTED_ORDERS, due)
        .evidence(Metric.ORDERS, orders, due)
        .impact(between(40, 900), "what the sales a week may cost")
        .act(
            better
                ? random.nextInt(4) == 0
                    ? new Action.ChangeBids(campaign, new BigDecimal("0.15"))
                    : new Action.SetDailyBudget(campaign, amount(budget), amount(budget * 1.3))
                : new Action.ChangeBids(campaign, new BigDecimal("-0.25")));
  }

  private Finding impressionDrop() {
    Entity.Campaign campaign = campaign();
    double due = between(3_000, 20_000);
    return since(FindingKind.IMPRESSION_DROP, campaign)
        .figure(Metric.IMPRESSIONS, 28_800)
        .figure(Metric.SPEND, 40)
        .evidence(Metric.IMPRESSIONS, due * 0.2, due)
        .impact(between(40, 900), "the margin on the sales a week that went with the impressions")
        .act(new Action.Inspect(campaign, What.DELIVERY));
  }

  private Finding marketShift() {
    return since(FindingKind.MARKET_SHIFT, ACCOUNT)
        .figure(Metric.CVR, 0.07)
        .figure(Metric.ORDERS, 1234)
        .evidence(Metric.ORDERS, 1234, 1650)
        .context();
  }

  private Finding placement() {
    Entity.Placement placement = new Entity.Placement("Top of Search", campaign());
    return chronic(FindingKind.PLACEMENT_INEFFICIENT, placement)
        .figure(Metric.ACOS, between(0.45, 1.2))
        .figure(Metric.ORDERS, 21)
        .figure(Metric.SPEND, between(300, 2000))
        .figure(Metric.EXPECTED_ORDERS, 52)
        .target()
        .evidence(Metric.ORDERS, 21, 52)
        .impact(
            between(40, 900),
            "its spend a week beyond what its orders would pay for at the target ACOS")
        .act(new Action.ChangeBids(placement, new BigDecimal("-0.25")));
  }

  private Finding orderValueDrop() {
    Entity.Campaign campaign = campaign();
    double before = between(15, 60);
    double now = before * between(0.6, 0.8);
    return since(FindingKind.ORDER_VALUE_DROP, campaign)
        .change(Metric.AOV, now, before)
        .figure(Metric.ORDERS, 149)
        .evidence(Metric.AOV, now, before)
        .impact(between(40, 900), "the margin on the sales a week that were due and did not come")
        .act(new Action.Inspect(campaign, What.PRODUCT_PAGE));
  }

  private Finding dataMissing() {
    DateRange day = DateRange.day(LocalDate.of(2026, 3, 20));
    return new MadeFinding(FindingKind.DATA_MISSING, ACCOUNT, day, Optional.of(day.from()))
        .figure(Metric.MISSING_DAYS, 1)
        .evidence(Metric.MISSING_DAYS, 1, 0)
        .context();
  }

  private Entity.Campaign campaign() {
    things++;
    return new Entity.Campaign("c" + things, name());
  }

  private String name() {
    return NAMES.get(things % NAMES.size());
  }

  private Entity.Keyword keyword() {
    Entity.Campaign campaign = campaign();
    MatchType[] types = {MatchType.EXACT, MatchType.PHRASE, MatchType.BROAD};
    return new Entity.Keyword(
        "k" + things,
        "trail shoes",
        types[random.nextInt(types.length)],
        new Entity.AdGroup("g" + things, name(), campaign));
  }

  private Entity.SearchTerm term() {
    Entity.Keyword keyword = keyword();
    return new Entity.SearchTerm(keyword.id() + ":free shoes", "free shoes", keyword);
  }

  private MadeFinding chronic(FindingKind kind, Entity entity) {
    return new MadeFinding(kind, entity, DateRange.ending(LAST, 60), Optional.empty());
  }

  private MadeFinding since(FindingKind kind, Entity entity) {
    DateRange days = new DateRange(LAST.minusDays(7 + random.nextInt(20)), LAST.minusDays(3));
    return new MadeFinding(kind, entity, days, Optional.of(days.from()));
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  private static BigDecimal amount(double value) {
    return MadeFinding.amount(value);
  }
}
