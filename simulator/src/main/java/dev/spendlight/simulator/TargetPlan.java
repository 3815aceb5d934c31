package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.util.List;

/// A target as it really is.
///
/// @param adGroup index in the account
/// @param brand whether people look for the brand, which converts far better than anything else
/// @param impressions a day, on an ordinary one
/// @param clickRate clicks over impressions
/// @param conversion orders over clicks
/// @param price of a click, account currency
record TargetPlan(
    int index,
    String id,
    String text,
    MatchType match,
    int adGroup,
    int campaign,
    boolean brand,
    double impressions,
    double clickRate,
    double conversion,
    double price,
    List<TermPlan> terms) {

  double dailySpend() {
    return impressions * clickRate * price;
  }

  double dailyOrders() {
    return impressions * clickRate * conversion;
  }

  TargetPlan withImpressions(double value) {
    return new TargetPlan(
        index,
        id,
        text,
        match,
        adGroup,
        campaign,
        brand,
        value,
        clickRate,
        conversion,
        price,
        terms);
  }

  TargetPlan withPrice(double value) {
    return new TargetPlan(
        index,
        id,
        text,
        match,
        adGroup,
        campaign,
        brand,
        impressions,
        clickRate,
        conversion,
        value,
        terms);
  }

  TargetPlan withTerms(List<TermPlan> value) {
    return new TargetPlan(
        index,
        id,
        text,
        match,
        adGroup,
        campaign,
        brand,
        impressions,
        clickRate,
        conversion,
        price,
        value);
  }
}
