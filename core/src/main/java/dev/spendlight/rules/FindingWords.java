package dev.spendlight.rules;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;
import java.util.Locale;

/// Words one finding: as an insight, as an opportunity, as a sentence.
final class FindingWords {
  private final Finding finding;
  private final Sentence sentence;

  FindingWords(FactSheet sheet, Finding finding) {
    this.finding = finding;
    this.sentence = new Sentence(sheet, finding);
  }

  /// Short enough to stay under the length of an insight with a name of 24 characters.
  String insight() {
    return switch (finding.kind()) {
      case ZERO_CONVERSION, WASTED_SEARCH_TERM ->
          sentence.it() + ": " + sentence.list(Metric.CLICKS, Metric.ORDERS);
      case BLEEDING ->
          sentence.it()
              + ": "
              + sentence
                  .fact(Metric.ACOS)
                  .orElseGet(() -> sentence.list(Metric.SPEND, Metric.ORDERS));
      case DATA_MISSING -> sentence.with("%s", Metric.MISSING_DAYS);
      default -> sentence.it() + ": " + sentence.with("%s", Metric.WEEKLY_IMPACT);
    };
  }

  /// What is wrong, without a final stop.
  String issue() {
    return switch (finding.kind()) {
      case ZERO_CONVERSION, WASTED_SEARCH_TERM ->
          thing()
              + " has "
              + sentence.list(Metric.CLICKS, Metric.ORDERS)
              + sentence.with(", where %s would be usual", Metric.EXPECTED_ORDERS)
              + sentence.with(", for %s", Metric.SPEND);
      case BLEEDING -> bleeding();
      default -> thing() + sentence.with(": %s", Metric.WEEKLY_IMPACT);
    };
  }

  private String bleeding() {
    String against =
        sentence
            .fact(Metric.TARGET_ACOS)
            .map(target -> ", against " + target)
            .orElseGet(
                () -> sentence.comparator().map(average -> ", against " + average).orElse(""));
    return sentence
        .fact(Metric.ACOS)
        .map(acos -> thing() + " has " + acos + against + sentence.with(", with %s", Metric.SPEND))
        .orElseGet(() ->
            thing()
                + " has "
                + sentence.list(Metric.SPEND, Metric.CLICKS, Metric.ORDERS)
                + against);
  }

  DraftOpportunity opportunity() {
    return new DraftOpportunity(
        finding.id(),
        issue() + ".",
        recommendation() + ".",
        sentence.with("%s", Metric.WEEKLY_IMPACT) + effect());
  }

  private String effect() {
    return switch (finding.kind()) {
      case ZERO_CONVERSION, WASTED_SEARCH_TERM -> " of spend without orders.";
      case BLEEDING -> " of spend beyond what its orders pay for.";
      default -> ".";
    };
  }

  private String recommendation() {
    return switch (finding.action().orElseThrow()) {
      case Action.Pause pause ->
          "Pause "
              + targetWord(pause.on().matchType())
              + " "
              + sentence.it()
              + " in campaign "
              + sentence.campaign();
      case Action.AddNegativeExact negative ->
          "Add "
              + sentence.name(negative.on())
              + " as a negative exact keyword in campaign "
              + sentence.campaign();
      case Action.AddNegativeProduct negative ->
          "Add "
              + sentence.name(negative.on())
              + " as a negative product target in campaign "
              + sentence.campaign();
      case Action.SetBid bid ->
          "Set the bid of " + sentence.name(bid.on()) + sentence.with(" to %s", Metric.BID);
      case Action.ChangeBids bids ->
          (bids.change().signum() < 0 ? "Lower" : "Raise")
              + " the bids of "
              + noun(bids.on())
              + " "
              + sentence.name(bids.on())
              + sentence.with(" by %s", Metric.BID_CHANGE)
              + ", then look again after two weeks";
      case Action.Inspect inspect -> inspection(inspect);
      case Action.SetDailyBudget budget ->
          "Set the daily budget of campaign "
              + sentence.name(budget.on())
              + sentence.with(" to %s", Metric.DAILY_BUDGET);
    };
  }

  private String inspection(Action.Inspect inspect) {
    String on =
        inspect.on() instanceof Entity.Account
            ? "the account"
            : noun(inspect.on()) + " " + sentence.name(inspect.on());
    return switch (inspect.what()) {
      case ORDER_REPORTING ->
          "Check whether orders are still counted before changing any bid: open the platform's own"
              + " sales figures beside these reports";
      case PRODUCT_PAGE ->
          "Look at the product page behind " + on + ": price, reviews, offers, content";
      case DELIVERY ->
          "Check whether the ads of " + on + " can be served: status, eligibility, bids, stock";
    };
  }

  private String thing() {
    return finding.entity() instanceof Entity.Account
        ? "The account"
        : capital(noun(finding.entity())) + " " + sentence.it();
  }

  private static String noun(Entity entity) {
    return switch (entity) {
      case Entity.Keyword keyword -> targetWord(keyword.matchType());
      case Entity.SearchTerm any -> "search term";
      case Entity.Campaign any -> "campaign";
      case Entity.CampaignMatch match ->
          "the " + match.matchType().name().toLowerCase(Locale.ROOT) + " targets of campaign";
      case Entity.AdGroup any -> "ad group";
      case Entity.Product any -> "product";
      case Entity.Placement any -> "placement";
      case Entity.Account any -> "account";
    };
  }

  private static String targetWord(MatchType matchType) {
    return switch (matchType) {
      case BROAD -> "broad keyword";
      case PHRASE -> "phrase keyword";
      case EXACT -> "exact keyword";
      case PRODUCT -> "product target";
      case AUTO -> "automatic target";
      case NONE -> "target";
    };
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
