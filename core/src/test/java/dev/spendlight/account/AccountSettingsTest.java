package dev.spendlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountSettingsTest {
  private static final AccountSettings UNSET = AccountSettings.unset();

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.1", "10.01", "30"})
  void aTargetThatIsNoFractionIsRefusedWithTheFormWanted(String value) {
    assertThatThrownBy(() -> UNSET.withTargetAcos(new BigDecimal(value)))
        .hasMessage(
            "The target ACOS is a fraction above 0 and at most 10 (0.30 for 30%), not "
                + value
                + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "38", "-0.38"})
  void aMarginThatIsNoFractionIsRefusedWithTheFormWanted(String value) {
    assertThatThrownBy(() -> UNSET.withMargin(new BigDecimal(value)))
        .hasMessage("The margin is a fraction between 0 and 1 (0.38 for 38%), not " + value + ".");
  }

  @Test
  void eachSettingIsReplacedAlone() {
    AccountSettings all =
        UNSET
            .withMarketplace(Marketplace.DE)
            .withZone(ZoneId.of("Europe/Vienna"))
            .withMargin(new BigDecimal("0.38"))
            .withTargetAcos(new BigDecimal("10"))
            .withType(AccountType.SELLER)
            .withCurrency(Currency.getInstance("CHF"));
    assertThat(all.marketplace()).contains(Marketplace.DE);
    assertThat(all.zone()).contains(ZoneId.of("Europe/Vienna"));
    assertThat(all.margin()).contains(new BigDecimal("0.38"));
    assertThat(all.targetAcos()).contains(new BigDecimal("10"));
    assertThat(all.type()).contains(AccountType.SELLER);
    assertThat(all.currency()).map(Currency::getCurrencyCode).contains("CHF");
    assertThat(all.withType(AccountType.VENDOR).withType(AccountType.SELLER)).isEqualTo(all);
  }

  @Test
  void theCurrencyIsTheOneSetElseTheMarketplacesElseUnknown() {
    assertThat(UNSET.effectiveCurrency()).isEmpty();
    AccountSettings japan = UNSET.withMarketplace(Marketplace.JP);
    assertThat(japan.effectiveCurrency()).map(Currency::getCurrencyCode).contains("JPY");
    assertThat(japan.withCurrency(Currency.getInstance("USD")).effectiveCurrency())
        .map(Currency::getCurrencyCode)
        .contains("USD");
  }
}
