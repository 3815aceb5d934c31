package dev.spendlight.account;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/// What is known of an account beside its reports. Everything may be unset.
///
/// @param currency of all its money; one profile has one currency
/// @param zone in which its days begin
/// @param marketplace where it sells; gives currency and zone where those are unset
/// @param targetAcos spend over sales it wants to stay under, a fraction above 0
/// @param margin contribution margin before advertising, a fraction of the price between 0 and 1
/// @param type seller or vendor, which decides the attribution window
public record AccountSettings(
    Optional<Currency> currency,
    Optional<ZoneId> zone,
    Optional<Marketplace> marketplace,
    Optional<BigDecimal> targetAcos,
    Optional<BigDecimal> margin,
    Optional<AccountType> type) {

  private static final BigDecimal HIGHEST_TARGET = BigDecimal.TEN;

  /// @throws IllegalArgumentException with a sentence for the user when a fraction is out of range
  public AccountSettings {
    targetAcos.ifPresent(target -> {
      if (target.signum() <= 0 || target.compareTo(HIGHEST_TARGET) > 0) {
        throw new IllegalArgumentException(
            "The target ACOS is a fraction above 0 and at most 10 (0.30 for 30%%), not %s."
                .formatted(target.toPlainString()));
      }
    });
    margin.ifPresent(share -> {
      if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
        throw new IllegalArgumentException(
            "The margin is a fraction between 0 and 1 (0.38 for 38%%), not %s."
                .formatted(share.toPlainString()));
      }
    });
  }

  /// Nothing known.
  public static AccountSettings unset() {
    return new AccountSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public AccountSettings withCurrency(Currency value) {
    return new AccountSettings(Optional.of(value), zone, marketplace, targetAcos, margin, type);
  }

  public AccountSettings withZone(ZoneId value) {
    return new AccountSettings(currency, Optional.of(value), marketplace, targetAcos, margin, type);
  }

  public AccountSettings withMarketplace(Marketplace value) {
    return new AccountSettings(currency, zone, Optional.of(value), targetAcos, margin, type);
  }

  public AccountSettings withTargetAcos(BigDecimal value) {
    return new AccountSettings(currency, zone, marketplace, Optional.of(value), margin, type);
  }

  public AccountSettings withMargin(BigDecimal value) {
    return new AccountSettings(currency, zone, marketplace, targetAcos, Optional.of(value), type);
  }

  public AccountSettings withType(AccountType value) {
    return new AccountSettings(currency, zone, marketplace, targetAcos, margin, Optional.of(value));
  }

  /// The currency set, else the marketplace's.
  public Optional<Currency> effectiveCurrency() {
    return currency.or(() -> marketplace.map(Marketplace::currency));
  }
}
