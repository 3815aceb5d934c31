package dev.spendlight.rules;

import dev.spendlight.finding.Direction;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;

/// What is wrong, in one sentence without a final stop.
///
/// Where a finding has an onset, what was before stands beside what is since. What reports do not
/// show is worded as something that may be.
record IssueWords(Finding finding, Sentence sentence) {

  String words() {
    return switch (finding.kind()) {
      case TRACKING_BROKEN -> tracking();
      case ZERO_CONVERSION -> finding.onset().isPresent() ? stoppedSelling() : neverSold();
      case WASTED_SEARCH_TERM -> neverSold();
      case BLEEDING -> finding.onset().isPresent() ? fell() : tooDear();
      case CONVERSION_COLLAPSE -> fell() + "; its price, reviews, offers or stock may have changed";
      case ORDER_VALUE_DROP ->
          "Orders of "
              + thing()
              + " are worth less than before: "
              + sentence.change(Metric.AOV)
              + "; its price may have been lowered, or its baskets may be smaller";
      case CPC_INFLATION ->
          "Clicks of "
              + thing()
              + " became dearer: "
              + sentence.with("%s at ", Metric.SPEND)
              + sentence.change(Metric.CPC)
              + "; competitors may bid more";
      case IMPRESSION_DROP ->
          capital(thing())
              + is()
              + "shown far less than before: "
              + sentence.seenAndDue(Metric.DAILY_IMPRESSIONS, ", where ")
              + " would be usual";
      case BUDGET_EXHAUSTED -> outOfBudget();
      case LAUNCH_OUTPERFORMING -> launch("better", "");
      case LAUNCH_UNDERPERFORMING -> launch("worse", sentence.with(", for %s", Metric.SPEND));
      case PLACEMENT_INEFFICIENT ->
          tooDear()
              + sentence.with(" and %s", Metric.ORDERS)
              + sentence.with(
                  ", where %s would be usual by its other placements", Metric.EXPECTED_ORDERS);
      case BID_TOO_HIGH ->
          capital(thing())
              + " sells, but too little for what its clicks cost: "
              + sentence.with("%s", Metric.ACOS)
              + against()
              + ", with "
              + sentence.list(Metric.CPC, Metric.CVR);
      case MARKET_SHIFT -> shift();
      case DATA_MISSING -> "The account has " + sentence.with("%s", Metric.MISSING_DAYS);
    };
  }

  private String tracking() {
    return "The account's orders may no longer be counted: "
        + sentence.with("%s", Metric.ORDERS)
        + sentence.with(", where %s were due", Metric.EXPECTED_ORDERS)
        + ", with "
        + sentence.list(Metric.CLICKS, Metric.SPEND)
        + "; until that is settled nothing can be said of conversion";
  }

  private String neverSold() {
    return capital(thing())
        + has()
        + sentence.list(Metric.CLICKS, Metric.ORDERS)
        + sentence.with(", where %s would be usual", Metric.EXPECTED_ORDERS)
        + sentence.with(", for %s", Metric.SPEND);
  }

  private String stoppedSelling() {
    return capital(thing())
        + " used to sell and (almost) no longer does: "
        + sentence.list(Metric.CLICKS, Metric.ORDERS, Metric.SPEND)
        + ", with "
        + sentence.change(Metric.CVR)
        + change();
  }

  private String fell() {
    return capital(thing())
        + sentence.with(", with %s,", Metric.ACOS)
        + (isPlural() ? " convert less than before: " : " converts less than before: ")
        + sentence.change(Metric.CVR)
        + change();
  }

  private String tooDear() {
    return sentence
        .fact(Metric.ACOS)
        .map(acos ->
            capital(thing()) + has() + acos + against() + sentence.with(", with %s", Metric.SPEND))
        .orElseGet(() ->
            capital(thing())
                + has()
                + sentence.list(Metric.SPEND, Metric.CLICKS, Metric.ORDERS)
                + against());
  }

  private String against() {
    return sentence
        .fact(Metric.TARGET_ACOS)
        .or(sentence::comparator)
        .map(", against %s"::formatted)
        .orElse("");
  }

  private String outOfBudget() {
    String sold = ", with " + sentence.list(Metric.SPEND, Metric.SALES, Metric.ACOS);
    return capital(thing())
        + sentence
            .fact(Metric.TIME_IN_BUDGET)
            .map(time -> " runs out of its daily budget: it was " + time + sold)
            .orElseGet(() ->
                " spends about its whole daily budget nearly every day"
                    + sold
                    + "; it may miss sales late in the day");
  }

  private String launch(String how, String spend) {
    return capital(thing())
        + ", new or resumed, sells "
        + how
        + " than comparable campaigns: "
        + sentence.with("%s", Metric.ORDERS)
        + sentence.with(", where %s would be usual", Metric.EXPECTED_ORDERS)
        + sentence.with(", with %s", Metric.ACOS)
        + spend;
  }

  private String shift() {
    boolean above = finding.direction() == Direction.ABOVE;
    return finding.evidence().metric() == Metric.IMPRESSIONS
        ? "The whole account is shown "
            + (above ? "more" : "less")
            + " than before, most campaigns alike: "
            + sentence.seenAndDue(Metric.DAILY_IMPRESSIONS, ", where ")
            + " would be usual"
        : "The whole account converts "
            + (above ? "better" : "worse")
            + " than before, most campaigns alike: "
            + sentence.with("%s", Metric.ORDERS)
            + sentence.with(", where %s would be usual", Metric.EXPECTED_ORDERS);
  }

  private String change() {
    return new ChangeWords(finding, sentence).words().map("; "::concat).orElse("");
  }

  private String thing() {
    return new EntityWords(sentence).of(finding.entity());
  }

  private boolean isPlural() {
    return EntityWords.isPlural(finding.entity());
  }

  private String has() {
    return isPlural() ? " have " : " has ";
  }

  private String is() {
    return isPlural() ? " are " : " is ";
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
