package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// [Localisation] where there is no hierarchy but attributes that cross each other, as in public
/// data sets: the attribute whose values go furthest beyond their size is the widest level, the one
/// that then narrows it down furthest the next.
///
/// @param attributes their names
record AttributeSearch(Metric metric, List<String> attributes, List<AttributeSearch.Row> rows) {
  private static final Set<Metric> TOLD =
      Set.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.ORDERS, Metric.SPEND, Metric.SALES);

  /// @param values one for each attribute
  record Row(List<String> values, Sums before, Sums after) {}

  /// Rows put together by some of the attributes.
  private record Cut(PeriodSums before, PeriodSums after, Map<String, List<String>> paths) {}

  /// The values that the narrowest place is made of, such as `[[bitrate=500, p2p=1]]`; empty where
  /// nothing is named.
  Set<Set<String>> places() {
    List<Integer> levels = new ArrayList<>();
    Optional<Place> found = Optional.empty();
    while (true) {
      Optional<Place> best = Optional.empty();
      int chosen = 0;
      for (int attribute = 0; attribute < attributes.size(); attribute++) {
        Optional<Place> place =
            levels.contains(attribute) ? Optional.empty() : narrowest(levels, attribute);
        if (place.isPresent() && (best.isEmpty() || beyond(place.get()) > beyond(best.get()))) {
          best = place;
          chosen = attribute;
        }
      }
      if (best.isEmpty()) {
        return found.map(AttributeSearch::values).orElse(Set.of());
      }
      found = best;
      levels.add(chosen);
    }
  }

  private static double beyond(Place place) {
    return place.shareOfChange() - place.sizeShare();
  }

  private static Set<Set<String>> values(Place place) {
    return place.ids().stream().map(id -> Set.of(id.split("&"))).collect(Collectors.toSet());
  }

  /// A place at the last of some levels, where there is one at each before.
  private Optional<Place> narrowest(List<Integer> wider, int last) {
    List<Integer> levels = new ArrayList<>(wider);
    levels.add(last);
    Cut cut = cut(levels);
    List<Place> places =
        Localisation.of(metric, cut.before(), cut.after(), 1, cut.paths()).places();
    return places.size() == levels.size() ? Optional.of(places.getLast()) : Optional.empty();
  }

  private Cut cut(List<Integer> levels) {
    Map<String, Sums> before = new HashMap<>();
    Map<String, Sums> after = new HashMap<>();
    Map<String, List<String>> paths = new HashMap<>();
    for (Row row : rows) {
      List<String> path = new ArrayList<>();
      for (int level : levels) {
        String value = attributes.get(level) + "=" + row.values().get(level);
        path.add(path.isEmpty() ? value : path.getLast() + "&" + value);
      }
      paths.put(path.getLast(), path);
      before.merge(path.getLast(), row.before(), Sums::plus);
      after.merge(path.getLast(), row.after(), Sums::plus);
    }
    return new Cut(new PeriodSums(before, TOLD), new PeriodSums(after, TOLD), paths);
  }

  /// For comparison: the value of any attribute that contributes most, whatever its size.
  Set<Set<String>> largestPart() {
    String largest = "";
    double most = 0;
    for (int attribute = 0; attribute < attributes.size(); attribute++) {
      Cut cut = cut(List.of(attribute));
      Decomposition whole = Decomposition.of(metric, cut.before(), cut.after()).orElseThrow();
      for (SegmentContribution<String> part : whole.parts()) {
        double own = part.contribution() * Math.signum(whole.change());
        if (own > most) {
          most = own;
          largest = part.key();
        }
      }
    }
    return largest.isEmpty() ? Set.of() : Set.of(Set.of(largest));
  }
}
