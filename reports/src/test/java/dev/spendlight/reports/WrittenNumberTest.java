package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {
  private static long money(String text, char otherwise) {
    Convention convention = new Convention(Convention::collecting, otherwise);
    return numbers(convention).money(text.toCharArray(), 0, text.length());
  }

  private static long count(String text, char otherwise) {
    Convention convention = new Convention(Convention::collecting, otherwise);
    return numbers(convention).count(text.toCharArray(), 0, text.length());
  }

  private static WrittenNumber numbers(Convention convention) {
    return new WrittenNumber(
        convention,
        (chars, from, length) -> !CurrencySign.meanings(new String(chars, from, length)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "12 | 12000000",
        "12.34 | 12340000",
        ".5 | 500000",
        "5. | 5000000",
        "Rs.201.68 | 201680000",
        "Rs.0.0 | 0",
        "Rs.14.217777799999999 | 14217778",
        "$0.4966667 | 496667",
        "$1,480.25 | 1480250000",
        "£3.10 | 3100000",
        "€ 1.480,25 | 1480250000",
        "1.480,25 € | 1480250000",
        "1 480,25 € | 1480250000",
        "612,40 | 612400000",
        "₹1,00,000.50 | 100000500000",
        "1.234.567 | 1234567000000",
        "1,234,567 | 1234567000000",
        "1'234.50 | 1234500000",
        "USD 12.50 | 12500000",
        "12.50 USD | 12500000",
        "(5.20) | -5200000",
        "-5.20 | -5200000",
        "-$5.20 | -5200000",
        "$-5.20 | -5200000",
        "−5.20 | -5200000",
        "0.480 | 480000",
        "1234.567 | 1234567000",
        "0.0000005 | 0",
        "0.0000015 | 2",
        "0.00000051 | 1",
        "1.2E-3 | 1200",
        "9.9009900990099011E-3 | 9901",
        "0.27999999999999997 | 280000",
        "1E5 | 100000000000",
        "000012.5 | 12500000",
      })
  void anAmountWithoutDoubtIsReadWhateverTheFileDoes(String text, long micros) {
    assertThat(money(text, Convention.UNKNOWN)).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.480 | 1480000 | 1480000000",
        "1,480 | 1480000000 | 1480000",
        "$14.217 | 14217000 | 14217000000"
      })
  void anAmountWithTwoReadingsFollowsTheFile(String text, long dotIsDecimal, long commaIsDecimal) {
    assertThat(money(text, '.')).isEqualTo(dotIsDecimal);
    assertThat(money(text, ',')).isEqualTo(commaIsDecimal);
    assertThat(money(text, Convention.UNKNOWN)).isEqualTo(WrittenNumber.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "abc",
        "NaN",
        "Infinity",
        "1,2,3",
        "1.2.3",
        "12abc34",
        "1,48,0",
        "12,34,5",
        "$",
        "5%",
        "zzz 5",
        "1.480,25,1",
        "1e999999999",
        "1E50",
        "0x10",
        "1_000",
        "--",
        "1 2",
        "12 34",
        "٣",
        "1,,000",
        "99999999999999999999999999",
        "..",
        "1-2",
        "5 apples"
      })
  void whatIsNoAmountIsRefused(String text) {
    assertThat(money(text, '.')).isEqualTo(WrittenNumber.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "42 | 42",
        "1,480 | 1480",
        "1.480 | 1480",
        "42.0 | 42",
        "42,00 | 42",
        "1,23,456 | 123456",
        "1.234.567 | 1234567",
        "1 480 | 1480",
        "-3 | -3",
        "(3) | -3",
        "1E3 | 1000",
      })
  void aCountIsWholeInEveryShape(String text, long count) {
    assertThat(count(text, Convention.UNKNOWN)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1,5", "12%", "x", "", "1E-3", "1.2E0"})
  void aFractionIsNoCount(String text) {
    assertThat(count(text, '.')).isEqualTo(WrittenNumber.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,000 | 1000 | 1", "1.000 | 1 | 1000"})
  void aRoundCountFollowsTheFile(String text, long dotIsDecimal, long commaIsDecimal) {
    assertThat(count(text, '.')).isEqualTo(dotIsDecimal);
    assertThat(count(text, ',')).isEqualTo(commaIsDecimal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "95.50% | 955000",
        "95,5 % | 955000",
        "0.955 | 955000",
        "1 | 1000000",
        "100 | 1000000",
        "0 | 0",
        "0.3% | 3000"
      })
  void aShareMayBeAPercentageOrAFraction(String text, long micros) {
    Convention convention = new Convention(Convention::collecting, '.');
    assertThat(numbers(convention).share(text.toCharArray(), 0, text.length())).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14.217 | 14217000",
        "1E-7 | 0",
        "-2.5 | -2500000",
        "1480 | 1480000000",
        "12345678901.123456 | 12345678901123456"
      })
  void aPlainAmountHasNoDoubt(String text, long micros) {
    assertThat(PlainNumber.money(text.toCharArray(), 0, text.length())).isEqualTo(micros);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN", "Infinity", "-Infinity", "1,5", "$5", "-", "true", "1e400", "1e+", "--1"})
  void whatIsNoPlainAmountIsRefused(String text) {
    assertThat(PlainNumber.money(text.toCharArray(), 0, text.length()))
        .isEqualTo(WrittenNumber.NOT_A_NUMBER);
    assertThat(PlainNumber.count(text.toCharArray(), 0, text.length()))
        .isEqualTo(WrittenNumber.NOT_A_NUMBER);
  }
}
