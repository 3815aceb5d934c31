package dev.spendlight.evaluation.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Where fixed rules draw their lines.
///
/// @param minimumClicks in each week compared, for a campaign to be judged
/// @param campaignAcos of the account's average that is too much
/// @param cpcRise this week's cost per click over last week's
/// @param conversionLeft this week's conversion rate over last week's
/// @param zeroOrderClicks of a target in thirty days without an order
/// @param targetAcos of a target in thirty days, over the target ACOS
/// @param leastShare of the account's weekly spend, below which an impact is not told
public record RuleThresholds(
    int minimumClicks,
    double campaignAcos,
    double cpcRise,
    double conversionLeft,
    int zeroOrderClicks,
    double targetAcos,
    double leastShare) {

  /// All that are tried: 288 combinations.
  public static List<RuleThresholds> grid() {
    List<RuleThresholds> grid = new ArrayList<>();
    for (int clicks : new int[] {50, 100, 200}) {
      for (double acos : new double[] {2, 4}) {
        for (double rise : new double[] {1.3, 1.5}) {
          for (double left : new double[] {0.35, 0.2}) {
            for (int zero : new int[] {80, 160}) {
              for (double target : new double[] {2, 3, 5}) {
                for (double share : new double[] {0.005, 0.02}) {
                  grid.add(new RuleThresholds(clicks, acos, rise, left, zero, target, share));
                }
              }
            }
          }
        }
      }
    }
    return List.copyOf(grid);
  }

  /// @throws IllegalArgumentException when one is missing or no number
  public static RuleThresholds of(Properties properties) {
    return new RuleThresholds(
        (int) number(properties, "minimum-clicks"),
        number(properties, "campaign-acos"),
        number(properties, "cpc-rise"),
        number(properties, "conversion-left"),
        (int) number(properties, "zero-order-clicks"),
        number(properties, "target-acos"),
        number(properties, "least-share"));
  }

  private static double number(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("The thresholds of the fixed rules lack " + key + ".");
    }
    return Double.parseDouble(value.strip());
  }

  /// As lines of a properties file.
  public List<String> lines() {
    return List.of(
        "minimum-clicks = " + minimumClicks,
        "campaign-acos = " + campaignAcos,
        "cpc-rise = " + cpcRise,
        "conversion-left = " + conversionLeft,
        "zero-order-clicks = " + zeroOrderClicks,
        "target-acos = " + targetAcos,
        "least-share = " + leastShare);
  }
}
