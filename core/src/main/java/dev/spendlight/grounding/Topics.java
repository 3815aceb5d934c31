package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What may be supposed of each kind of finding, beyond what reports show.
final class Topics {
  private Topics() {}

  /// What a text about a finding may suppose, or in a recommendation to look at something advise to
  /// look at.
  static Set<Topic> of(Finding finding, Piece piece) {
    Set<Topic> topics = of(finding);
    if (piece == Piece.RECOMMENDATION
        && finding.action().orElse(null)
            instanceof Action.Inspect(Entity any, Action.Inspect.What what)) {
      topics.addAll(
          switch (what) {
            case PRODUCT_PAGE ->
                EnumSet.of(Topic.PRICE, Topic.REVIEWS, Topic.COMPETITION, Topic.STOCK, Topic.PAGE);
            case DELIVERY -> EnumSet.of(Topic.SERVING, Topic.STOCK);
            case ORDER_REPORTING -> EnumSet.of(Topic.REPORTING);
          });
    }
    return topics;
  }

  private static Set<Topic> of(Finding finding) {
    return switch (finding.kind()) {
      case CONVERSION_COLLAPSE, LAUNCH_UNDERPERFORMING ->
          EnumSet.of(
              Topic.PRICE,
              Topic.REVIEWS,
              Topic.COMPETITION,
              Topic.STOCK,
              Topic.PAGE,
              Topic.DEMAND,
              Topic.RELEVANCE);
      case BLEEDING, ZERO_CONVERSION ->
          finding.onset().isPresent()
              ? EnumSet.of(
                  Topic.PRICE,
                  Topic.REVIEWS,
                  Topic.COMPETITION,
                  Topic.STOCK,
                  Topic.PAGE,
                  Topic.RELEVANCE)
              : EnumSet.of(Topic.RELEVANCE, Topic.PAGE, Topic.PRICE);
      case WASTED_SEARCH_TERM -> EnumSet.of(Topic.RELEVANCE);
      case BID_TOO_HIGH, PLACEMENT_INEFFICIENT -> EnumSet.of(Topic.RELEVANCE, Topic.COMPETITION);
      case CPC_INFLATION -> EnumSet.of(Topic.COMPETITION, Topic.DEMAND);
      case ORDER_VALUE_DROP ->
          EnumSet.of(Topic.PRICE, Topic.BASKET, Topic.PROMOTION, Topic.PAGE, Topic.STOCK);
      case IMPRESSION_DROP ->
          EnumSet.of(
              Topic.SERVING, Topic.STOCK, Topic.COMPETITION, Topic.DEMAND, Topic.PAGE, Topic.PRICE);
      case MARKET_SHIFT -> EnumSet.of(Topic.DEMAND, Topic.COMPETITION);
      case TRACKING_BROKEN -> EnumSet.of(Topic.REPORTING);
      case DATA_MISSING -> EnumSet.of(Topic.REPORTING);
      case BUDGET_EXHAUSTED, LAUNCH_OUTPERFORMING -> EnumSet.of(Topic.DEMAND, Topic.STOCK);
    };
  }

  static boolean isIn(Passage passage, int place) {
    return passage
        .clauseOf(place)
        .anyMatch(each -> passage.part(each) instanceof Part.Term term && !topics(term).isEmpty());
  }

  /// Those that a term speaks of.
  static List<Topic> topics(Part.Term term) {
    List<Topic> topics = List.of();
    for (Meaning meaning : term.meanings()) {
      if (meaning instanceof Topic topic) {
        topics = topics.isEmpty() ? new ArrayList<>() : topics;
        topics.add(topic);
      }
    }
    return topics;
  }
}
