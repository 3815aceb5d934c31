package dev.spendlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "4200000, 4.20",
    "496667, 0.496667",
    "1, 0.000001",
    "-1500000, -1.50",
    "1000000000000, 1000000.00",
    "9223372036854775807, 9223372036854.775807",
  })
  void microsAreExactDecimalsAndBack(long micros, String amount) {
    assertThat(Money.fromMicros(micros)).isEqualTo(new BigDecimal(amount));
    assertThat(Money.toMicros(new BigDecimal(amount))).isEqualTo(micros);
  }

  @Test
  void halvesOfAMicroGoToTheEvenOne() {
    assertThat(Money.toMicros(new BigDecimal("0.0000005"))).isZero();
    assertThat(Money.toMicros(new BigDecimal("0.0000015"))).isEqualTo(2);
    assertThatThrownBy(() -> Money.toMicros(new BigDecimal("1E+13")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void currenciesAreNeverAddedOrCompared() {
    Money dollars = new Money(BigDecimal.ONE, Currency.getInstance("USD"));
    Money euros = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));
    assertThatThrownBy(() -> dollars.plus(euros))
        .hasMessage("USD and EUR are different currencies.");
    assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.compareTo(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThat(dollars.plus(dollars).minus(dollars)).isEqualByComparingTo(dollars);
  }
}
