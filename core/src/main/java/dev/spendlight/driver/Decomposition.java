package dev.spendlight.driver;

import dev.spendlight.driver.SegmentContribution.Course;
import dev.spendlight.metric.Metric;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The change of a metric between two periods, taken apart by entity and by factor.
///
/// A ratio goes by [RatioChange]: each entity's contribution, its mix and its rate. A sum is the
/// sum of its entities' own changes. Both go on by [Factors] where the metric has some.
///
/// @param before the whole before, in the metric's own unit; ACOS 0.284 for 28.4%
/// @param after the whole after
/// @param parts of every entity, the largest in absolute value first, ties by id; they add up to
///   the change
/// @param factors of the whole, which add up to the change too, as if it were one entity; empty
///   where the metric has none or one of them cannot be told
public record Decomposition(
    Metric metric,
    double before,
    double after,
    List<SegmentContribution<String>> parts,
    List<Factor> factors) {

  /// What can be taken apart.
  public static final List<Metric> METRICS =
      List.of(
          Metric.ACOS,
          Metric.ROAS,
          Metric.SPEND,
          Metric.SALES,
          Metric.ORDERS,
          Metric.CLICKS,
          Metric.IMPRESSIONS,
          Metric.CPC,
          Metric.CVR,
          Metric.CTR,
          Metric.AOV);

  private static final Comparator<SegmentContribution<String>> BY_SIZE =
      Comparator.comparingDouble(
              (SegmentContribution<String> part) -> -Math.abs(part.contribution()))
          .thenComparing(SegmentContribution::key);

  public Decomposition {
    parts = List.copyOf(parts);
    factors = List.copyOf(factors);
  }

  public double change() {
    return after - before;
  }

  /// Equal to the change but for rounding, about 1e-15 of the parts.
  public double sumOfParts() {
    return parts.stream().mapToDouble(SegmentContribution::contribution).sum();
  }

  /// The sums that a metric is made of: those have to be told.
  ///
  /// @throws IllegalArgumentException for a metric that is not one of [#METRICS]
  public static Set<Metric> sums(Metric metric) {
    return isSum(metric)
        ? EnumSet.of(metric)
        : EnumSet.of(RatioChange.numerator(metric), RatioChange.denominator(metric));
  }

  /// Whether it is a ratio of sums, which has mix and rate.
  public static boolean isRatio(Metric metric) {
    return !isSum(metric);
  }

  /// Without which a ratio is absent: the sales, for ACOS.
  ///
  /// @throws IllegalArgumentException for a metric that is no ratio
  public static Metric denominator(Metric ratio) {
    return RatioChange.denominator(ratio);
  }

  private static boolean isSum(Metric metric) {
    return switch (metric) {
      case IMPRESSIONS, CLICKS, SPEND, ORDERS, SALES -> true;
      default -> false;
    };
  }

  /// @param metric one of [#METRICS]
  /// @return absent when a sum that it is made of is not told, or a ratio has no denominator in one
  ///   of the periods
  /// @throws IllegalArgumentException for any other metric
  public static Optional<Decomposition> of(Metric metric, PeriodSums before, PeriodSums after) {
    Set<Metric> told = EnumSet.noneOf(Metric.class);
    before.told().stream().filter(after.told()::contains).forEach(told::add);
    if (!told.containsAll(sums(metric))) {
      return Optional.empty();
    }
    Set<String> ids = new TreeSet<>(before.entities().keySet());
    ids.addAll(after.entities().keySet());
    List<Segment<String>> segments =
        ids.stream().map(id -> new Segment<>(id, before.of(id), after.of(id))).toList();
    return isSum(metric)
        ? Optional.of(ofSum(metric, segments, told))
        : RatioChange.of(metric, segments).map(change -> ofRatio(metric, segments, change));
  }

  private static Decomposition ofRatio(
      Metric metric, List<Segment<String>> segments, RatioChange<String> change) {
    return new Decomposition(
        metric,
        change.before(),
        change.after(),
        change.segments().stream().sorted(BY_SIZE).toList(),
        Factors.ofRatio(metric, whole(segments, false), whole(segments, true), 1));
  }

  private static Decomposition ofSum(
      Metric metric, List<Segment<String>> segments, Set<Metric> told) {
    boolean factored = told.containsAll(factorSums(metric));
    Sums before = whole(segments, false);
    Sums after = whole(segments, true);
    return new Decomposition(
        metric,
        before.get(metric),
        after.get(metric),
        segments.stream().map(each -> part(metric, each, factored)).sorted(BY_SIZE).toList(),
        factored ? Factors.ofSum(metric, before, after) : List.of());
  }

  /// The sums that the factors of a sum are made of.
  private static Set<Metric> factorSums(Metric sum) {
    return switch (sum) {
      case SPEND, ORDERS -> EnumSet.of(Metric.IMPRESSIONS, Metric.CLICKS);
      case SALES -> EnumSet.of(Metric.IMPRESSIONS, Metric.CLICKS, Metric.ORDERS);
      default -> EnumSet.of(Metric.IMPRESSIONS);
    };
  }

  private static SegmentContribution<String> part(
      Metric metric, Segment<String> segment, boolean factored) {
    boolean wasThere = !segment.before().equals(Sums.ZERO);
    boolean isThere = !segment.after().equals(Sums.ZERO);
    return new SegmentContribution<>(
        segment.key(),
        segment.after().get(metric) - segment.before().get(metric),
        wasThere == isThere ? Course.CONTINUED : isThere ? Course.STARTED : Course.STOPPED,
        Optional.empty(),
        factored ? Factors.ofSum(metric, segment.before(), segment.after()) : List.of());
  }

  private static Sums whole(List<Segment<String>> segments, boolean later) {
    Stream<Sums> sums = segments.stream().map(each -> later ? each.after() : each.before());
    return sums.reduce(Sums.ZERO, Sums::plus);
  }
}
