package dev.spendlight.app.print;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.grounding.Wording;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The parts of a finding in words: its kind, whom it is about, since when, what to do, where it
/// comes from.
final class FindingPhrases {
  private static final int NAME = 60;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final FindingFigures figures;

  FindingPhrases(FindingFigures figures) {
    this.figures = figures;
  }

  String kind(FindingKind kind) {
    return switch (kind) {
      case BID_TOO_HIGH -> "Bid too high";
      case ZERO_CONVERSION -> "No orders";
      case BLEEDING -> "Spends more than its sales pay for";
      case CONVERSION_COLLAPSE -> "Conversion fell";
      case CPC_INFLATION -> "Clicks became dearer";
      case BUDGET_EXHAUSTED -> "Daily budget runs out";
      case TRACKING_BROKEN -> "Orders may not be counted";
      case LAUNCH_OUTPERFORMING -> "New and better than its peers";
      case LAUNCH_UNDERPERFORMING -> "New and worse than its peers";
      case IMPRESSION_DROP -> "Shown far less";
      case MARKET_SHIFT -> "The whole account moved";
      case WASTED_SEARCH_TERM -> "Search term without orders";
      case PLACEMENT_INEFFICIENT -> "Placement does not pay";
      case ORDER_VALUE_DROP -> "Orders are worth less";
      case DATA_MISSING -> "Days without a report";
    };
  }

  /// For example `exact keyword “trail shoes” in campaign “Shoes”`.
  static String entity(Entity entity) {
    return switch (entity) {
      case Entity.Account account -> "account " + name(account);
      case Entity.Product product ->
          "product "
              + name(product)
              + (isTold(product) ? " (" + Wording.plain(product.id()) + ")" : "");
      case Entity.Campaign campaign -> "campaign " + name(campaign);
      case Entity.CampaignMatch match ->
          sort(match.matchType()) + " targets of campaign " + name(match.campaign());
      case Entity.AdGroup adGroup ->
          "ad group " + name(adGroup) + " in campaign " + name(adGroup.campaign());
      case Entity.Keyword target ->
          sort(target.matchType())
              + " target "
              + name(target)
              + " in campaign "
              + name(target.adGroup().campaign());
      case Entity.SearchTerm term ->
          name(term)
              + ", met by "
              + name(term.target())
              + " in campaign "
              + name(term.target().adGroup().campaign());
      case Entity.Placement placement ->
          name(placement) + " in campaign " + name(placement.campaign());
    };
  }

  private static boolean isTold(Entity.Product product) {
    return !product.name().equals(product.id());
  }

  private static String sort(MatchType type) {
    return type == MatchType.NONE ? "all" : type.name().toLowerCase(Locale.ROOT);
  }

  private static String name(Entity entity) {
    return Wording.name(entity.name().isBlank() ? entity.id() : entity.name(), NAME);
  }

  /// For example `since 14 Nov 2026 (10 days)`, or `since 9 Nov 2026; judged to 21 Nov 2026 (13
  /// days)` where later days are not complete.
  static String days(Finding finding, LocalDate asOf) {
    String last = day(finding.window().to());
    String count = finding.window().days() == 1 ? "1 day" : finding.window().days() + " days";
    String judged = finding.window().to().equals(asOf) ? "" : "; judged to " + last;
    return finding
        .onset()
        .map(onset -> "since %s%s (%s)".formatted(day(onset), judged, count))
        .orElseGet(() -> "in the %s to %s".formatted(count, last));
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// What to do, with its numbers.
  String action(Action action) {
    return switch (action) {
      case Action.Pause pause -> "pause it";
      case Action.AddNegativeExact negative -> "add it as a negative exact keyword";
      case Action.AddNegativeProduct negative -> "add it as a negative product target";
      case Action.SetBid bid ->
          "set its bid"
              + bid.from().map(from -> " from " + money(from)).orElse("")
              + " to "
              + money(bid.to());
      case Action.ChangeBids bids ->
          (bids.change().signum() < 0 ? "lower" : "raise")
              + (bids.on() instanceof Entity.Placement ? " its bid adjustment" : " its bids")
              + (bids.on() instanceof Entity.Placement ? " until clicks are bid " : " by ")
              + Wording.percent(bids.change().abs())
              + (bids.on() instanceof Entity.Placement
                  ? bids.change().signum() < 0 ? " less" : " more"
                  : "");
      case Action.SetDailyBudget budget ->
          "set its daily budget from " + money(budget.from()) + " to " + money(budget.to());
      case Action.Inspect inspect ->
          switch (inspect.what()) {
            case ORDER_REPORTING -> "check whether orders are still counted, before anything else";
            case PRODUCT_PAGE -> "check the product page: price, reviews, offers, stock, content";
            case DELIVERY ->
                "check whether its ads can be served: status, eligibility, bids, stock";
          };
    };
  }

  /// For example `conversion rate 9.8% to 3.1%: -$1,240 of sales a week`, or what the account's own
  /// people changed.
  String driver(Driver driver) {
    return switch (driver) {
      case Driver.Part part ->
          "%s %s to %s: %s"
              .formatted(
                  part.factor() == Metric.IMPRESSIONS ? "impressions a day" : part.factor().words(),
                  figures.value(part.factor(), rounded(part, part.before())),
                  figures.value(part.factor(), rounded(part, part.after())),
                  contribution(part));
      case Driver.YourChange change -> yours(change);
    };
  }

  private static double rounded(Driver.Part part, double value) {
    return part.factor() == Metric.IMPRESSIONS ? Math.rint(value) : value;
  }

  private String contribution(Driver.Part part) {
    return switch (part.of()) {
      case SPEND, SALES ->
          figures.signedMoney(part.contribution()) + " of " + part.of().words() + " a week";
      default ->
          (part.contribution() < 0 ? "-" : "+")
              + Wording.percent(BigDecimal.valueOf(Math.abs(part.contribution())))
              + " of "
              + part.of().words();
    };
  }

  private String yours(Driver.YourChange change) {
    String on = " of " + entity(change.on()) + ", seen on " + day(change.seen());
    return switch (change.what()) {
      case BID -> fromTo("bid", change) + on;
      case DAILY_BUDGET -> fromTo("daily budget", change) + on;
      case STATUS ->
          "your change: "
              + (change.to() > change.from() ? "enabled " : "paused ")
              + entity(change.on())
              + ", seen on "
              + day(change.seen());
    };
  }

  private String fromTo(String what, Driver.YourChange change) {
    return "your change: %s from %s to %s"
        .formatted(what, figures.money(change.from()), figures.money(change.to()));
  }

  private String money(BigDecimal amount) {
    return figures.money(amount.doubleValue());
  }
}
