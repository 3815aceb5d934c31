package dev.spendlight.simulator;

/// What sort of account a recipe draws. Spend in dollars a week, before it becomes the
/// marketplace's money.
public enum Profile {
  STANDARD(16, 40, 2_000, 12_000, 1, 8, 3, 6),
  /// All noise is doubled, and impressions are wilder still.
  NOISY(16, 40, 2_000, 12_000, 2, 3, 3, 6),
  SMALL(3, 10, 900, 1_900, 1, 8, 3, 4),
  LARGE(60, 300, 20_000, 60_000, 1, 8, 4, 10),
  /// Incidents are mild.
  WEAK(16, 40, 2_000, 12_000, 1, 8, 3, 6);

  private final int fewestCampaigns;
  private final int mostCampaigns;
  private final double leastSpend;
  private final double mostSpend;
  private final double noise;
  private final double dispersion;
  private final int fewestIncidents;
  private final int mostIncidents;

  Profile(
      int fewestCampaigns,
      int mostCampaigns,
      double leastSpend,
      double mostSpend,
      double noise,
      double dispersion,
      int fewestIncidents,
      int mostIncidents) {
    this.fewestCampaigns = fewestCampaigns;
    this.mostCampaigns = mostCampaigns;
    this.leastSpend = leastSpend;
    this.mostSpend = mostSpend;
    this.noise = noise;
    this.dispersion = dispersion;
    this.fewestIncidents = fewestIncidents;
    this.mostIncidents = mostIncidents;
  }

  /// Between the fewest and the most, each doubling as likely as another.
  int campaigns(Draws draws) {
    return (int) Math.round(draws.logUniform(fewestCampaigns, mostCampaigns));
  }

  double weeklyDollars(Draws draws) {
    return draws.logUniform(leastSpend, mostSpend);
  }

  int incidents(Draws draws) {
    return draws.between(fewestIncidents, mostIncidents);
  }

  /// Times the ordinary noise.
  double noise() {
    return noise;
  }

  /// Typical r of a target's impressions.
  double dispersion() {
    return dispersion;
  }

  /// Whether incidents are mild.
  boolean isMild() {
    return this == WEAK;
  }
}
