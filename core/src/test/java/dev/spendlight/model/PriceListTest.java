package dev.spendlight.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {
  private static final PriceList PRICES = PriceList.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final List<String> MODELS =
      List.of(
          "claude-haiku-5-5",
          "claude-sonnet-5-5",
          "claude-opus-5-5",
          "claude-opus-5",
          "claude-sonnet-5",
          "claude-opus-4-8",
          "claude-opus-4-7",
          "claude-opus-4-6",
          "claude-opus-4-5",
          "claude-sonnet-4-6",
          "claude-sonnet-4-5",
          "claude-haiku-4-5",
          "claude-3-7-sonnet");

  @Test
  void aBillIsThatOfTheProvidersInvoice() {
    assertThat(bill("claude-3-7-sonnet-20250219", new Usage(3, 12_304, 0, 0, 550), DAY))
        .isEqualTo(54_399_000);
  }

  /// A million tokens of each kind cost the price itself.
  @ParameterizedTest
  @CsvSource({
    "claude-sonnet-5-5, 2, 2.5, 4, 0.1, 10",
    "claude-opus-5-5, 4, 5, 8, 0.2, 20",
    "claude-opus-5, 5, 6.25, 10, 0.5, 25",
    "claude-sonnet-5, 2, 2.5, 4, 0.2, 10",
    "claude-opus-4-5, 5, 6.25, 10, 0.5, 25",
    "claude-opus-4-6, 5, 6.25, 10, 0.5, 25",
    "claude-opus-4-7, 5, 6.25, 10, 0.5, 25",
    "claude-opus-4-8, 5, 6.25, 10, 0.5, 25",
    "claude-sonnet-4-5, 3, 3.75, 6, 0.3, 15",
    "claude-sonnet-4-6, 3, 3.75, 6, 0.3, 15",
    "claude-haiku-4-5, 1, 1.25, 2, 0.1, 5",
    "claude-3-7-sonnet, 3, 3.75, 6, 0.3, 15",
    "claude-haiku-5-5, 0.5, 0.625, 1, 0.05, 2.5"
  })
  void everyKindOfTokenHasItsPrice(
      String model, double input, double write5m, double write1h, double read, double output) {
    long million = 1_000_000;
    assertThat(bill(model, new Usage(million, 0, 0, 0, 0), DAY)).isEqualTo(nano(input));
    assertThat(bill(model, new Usage(0, million, 0, 0, 0), DAY)).isEqualTo(nano(write5m));
    assertThat(bill(model, new Usage(0, 0, million, 0, 0), DAY)).isEqualTo(nano(write1h));
    assertThat(bill(model, new Usage(0, 0, 0, million, 0), DAY)).isEqualTo(nano(read));
    Usage longPrompt = new Usage(million, 0, 0, 0, million);
    assertThat(bill(model, longPrompt, DAY)).isEqualTo(nano(input) + nano(output));
  }

  @Test
  void theTierOfAWholePromptAppliesToEveryTokenOfTheRequest() {
    assertThat(bill("claude-haiku-5-5", new Usage(50_000, 20_000, 10_000, 20_000, 1_000), DAY))
        .as("100,000 tokens")
        .isEqualTo(50_000 * 100L + 20_000 * 125L + 10_000 * 200L + 20_000 * 10L + 1_000 * 500L);
    assertThat(bill("claude-haiku-5-5", new Usage(50_000, 20_000, 10_000, 20_001, 1_000), DAY))
        .as("100,001 tokens")
        .isEqualTo(50_000 * 500L + 20_000 * 625L + 10_000 * 1000L + 20_001 * 50L + 1_000 * 2500L);
  }

  @Test
  void aPriceIsInForceFromItsFirstDay() {
    Usage read = new Usage(0, 0, 0, 1_000, 0);
    assertThat(PRICES.bill("claude-sonnet-5-5", read, LocalDate.of(2026, 9, 27))).isEmpty();
    assertThat(bill("claude-sonnet-5-5", read, LocalDate.of(2026, 9, 28))).isEqualTo(200_000);
    assertThat(bill("claude-sonnet-5-5", read, LocalDate.of(2026, 10, 6))).isEqualTo(200_000);
    assertThat(bill("claude-sonnet-5-5", read, LocalDate.of(2026, 10, 7))).isEqualTo(100_000);
    assertThat(PRICES.most("claude-haiku-5-5", 9, 9, LocalDate.of(2026, 10, 6))).isEmpty();
  }

  @Test
  void aModelIsFoundByItsNameWithOrWithoutADate() {
    Usage usage = new Usage(1, 0, 0, 0, 0);
    assertThat(bill("claude-sonnet-4-5-20250929", usage, DAY)).isEqualTo(3_000);
    for (String unknown :
        List.of(
            "claude-sonnet-9",
            "claude-sonnet-9-20250929",
            "claude-sonnet-4-5-2025092",
            "claude-sonnet-4-5-latest",
            "claude-sonnet-4",
            "",
            "-20250929")) {
      assertThat(PRICES.bill(unknown, usage, DAY)).as(unknown).isEmpty();
      assertThat(PRICES.most(unknown, 1, 1, DAY)).as(unknown).isEmpty();
      assertThat(PRICES.saved(unknown, usage, DAY)).as(unknown).isEmpty();
    }
  }

  @Test
  void aRequestThatNoModelCanHaveHadHasNoBill() {
    for (Usage usage :
        List.of(
            new Usage(-1, 0, 0, 0, 0),
            new Usage(0, 0, 0, 0, Long.MAX_VALUE),
            new Usage(Long.MAX_VALUE, Long.MAX_VALUE, 2, 0, 0))) {
      assertThat(PRICES.bill("claude-opus-5", usage, DAY)).isEmpty();
      assertThat(PRICES.saved("claude-opus-5", usage, DAY)).isEmpty();
    }
    assertThat(PRICES.most("claude-opus-5", Long.MAX_VALUE, 1, DAY)).isEmpty();
    assertThat(PRICES.most("claude-opus-5", 1, -1, DAY)).isEmpty();
  }

  @Test
  void readingFromTheCacheSavesAndWritingToItCosts() {
    assertThat(PRICES.saved("claude-sonnet-5-5", new Usage(0, 0, 0, 1_000, 7), DAY))
        .contains(new NanoDollars(1_000 * (2_000 - 100)));
    assertThat(PRICES.saved("claude-sonnet-5-5", new Usage(0, 1_000, 0, 0, 7), DAY))
        .contains(new NanoDollars(1_000 * (2_000 - 2_500)));
    assertThat(PRICES.saved("claude-sonnet-5-5", new Usage(1_000, 0, 0, 0, 7), DAY))
        .contains(NanoDollars.ZERO);
  }

  @Test
  void billsAddUpWithinATierAndNeverExceedTheMost() {
    long seed = 20261128;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String model = MODELS.get(random.nextInt(MODELS.size()));
      boolean longPrompt = random.nextBoolean();
      Usage one = usage(random, longPrompt);
      Usage two = usage(random, longPrompt);
      Usage both = one.plus(two);
      boolean sameTier = longPrompt || both.prompt() <= 100_000;
      if (sameTier) {
        assertThat(bill(model, both, DAY))
            .as("%s %s %s", model, one, two)
            .isEqualTo(bill(model, one, DAY) + bill(model, two, DAY));
      }
      long spare = random.nextInt(3);
      assertThat(bill(model, both, DAY))
          .as("%s %s", model, both)
          .isBetween(
              0L,
              PRICES
                  .most(model, both.prompt() + spare, (int) both.output(), DAY)
                  .orElseThrow()
                  .value());
    }
  }

  @Test
  void theMostIsWhatTheWholePromptCostsWrittenForAnHour() {
    assertThat(PRICES.most("claude-sonnet-5-5", 10_000, 2_000, DAY))
        .contains(new NanoDollars(10_000 * 4_000 + 2_000 * 10_000));
    assertThat(PRICES.most("claude-haiku-5-5", 100_001, 10, DAY))
        .contains(new NanoDollars(100_001 * 1_000 + 10 * 2_500));
  }

  private static Usage usage(Random random, boolean longPrompt) {
    return new Usage(
        (longPrompt ? 100_001 : 0) + random.nextInt(20_000),
        random.nextInt(20_000),
        random.nextInt(20_000),
        random.nextInt(20_000),
        random.nextInt(20_000));
  }

  private static long bill(String model, Usage usage, LocalDate day) {
    return PRICES.bill(model, usage, day).orElseThrow().value();
  }

  private static long nano(double dollars) {
    return Math.round(dollars * 1_000_000_000);
  }
}
