package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Entity;
import dev.spendlight.account.Marketplace;
import dev.spendlight.grounding.Wording.Dated;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-03-31");
  private static final DateRange WEEK = DateRange.ending(AS_OF, 7);
  private static final Entity CAMPAIGN = new Entity.Campaign("1", "Shoes");
  private static final Entity ACCOUNT = new Entity.Account(new AccountId("shop"));

  private static final Wording DOLLARS = new Wording(MoneyFormat.of(settings("USD")), AS_OF);

  private static AccountSettings settings(String currency) {
    return AccountSettings.unset().withCurrency(Currency.getInstance(currency));
  }

  private static String say(Metric metric, String value) {
    return say(CAMPAIGN, metric, value, false);
  }

  private static String say(Entity entity, Metric metric, String value, boolean beside) {
    return DOLLARS.value(
        new Figure(entity, metric, WEEK, new BigDecimal(value), Figure.Nature.OBSERVED, "test"),
        beside);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORDERS | 0 | no orders",
        "ORDERS | 1 | 1 order",
        "CLICKS | 1234 | 1,234 clicks",
        "MISSING_DAYS | 1 | 1 day without a report",
        "MISSING_DAYS | 2 | 2 days without a report",
        "EXPECTED_ORDERS | 4.7 | about 5 orders",
        "EXPECTED_ORDERS | 1.2 | about 1 order",
        "SPEND | 41.2 | $41.20 of spend",
        "SPEND | 0.005 | $0.00 of spend",
        "SALES | 1234567.891 | $1,234,567.89 of sales",
        "ACOS | 0.3046 | an ACOS of 30.5%",
        "ACOS | 0.3 | an ACOS of 30%",
        "ACOS | 12.5 | an ACOS of 1250%",
        "CVR | 0.0123 | a conversion rate of 1.2%",
        "CPC | 0.4967 | $0.50 a click",
        "ROAS | 3.2841 | a ROAS of 3.28",
        "WEEKLY_IMPACT | 20.6 | an estimated $20.60 a week",
        "WEEKLY_IMPACT | 1234.56 | an estimated $1,235 a week",
        "BID_CHANGE | -0.25 | 25%",
        "SPEND_SHARE | 0.569 | 56.9% of the spend"
      })
  void figuresReadAsAPersonWouldSayThem(Metric metric, String value, String text) {
    assertThat(say(metric, value)).isEqualTo(text);
  }

  @Test
  void theAccountsFigureSaysWhoseItIsBesideAnotherThing() {
    assertThat(say(ACCOUNT, Metric.ACOS, "0.3", true)).isEqualTo("the account's ACOS of 30%");
    assertThat(say(ACCOUNT, Metric.ACOS, "0.3", false)).isEqualTo("an ACOS of 30%");
  }

  @Test
  void periodsSayTheirLastDayWhereItIsNotTheDayAskedFor() {
    assertThat(DOLLARS.period(WEEK, Dated.IF_ANOTHER_DAY)).isEqualTo("in 7 days");
    assertThat(DOLLARS.period(WEEK, Dated.ALWAYS)).isEqualTo("in the 7 days to 31 Mar 2026");
    assertThat(DOLLARS.period(DateRange.ending(AS_OF.minusDays(2), 14), Dated.IF_ANOTHER_DAY))
        .isEqualTo("in the 14 days to 29 Mar 2026");
    assertThat(DOLLARS.period(DateRange.day(AS_OF.minusDays(2)), Dated.BRIEFLY))
        .isEqualTo("on 29 Mar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD | 1234567.5 | $1,234,567.50",
        "USD | -12.3 | -$12.30",
        "GBP | 1234.5 | £1,234.50",
        "EUR | 1234.5 | €1,234.50",
        "INR | 201.68 | ₹201.68",
        "INR | 1234567.5 | ₹12,34,567.50",
        "INR | 123456789 | ₹12,34,56,789.00",
        "AED | 65047.5 | AED 65,047.50",
        "JPY | 1480.4 | ￥1,480"
      })
  void moneyIsWrittenAsIsCustomaryForItsCurrency(String currency, String amount, String text) {
    assertThat(
            MoneyFormat.of(settings(currency))
                .format(new BigDecimal(amount))
                .replace('\u00a0', ' '))
        .isEqualTo(text);
  }

  @Test
  void theMarketplaceDecidesHowTheEuroIsWritten() {
    MoneyFormat german = MoneyFormat.of(AccountSettings.unset().withMarketplace(Marketplace.DE));
    assertThat(german.format(new BigDecimal("1480.25")).replace('\u00a0', ' '))
        .isEqualTo("1.480,25 €");
  }

  @Test
  void anAccountWithoutACurrencyGetsPlainNumbers() {
    assertThat(MoneyFormat.of(AccountSettings.unset()).format(new BigDecimal("1480.256")))
        .isEqualTo("1,480.26");
  }

  @Test
  void namesAreOneLineOfPlainTextAndCutByCharactersNotByHalves() {
    assertThat(Wording.name("trail shoes", 24)).isEqualTo("“trail shoes”");
    assertThat(Wording.name("a\u001b[31mred\nline\u202eevil", 40))
        .isEqualTo("“a [31mred line evil”");
    assertThat(Wording.name("👟".repeat(30), 24)).isEqualTo("“" + "👟".repeat(23) + "…”");
    assertThat(Wording.name("x".repeat(24), 24)).hasSize(26);
  }
}
