package dev.spendlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MarketplaceTest {
  @Test
  void codesAreFoundInAnyCaseAndBritainUnderBothOfItsCodes() {
    assertThat(Marketplace.ofCode(" us ")).contains(Marketplace.US);
    assertThat(Marketplace.ofCode("GB")).contains(Marketplace.UK);
    assertThat(Marketplace.ofCode("uk")).contains(Marketplace.UK);
    assertThat(Marketplace.ofCode("XX")).isEmpty();
    assertThat(Marketplace.ofCode("")).isEmpty();
  }

  @Test
  void eachTellsItsMoneyItsDayAndHowItWritesDates() {
    assertThat(Marketplace.IN.currency().getCurrencyCode()).isEqualTo("INR");
    assertThat(Marketplace.US.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
    assertThat(Marketplace.US.dateOrder()).isEqualTo(Marketplace.DateOrder.MONTH_FIRST);
    assertThat(Marketplace.UK.dateOrder()).isEqualTo(Marketplace.DateOrder.DAY_FIRST);
    assertThat(Marketplace.JP.dateOrder()).isEqualTo(Marketplace.DateOrder.YEAR_FIRST);
  }
}
