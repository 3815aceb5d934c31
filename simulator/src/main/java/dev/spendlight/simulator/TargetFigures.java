package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.util.List;

/// How healthy targets perform. Brand terms convert about ten times as often as the plain noun that
/// everybody types.
final class TargetFigures {
  private static final double CAMPAIGN_IMPRESSIONS = 4500;
  private static final double CLICK_RATE = 0.004;
  private static final double BRAND_CONVERSION = 0.25;
  private static final double PLAIN_CONVERSION = 0.4;
  private static final double HIGHEST_CONVERSION = 0.45;
  private static final double LOWEST_PRICE = 0.12;

  private final AccountShape shape;
  private final Draws draws;

  TargetFigures(AccountShape shape, Draws draws) {
    this.shape = shape;
    this.draws = draws;
  }

  /// As shops write prices: 23.99.
  double productPrice(ProductLine line) {
    double price = Math.ceil(draws.logNormal(line.price(), 0.25) * shape.dollar());
    return shape.coin() < 1_000_000 ? price - 0.01 : price;
  }

  double productConversion() {
    return Math.clamp(draws.beta(0.10, 18), 0.04, 0.22);
  }

  /// A day, of all its targets together.
  double campaignImpressions(CampaignRole role) {
    return draws.logNormal(CAMPAIGN_IMPRESSIONS, 0.8) * (role == CampaignRole.BRAND ? 0.05 : 1);
  }

  /// @param orderPrice of what is ordered, per unit
  TargetPlan target(
      int index,
      String id,
      String text,
      MatchType match,
      AdGroupPlan adGroup,
      boolean brand,
      boolean plain,
      double orderPrice,
      double impressions,
      List<TermPlan> terms) {
    ProductPlan product = adGroup.products().getFirst();
    double clickRate = draws.logNormal(CLICK_RATE, 0.35) * clickFactor(match) * (brand ? 4 : 1);
    double conversion =
        brand
            ? draws.uniform(BRAND_CONVERSION, HIGHEST_CONVERSION)
            : product.conversion()
                * conversionFactor(match)
                * (plain ? PLAIN_CONVERSION : draws.logNormal(1, 0.3));
    double acosToTarget =
        brand
            ? draws.uniform(0.10, 0.30)
            : Math.clamp(
                draws.logNormal(StrictMath.exp(-0.05), shape.nature().acosSpread()),
                0.6,
                shape.nature().worstAcos());
    double orderValue = orderPrice * shape.nature().orders().units() * AccountPlan.PAID;
    double price =
        Math.max(
            LOWEST_PRICE * shape.dollar(),
            acosToTarget * shape.targetAcos().doubleValue() * conversion * orderValue);
    return new TargetPlan(
        index,
        id,
        text,
        match,
        adGroup.index(),
        adGroup.campaign(),
        brand,
        impressions,
        clickRate,
        conversion,
        price,
        terms);
  }

  private static double clickFactor(MatchType match) {
    return switch (match) {
      case EXACT -> 1.3;
      case PHRASE -> 1;
      case BROAD -> 0.8;
      case AUTO, PRODUCT, NONE -> 0.7;
    };
  }

  private static double conversionFactor(MatchType match) {
    return switch (match) {
      case EXACT -> 1.15;
      case PHRASE -> 1;
      case BROAD, AUTO -> 0.85;
      case PRODUCT, NONE -> 0.7;
    };
  }
}
