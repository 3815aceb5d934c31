package dev.spendlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "BROAD | red shoe | BROAD",
        "Phrase | red shoe | PHRASE",
        "' exact ' | red shoe | EXACT",
        "TARGETING_EXPRESSION | asin=\"B0\" | PRODUCT",
        "TARGETING_EXPRESSION_PREDEFINED | close-match | AUTO",
        "- | asin=\"B000\" | PRODUCT",
        "- | ASIN-expanded=\"B000\" | PRODUCT",
        "- | category=\"Shoes\" | PRODUCT",
        "- | * | AUTO",
        "- | Loose-Match | AUTO",
        "- | substitutes | AUTO",
        "- | complements | AUTO",
        "- | red shoe | NONE",
        "## | close-match | AUTO",
        "MODIFIED | red shoe | NONE",
      })
  void whatFilesSayIsRead(String word, String targeting, MatchType expected) {
    assertThat(MatchType.of(word.replace("'", ""), targeting)).isEqualTo(expected);
  }
}
