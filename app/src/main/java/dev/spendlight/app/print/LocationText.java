package dev.spendlight.app.print;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.grounding.Wording;
import dev.spendlight.metric.Metric;
import dev.spendlight.service.Breakdown;
import dev.spendlight.service.Explanation;
import dev.spendlight.service.ExplanationLocation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a change sits, in one or two plain sentences.
final class LocationText {
  private static final int NAME = 60;

  private LocationText() {}

  /// Empty where there is nothing to tell apart.
  static Optional<String> of(Explanation explanation) {
    return switch (explanation.location().verdict()) {
      case LOCATED -> Optional.of(located(explanation));
      case SPREAD ->
          Optional.of(
              "The change is spread over the account: nothing carries much more of it than size and chance would give.");
      case OFFSETTING ->
          Optional.of(
              "The change is what is left of larger moves up and down; it sits in no one place.");
      case NONE -> Optional.empty();
    };
  }

  private static String located(Explanation explanation) {
    List<Place> places = explanation.location().places();
    Place widest = places.getFirst();
    String where = entities(widest, Optional.empty());
    String share = percent(widest.shareOfChange());
    String before =
        "which had %s of the %s before"
            .formatted(percent(widest.sizeShare()), sums(explanation.metric()));
    // As printed: 100.4% reads as all of it.
    String text =
        Math.round(100 * widest.shareOfChange()) > 100
            ? "The change sits in %s, %s and makes %s of it; everything else together works against it."
                .formatted(where, before, share)
            : "%s of the change sits in %s, %s.".formatted(share, where, before);
    List<String> narrower = new ArrayList<>();
    for (int i = 1; i < places.size(); i++) {
      narrower.add(
          "in %s (%s)"
              .formatted(
                  entities(places.get(i), Optional.of(places.get(i - 1))),
                  percent(places.get(i).shareOfChange())));
    }
    return narrower.isEmpty()
        ? text
        : text + " Within it, it sits %s.".formatted(String.join(", and there ", narrower));
  }

  private static String sums(Metric metric) {
    return Decomposition.isRatio(metric)
        ? Decomposition.sums(metric).stream()
            .map(Metric::words)
            .collect(Collectors.joining(" and "))
        : metric.words();
  }

  private static String percent(double share) {
    return String.format(Locale.ENGLISH, "%,.0f%%", 100 * share);
  }

  /// @param around the place within which they lie
  private static String entities(Place place, Optional<Place> around) {
    if (place.level() == Breakdown.CAMPAIGN_MATCH && isOneCampaign(around)) {
      return "match type " + listed(place.entities().stream().map(LocationText::match).toList());
    }
    EntityLabels labels =
        around.isPresent()
            ? EntityLabels.of(place.entities())
            : EntityLabels.inFull(place.entities());
    List<String> names =
        place.entities().stream().map(each -> Wording.name(labels.of(each), NAME)).toList();
    return (names.size() == 1 ? one(place.level()) : ExplainText.plural(place.level()))
        + " "
        + listed(names);
  }

  private static boolean isOneCampaign(Optional<Place> around) {
    return around
        .filter(each -> each.level() == Breakdown.CAMPAIGN && each.entities().size() == 1)
        .isPresent();
  }

  private static String match(Entity entity) {
    MatchType type =
        entity instanceof Entity.CampaignMatch match ? match.matchType() : MatchType.NONE;
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String one(Breakdown level) {
    return switch (level) {
      case KEYWORD -> "target";
      case CAMPAIGN_MATCH -> "match type";
      default -> level.words();
    };
  }

  private static String listed(List<String> names) {
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
