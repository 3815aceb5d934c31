package dev.spendlight.service;

import dev.spendlight.account.Entity;
import dev.spendlight.driver.Localisation;
import dev.spendlight.driver.Localisation.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Where the change of an explanation sits.
///
/// @param places widest first, each within the one before; none unless located
public record ExplanationLocation(Verdict verdict, List<Place> places) {
  public ExplanationLocation {
    places = List.copyOf(places);
  }

  /// Entities of one level that carry most of the change.
  ///
  /// @param entities the one that goes furthest beyond its size first
  /// @param shareOfChange of the whole change, 0.81 for 81%; more than 1 where others offset some
  /// @param sizeShare how much of the whole they were in the earlier period
  public record Place(
      Breakdown level, List<Entity> entities, double shareOfChange, double sizeShare) {
    public Place {
      entities = List.copyOf(entities);
    }
  }

  /// @param entities by id, for each of the levels
  static ExplanationLocation of(
      Localisation found, List<Breakdown> levels, List<Map<String, Entity>> entities) {
    return new ExplanationLocation(
        found.verdict(),
        found.places().stream()
            .map(place ->
                new Place(
                    levels.get(place.level()),
                    place.ids().stream()
                        .map(entities.get(place.level())::get)
                        .filter(Objects::nonNull)
                        .toList(),
                    place.shareOfChange(),
                    place.sizeShare()))
            .toList());
  }

  /// The levels at which a place can be named, widest first, where a breakdown is asked for and
  /// both reports tell of them.
  static List<Breakdown> levels(Breakdown asked, ComparedReports reports) {
    Stream<Breakdown> chain =
        switch (asked) {
          case CAMPAIGN, CAMPAIGN_MATCH, AD_GROUP, KEYWORD ->
              Stream.of(
                  Breakdown.CAMPAIGN,
                  Breakdown.CAMPAIGN_MATCH,
                  Breakdown.AD_GROUP,
                  Breakdown.KEYWORD);
          case SEARCH_TERM ->
              Stream.of(
                  Breakdown.CAMPAIGN,
                  Breakdown.CAMPAIGN_MATCH,
                  Breakdown.AD_GROUP,
                  Breakdown.KEYWORD,
                  Breakdown.SEARCH_TERM);
          case PLACEMENT -> Stream.of(Breakdown.CAMPAIGN, Breakdown.PLACEMENT);
          case PRODUCT -> Stream.of(Breakdown.PRODUCT);
        };
    return chain
        .filter(each ->
            each.kinds().contains(reports.before().kind())
                && each.kinds().contains(reports.after().kind()))
        .toList();
  }
}
