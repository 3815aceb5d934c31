package dev.spendlight.scan;

import dev.spendlight.scan.Comparison.Move;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Orders that (almost) stopped being counted in the whole account while people kept clicking.
///
/// The account's orders of the last 3 to 10 judged days are below 0.35 of what is due by its own
/// level before, with a chance of less than one in a million, and most campaigns have lost more
/// than half. A market that collapses so, everywhere and at once, has not been seen.
///
/// @param onset first day of it, counted in the history
/// @param last last day that was judged
/// @param level orders per order due, before
public record TrackingBreak(
    int onset,
    int last,
    double observed,
    double expected,
    double before,
    double pValue,
    double level) {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 10;
  private static final int MOST_PAST = 42;
  private static final int LEAST_PAST = 10;
  private static final double LEAST_EXPECTED = 20;
  private static final double NOISE = 0.15;
  private static final double MOST_LEFT = 0.35;
  private static final double MOST_CHANCE = 1e-6;
  private static final double MOST_CAMPAIGNS = 0.6;
  private static final double CAMPAIGN_EXPECTED = 3;
  private static final double HALF = 0.5;

  public static Optional<TrackingBreak> of(OrdersDue orders, UnitSets sets) {
    int units = orders.history().units().size();
    boolean[] left = new boolean[units];
    int[] all = IntStream.range(0, units).toArray();
    DailyCounts account = DailyCounts.of(orders, all, left);
    DailyCounts[] campaigns =
        Arrays.stream(sets.campaigns().members())
            .map(each -> DailyCounts.of(orders, each, left))
            .toArray(DailyCounts[]::new);
    int end = orders.lastMature() + 1;
    Optional<TrackingBreak> clearest = Optional.empty();
    for (int onset = Math.max(LEAST_PAST, end - LONGEST); onset <= end - SHORTEST; onset++) {
      Comparison whole = compare(account, onset, end);
      if (whole.expected() >= LEAST_EXPECTED
          && whole.observed() < MOST_LEFT * whole.expected()
          && mostLost(campaigns, onset, end)) {
        double pValue = whole.lowerTail(NOISE);
        if (pValue < MOST_CHANCE && clearest.map(each -> pValue < each.pValue()).orElse(true)) {
          int from = Math.max(0, onset - MOST_PAST);
          clearest =
              Optional.of(
                  new TrackingBreak(
                      onset,
                      end - 1,
                      whole.observed(),
                      whole.expected(),
                      account.observed(from, onset),
                      pValue,
                      whole.expected() / account.due(onset, end)));
        }
      }
    }
    return clearest;
  }

  private static Comparison compare(DailyCounts counts, int onset, int end) {
    int from = Math.max(0, onset - MOST_PAST);
    return Comparison.of(
        counts.observed(from, onset),
        counts.due(from, onset),
        counts.observed(onset, end),
        counts.due(onset, end),
        Move.NONE);
  }

  private static boolean mostLost(DailyCounts[] campaigns, int onset, int end) {
    int tested = 0;
    int lost = 0;
    for (DailyCounts campaign : campaigns) {
      Comparison alone = compare(campaign, onset, end);
      if (alone.expected() >= CAMPAIGN_EXPECTED) {
        tested++;
        lost += alone.observed() < HALF * alone.expected() ? 1 : 0;
      }
    }
    // Where every campaign is too small to tell, the account alone does.
    return tested == 0 || lost > MOST_CAMPAIGNS * tested;
  }
}
