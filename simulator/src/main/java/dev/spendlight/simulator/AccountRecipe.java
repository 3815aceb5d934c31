package dev.spendlight.simulator;

import dev.spendlight.account.Marketplace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// An account drawn at random: its size, its nature, what is planted in it and what else happens.
///
/// ```java
/// SimulatedAccount account = AccountRecipe.of(Profile.STANDARD, 40).account();
/// ```
///
/// The same profile and seed give the same account; without its incidents it is the same account in
/// order.
///
/// @param clean whether nothing is planted
/// @param seed as it was asked for
/// @param shape what was drawn
public record AccountRecipe(Profile profile, boolean clean, long seed, AccountShape shape) {
  /// Days that the platform still has when an account is first asked for.
  static final int MOST_HISTORY = 95;

  /// Days of which the files come morning by morning.
  static final int DAILY_MORNINGS = 7;

  private static final int LEAST_HISTORY = 62;
  private static final LocalDate EARLIEST = LocalDate.of(2024, 4, 1);
  private static final int DAYS_TO_CHOOSE = 800;
  private static final double AMERICAN = 0.45;
  private static final List<Marketplace> OTHERS =
      List.of(
          Marketplace.UK,
          Marketplace.DE,
          Marketplace.DE,
          Marketplace.CA,
          Marketplace.JP,
          Marketplace.IN,
          Marketplace.FR,
          Marketplace.IT,
          Marketplace.ES,
          Marketplace.AU,
          Marketplace.MX,
          Marketplace.AE);

  /// With incidents.
  public static AccountRecipe of(Profile profile, long seed) {
    long own = own(profile, seed);
    Draws draws = Draws.of(own, 11);
    AccountNature nature = AccountNature.drawn(draws, profile);
    int campaigns = profile.campaigns(draws);
    int products = Math.max(2, (int) Math.round(campaigns * draws.uniform(0.35, 0.65)));
    int days =
        DAILY_MORNINGS
            + (draws.chance(0.6) ? MOST_HISTORY : draws.between(LEAST_HISTORY, MOST_HISTORY));
    double target = draws.uniform(0.18, 0.36);
    double margin = Math.min(0.6, target + draws.uniform(0.03, 0.16));
    AccountShape shape =
        AccountShape.ending(EARLIEST.plusDays(draws.below(DAYS_TO_CHOOSE)))
            .withMarketplace(draws.chance(AMERICAN) ? Marketplace.US : draws.pick(OTHERS))
            .withCampaigns(campaigns)
            .withProducts(products)
            .withDays(days)
            .withEconomics(hundredths(target), hundredths(margin))
            .withNature(nature);
    shape = shape.withWeeklySpend(money(profile.weeklyDollars(draws) * shape.dollar()));
    List<Incident> incidents = new IncidentMix(Draws.of(own, 12), profile).drawn();
    List<Decoy> decoys = new DecoyMix(Draws.of(own, 13), shape).drawn();
    return new AccountRecipe(
        profile,
        false,
        seed,
        shape.withIncidents(incidents.toArray(Incident[]::new)).withDecoys(decoys));
  }

  /// The same account in order.
  public AccountRecipe withoutIncidents() {
    return new AccountRecipe(profile, true, seed, shape.withIncidents());
  }

  /// The id to import it under: `s0040`. It does not tell whether something is planted to anybody
  /// who does not know these lines.
  public String id() {
    String profileLetter = profile == Profile.SMALL ? "m" : profile.name().substring(0, 1);
    return "%s%04d%s".formatted(profileLetter.toLowerCase(Locale.ROOT), seed, clean ? "q" : "");
  }

  public SimulatedAccount account() {
    return SimulatedAccount.of(shape, own(profile, seed));
  }

  /// Accounts of different profiles have nothing in common, even with the same seed.
  private static long own(Profile profile, long seed) {
    return seed * Profile.values().length + profile.ordinal();
  }

  private static BigDecimal hundredths(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal money(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(4));
  }
}
