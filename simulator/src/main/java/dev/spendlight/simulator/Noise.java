package dev.spendlight.simulator;

/// How much an account's figures move by themselves. Deviations are of logarithms.
///
/// @param dispersion of a target's impressions: the r of a negative binomial, small is wild
/// @param spikes share of a target's days on which it is shown a multiple of the usual
/// @param campaignShock of a campaign's impressions from day to day
/// @param campaignWalk step of the random walk below it
/// @param conversionShock of a product's conversion rate from day to day
/// @param conversionWalk step of the random walk below it
/// @param priceShock of a campaign's price of a click from day to day
/// @param priceWalk step of the random walk below it
/// @param targetPrice of a target's price of a click, each day anew
/// @param accountShock of the whole account's impressions from day to day
/// @param weekdayTraffic of impressions between days of the week
/// @param weekdayConversion of conversion rates between days of the week
/// @param season swing of the year, as a share
/// @param trend growth of the account in a week, as a share
/// @param pacing of the time in budget of a campaign that reaches its budget
record Noise(
    double dispersion,
    double spikes,
    double campaignShock,
    double campaignWalk,
    double conversionShock,
    double conversionWalk,
    double priceShock,
    double priceWalk,
    double targetPrice,
    double accountShock,
    double weekdayTraffic,
    double weekdayConversion,
    double season,
    double trend,
    double pacing) {

  /// A middling account.
  static final Noise ORDINARY =
      new Noise(8, 0, 0.12, 0.010, 0.10, 0, 0.035, 0.004, 0.10, 0.05, 0.07, 0.04, 0.22, 0, 0.05);

  private static final double BETWEEN_ACCOUNTS = 0.35;
  private static final double MOST_TREND = 0.02;

  /// An account's own noise: around the ordinary one, times `scale`.
  static Noise drawn(Draws draws, double scale, double typicalDispersion) {
    return new Noise(
        Math.clamp(draws.logNormal(typicalDispersion, 0.4), 1.5, 30),
        draws.uniform(0, 0.006) * scale,
        scale * around(draws, 0.12),
        scale * around(draws, 0.010),
        scale * around(draws, 0.08),
        scale * around(draws, 0.004),
        scale * around(draws, 0.035),
        scale * around(draws, 0.004),
        scale * around(draws, 0.10),
        scale * around(draws, 0.05),
        around(draws, 0.07),
        around(draws, 0.04),
        draws.uniform(0.05, 0.30),
        draws.uniform(-MOST_TREND, MOST_TREND),
        around(draws, 0.06));
  }

  private static double around(Draws draws, double typical) {
    return typical * Math.clamp(draws.logNormal(1, BETWEEN_ACCOUNTS), 0.4, 2.2);
  }
}
