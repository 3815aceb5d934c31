package dev.spendlight.simulator;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.metric.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How large an account is, where it sells, and what is wrong with it. The seed decides the rest.
///
/// @param marketplace gives the currency and the level of prices
/// @param campaigns 3 to 300
/// @param products advertised products, at least 1
/// @param days whole days with reports, at least 14
/// @param lastDay the last of them
/// @param weeklySpend what the account spends in an ordinary week without its incidents, account
///   currency
/// @param targetAcos what it wants to stay under
/// @param margin contribution margin before advertising
/// @param incidents planted, in this order, each in a campaign of its own as long as there are
///   enough
/// @param decoys what else happens, none of it an incident
/// @param nature how its figures behave by themselves
public record AccountShape(
    Marketplace marketplace,
    int campaigns,
    int products,
    int days,
    LocalDate lastDay,
    BigDecimal weeklySpend,
    BigDecimal targetAcos,
    BigDecimal margin,
    List<Incident> incidents,
    List<Decoy> decoys,
    AccountNature nature) {

  private static final int FEWEST_CAMPAIGNS = 3;
  private static final int MOST_CAMPAIGNS = 300;
  private static final int FEWEST_DAYS = 14;

  /// @throws IllegalArgumentException when a figure is out of range
  public AccountShape {
    if (campaigns < FEWEST_CAMPAIGNS || campaigns > MOST_CAMPAIGNS) {
      throw new IllegalArgumentException(
          "An account has 3 to 300 campaigns, not %d.".formatted(campaigns));
    }
    if (products < 1 || days < FEWEST_DAYS || weeklySpend.signum() <= 0) {
      throw new IllegalArgumentException(
          "An account has at least 1 product, 14 days and some spend, not %d, %d and %s."
              .formatted(products, days, weeklySpend));
    }
    incidents = List.copyOf(incidents);
    decoys = List.copyOf(decoys);
  }

  /// A middling American seller without incidents: 26 campaigns, 14 products, 60 days, 5,000
  /// dollars a week.
  public static AccountShape ending(LocalDate lastDay) {
    return new AccountShape(
        Marketplace.US,
        26,
        14,
        60,
        lastDay,
        new BigDecimal("5000"),
        new BigDecimal("0.30"),
        new BigDecimal("0.38"),
        List.of(),
        List.of(),
        AccountNature.ORDINARY);
  }

  public AccountShape withMarketplace(Marketplace value) {
    return new AccountShape(
        value,
        campaigns,
        products,
        days,
        lastDay,
        weeklySpend,
        targetAcos,
        margin,
        incidents,
        decoys,
        nature);
  }

  public AccountShape withCampaigns(int value) {
    return new AccountShape(
        marketplace,
        value,
        products,
        days,
        lastDay,
        weeklySpend,
        targetAcos,
        margin,
        incidents,
        decoys,
        nature);
  }

  public AccountShape withProducts(int value) {
    return new AccountShape(
        marketplace,
        campaigns,
        value,
        days,
        lastDay,
        weeklySpend,
        targetAcos,
        margin,
        incidents,
        decoys,
        nature);
  }

  public AccountShape withDays(int value) {
    return new AccountShape(
        marketplace,
        campaigns,
        products,
        value,
        lastDay,
        weeklySpend,
        targetAcos,
        margin,
        incidents,
        decoys,
        nature);
  }

  /// @param value in the currency of the marketplace
  public AccountShape withWeeklySpend(BigDecimal value) {
    return new AccountShape(
        marketplace,
        campaigns,
        products,
        days,
        lastDay,
        value,
        targetAcos,
        margin,
        incidents,
        decoys,
        nature);
  }

  public AccountShape withEconomics(BigDecimal target, BigDecimal contribution) {
    return new AccountShape(
        marketplace,
        campaigns,
        products,
        days,
        lastDay,
        weeklySpend,
        target,
        contribution,
        incidents,
        decoys,
        nature);
  }

  public AccountShape withIncidents(Incident... value) {
    return new AccountShape(
        marketplace,
        campaigns,
        products,
        days,
        lastDay,
        weeklySpend,
        targetAcos,
        margin,
        List.of(value),
        decoys,
        nature);
  }

  public AccountShape withDecoys(List<Decoy> value) {
    return new AccountShape(
        marketplace,
        campaigns,
        products,
        days,
        lastDay,
        weeklySpend,
        targetAcos,
        margin,
        incidents,
        value,
        nature);
  }

  public AccountShape withNature(AccountNature value) {
    return new AccountShape(
        marketplace,
        campaigns,
        products,
        days,
        lastDay,
        weeklySpend,
        targetAcos,
        margin,
        incidents,
        decoys,
        value);
  }

  public DateRange period() {
    return DateRange.ending(lastDay, days);
  }

  /// What such a seller would tell us of the account.
  public AccountSettings settings() {
    return new AccountSettings(
        Optional.of(marketplace.currency()),
        Optional.of(marketplace.zone()),
        Optional.of(marketplace),
        nature.tellsTarget() ? Optional.of(targetAcos) : Optional.empty(),
        nature.tellsMargin() ? Optional.of(margin) : Optional.empty(),
        Optional.of(nature.orders().type()));
  }

  /// About what a dollar is there, so that prices look right.
  double dollar() {
    return switch (marketplace.currency().getCurrencyCode()) {
      case "INR" -> 85;
      case "JPY" -> 150;
      case "MXN" -> 18;
      case "EGP" -> 48;
      case "TRY" -> 38;
      case "ZAR" -> 18;
      case "SEK" -> 10;
      case "BRL" -> 5.5;
      case "PLN", "AED", "SAR" -> 3.8;
      default -> 1;
    };
  }

  /// Micros of the smallest coin: all money is in whole coins.
  long coin() {
    long micros = 1_000_000;
    for (int i = 0; i < marketplace.currency().getDefaultFractionDigits(); i++) {
      micros /= 10;
    }
    return micros;
  }
}
