package dev.spendlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "ENTITY2X/../7", " spaced ", "日本", "😀"})
  void anythingPrintableIsAnId(String text) {
    assertThat(new AccountId(text)).hasToString(text);
  }

  @Test
  void nothingAndTooMuchAreRefusedWithTheirLength() {
    assertThat(new AccountId("x".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> new AccountId("x".repeat(129)))
        .hasMessage("An account id has 1 to 128 characters, this one has 129.");
    assertThatThrownBy(() -> new AccountId("")).hasMessageEndingWith("this one has 0.");
    assertThatThrownBy(() -> new AccountId("  ")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000", "\u0085a"})
  void controlCharactersAreRefused(String text) {
    assertThatThrownBy(() -> new AccountId(text))
        .hasMessage("An account id cannot hold control characters.");
  }

  @Test
  void caseCounts() {
    assertThat(new AccountId("Shop"))
        .isNotEqualTo(new AccountId("shop"))
        .isLessThan(new AccountId("shop"));
  }
}
