package dev.spendlight.driver;

import dev.spendlight.driver.SegmentContribution.Course;
import dev.spendlight.driver.SegmentContribution.Split;
import dev.spendlight.metric.Metric;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which segments made a ratio of sums change: symmetric (Bennet) contributions.
///
/// With numerators `n`, denominators `d`, totals `N`, `D`, `R = N / D`, and `R̄`, `D̄` the means of
/// before and after:
///
/// - contribution `((n1 - n0) - R̄ (d1 - d0)) / D̄`; the sum over all segments is `R1 - R0`,
///   whatever is zero
/// - with `d0, d1 > 0` and `r = n / d`: rate `((d0 + d1) / 2 / D̄) (r1 - r0)`, mix `((r0 + r1) / 2
///   - R̄) (d1 - d0) / D̄`, which add up to the contribution
/// - for ACOS and ROAS, the rate by the factors of [Factors], again without remainder
///
/// Example (Simpson): campaigns of 300 on 1500 and 200 on 400 become 190 on 1000 and 480 on 1000.
/// Both improve (rate -0.64 and -0.72 points), yet the account worsens by 7.18: mix +2.67 and
/// +5.87.
///
/// Source: Bennet 1920; Balk, Price and Quantity Index Numbers, 2008, chapter 3. Proof of the first
/// line: `ΔN - R̄ ΔD = (R1 - R0) D̄`.
///
/// @param before the ratio of the whole before
/// @param after the ratio of the whole after
/// @param segments in the order given
/// @param <K> the type of the segments' keys
public record RatioChange<K>(double before, double after, List<SegmentContribution<K>> segments) {
  public RatioChange {
    segments = List.copyOf(segments);
  }

  public double change() {
    return after - before;
  }

  /// @param ratio one of ACOS, ROAS, CTR, CVR, CPC, AOV
  /// @return absent when the whole has no denominator in one of the periods: there is no ratio to
  ///   explain then
  /// @throws IllegalArgumentException for a metric that is not a ratio
  public static <K> Optional<RatioChange<K>> of(Metric ratio, Collection<Segment<K>> segments) {
    Metric numerator = numerator(ratio);
    Metric denominator = denominator(ratio);
    Sums before = Sums.ZERO;
    Sums after = Sums.ZERO;
    for (Segment<K> segment : segments) {
      before = before.plus(segment.before());
      after = after.plus(segment.after());
    }
    double d0 = before.get(denominator);
    double d1 = after.get(denominator);
    if (!(d0 > 0 && d1 > 0)) {
      return Optional.empty();
    }
    double r0 = before.get(numerator) / d0;
    double r1 = after.get(numerator) / d1;
    Whole whole = new Whole(ratio, numerator, denominator, (r0 + r1) / 2, (d0 + d1) / 2);
    return Optional.of(
        new RatioChange<>(r0, r1, segments.stream().map(whole::contribution).toList()));
  }

  static Metric numerator(Metric ratio) {
    return switch (ratio) {
      case ACOS, CPC -> Metric.SPEND;
      case ROAS, AOV -> Metric.SALES;
      case CTR -> Metric.CLICKS;
      case CVR -> Metric.ORDERS;
      default ->
          throw new IllegalArgumentException(
              "Contributions exist for acos, roas, ctr, cvr, cpc and aov, not "
                  + ratio.key()
                  + ".");
    };
  }

  static Metric denominator(Metric ratio) {
    return switch (ratio) {
      case ACOS -> Metric.SALES;
      case ROAS -> Metric.SPEND;
      case CTR -> Metric.IMPRESSIONS;
      case CVR, CPC -> Metric.CLICKS;
      case AOV -> Metric.ORDERS;
      default -> throw new IllegalArgumentException(ratio.key() + " is no ratio.");
    };
  }

  /// What every segment is measured against: the mean ratio and the mean denominator.
  private record Whole(
      Metric ratio,
      Metric numerator,
      Metric denominator,
      double meanRatio,
      double meanDenominator) {

    <K> SegmentContribution<K> contribution(Segment<K> segment) {
      double n0 = segment.before().get(numerator);
      double n1 = segment.after().get(numerator);
      double d0 = segment.before().get(denominator);
      double d1 = segment.after().get(denominator);
      double contribution = ((n1 - n0) - meanRatio * (d1 - d0)) / meanDenominator;
      boolean both = d0 > 0 && d1 > 0;
      double share = (d0 + d1) / 2 / meanDenominator;
      return new SegmentContribution<>(
          segment.key(),
          contribution,
          course(n0, d0, n1, d1),
          both ? Optional.of(split(share, n0 / d0, n1 / d1, d1 - d0)) : Optional.empty(),
          both ? Factors.ofRatio(ratio, segment.before(), segment.after(), share) : List.of());
    }

    private static Course course(double n0, double d0, double n1, double d1) {
      boolean absentBefore = n0 == 0 && d0 == 0;
      boolean absentAfter = n1 == 0 && d1 == 0;
      if ((d0 > 0 && d1 > 0) || (absentBefore && absentAfter)) {
        return Course.CONTINUED;
      }
      if (absentBefore && d1 > 0) {
        return Course.STARTED;
      }
      return absentAfter && d0 > 0 ? Course.STOPPED : Course.WITHOUT_DENOMINATOR;
    }

    private Split split(double share, double r0, double r1, double change) {
      return new Split(((r0 + r1) / 2 - meanRatio) * change / meanDenominator, share * (r1 - r0));
    }
  }
}
