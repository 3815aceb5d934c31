package dev.spendlight.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Price lists that operators edit.
class PriceListFileTest {
  private static final String ROW =
      "\"input\": 1, \"cache_write_5m\": 1, \"cache_write_1h\": 1, \"cache_read\": 1, \"output\": 1";

  private static final Usage ONE_TOKEN = new Usage(1, 0, 0, 0, 0);

  @TempDir private Path folder;

  @Test
  void pricesOfFractionsAreRoundedUpOnceABill() throws IOException {
    PriceList prices = list("{" + ROW.replace("\"input\": 1", "\"input\": 0.0004") + "}");
    assertThat(prices.bill("m", new Usage(1, 0, 0, 0, 0), LocalDate.EPOCH))
        .contains(new NanoDollars(1));
    assertThat(prices.bill("m", new Usage(5, 0, 0, 0, 0), LocalDate.EPOCH))
        .contains(new NanoDollars(2));
    assertThat(prices.bill("m", new Usage(6, 0, 0, 0, 0), LocalDate.EPOCH))
        .contains(new NanoDollars(3));
  }

  @Test
  void theMostCoversAShorterPromptThatIsDearer() throws IOException {
    PriceList prices =
        list(
            "{\"prompt_up_to\": 10, %s}, {%s}"
                .formatted(ROW.replace("\"input\": 1", "\"input\": 100"), ROW));
    assertThat(prices.most("m", 20, 0, LocalDate.EPOCH)).contains(new NanoDollars(10 * 100_000));
  }

  @Test
  void aModelThatOnlyTheOtherListKnowsIsAdded() throws IOException {
    PriceList both = PriceList.standard().with(list("{" + ROW + "}"));
    assertThat(both.bill("m", ONE_TOKEN, LocalDate.EPOCH)).contains(new NanoDollars(1_000));
    assertThat(both.most("m", 7, 3, LocalDate.EPOCH)).contains(new NanoDollars(10_000));
    assertThat(both.bill("claude-opus-5", ONE_TOKEN, LocalDate.EPOCH))
        .isEqualTo(PriceList.standard().bill("claude-opus-5", ONE_TOKEN, LocalDate.EPOCH))
        .isPresent();
  }

  @Test
  void fromTheirFirstDayOnRowsOfTheOtherListAloneAreInForce() throws IOException {
    PriceList known =
        list(
            "{\"from\": \"2026-01-01\", %s}, {\"from\": \"2026-03-01\", %s}"
                .formatted(ROW, ROW.replace("\"input\": 1", "\"input\": 3")));
    PriceList both =
        known.with(
            list(
                "{\"from\": \"2026-02-01\", " + ROW.replace("\"input\": 1", "\"input\": 2") + "}"));

    assertThat(both.bill("m", ONE_TOKEN, LocalDate.of(2026, 1, 31)))
        .contains(new NanoDollars(1_000));
    assertThat(both.bill("m", ONE_TOKEN, LocalDate.of(2026, 2, 1)))
        .contains(new NanoDollars(2_000));
    assertThat(both.bill("m", ONE_TOKEN, LocalDate.of(2026, 3, 1)))
        .as("a known row of a later day gives way")
        .contains(new NanoDollars(2_000));
    assertThat(known.bill("m", ONE_TOKEN, LocalDate.of(2026, 3, 1)))
        .as("the list itself stays as it is")
        .contains(new NanoDollars(3_000));
  }

  @Test
  void aRowWithoutADayReplacesAModelsPriceAltogether() throws IOException {
    PriceList both =
        list("{\"from\": \"2026-01-01\", " + ROW.replace("\"input\": 1", "\"input\": 3") + "}")
            .with(list("{" + ROW + "}"));
    assertThat(both.bill("m", ONE_TOKEN, LocalDate.of(2025, 1, 1)))
        .contains(new NanoDollars(1_000));
    assertThat(both.bill("m-20260101", ONE_TOKEN, LocalDate.of(2026, 6, 1)))
        .contains(new NanoDollars(1_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[{}]; at /models/m/0/input: a price is a number",
        "[]; at /models/m: a model has a list of at least one row",
        "7; at /models/m: a model has a list of at least one row",
        "[7]; at /models/m/0: here has to be an object",
        "[{ROW, \"inptu\": 2}]; at /models/m/0: \"inptu\" is not known here",
        "[{ROW, \"input\": 2}]; Duplicate field 'input'",
        "[{ROW, \"from\": \"1.2.2026\"}]; at /models/m/0/from: a day is written as \"2026-10-07\"",
        "[{ROW, \"from\": \"2026-02-02\"}, {ROW, \"from\": \"2026-02-01\"}]; at /models/m/1: rows stand in the order of their days",
        "[{ROW}, {ROW}]; at /models/m/1: rows of one day differ in prompt_up_to",
        "[{ROW, \"prompt_up_to\": 9}]; at /models/m: the last row of a day is for prompts of any length",
        "[{ROW, \"prompt_up_to\": 1.5}, {ROW}]; at /models/m/0/prompt_up_to: a length is a whole number",
        "[{ROW, \"prompt_up_to\": 0}, {ROW}]; at /models/m/0/prompt_up_to: a length is a whole number",
        "[{NEGATIVE}]; at /models/m/0/input: a price is a number from 0 to 10000",
        "[{HUGE}]; at /models/m/0/input: a price is a number from 0 to 10000",
        "[{TINY}]; at /models/m/0/input: a price is a number from 0 to 10000",
        "[{TEXT}]; at /models/m/0/input: a price is a number from 0 to 10000",
        "[{ROW}; at line 1, column"
      })
  void aWrongFileIsOneSentenceThatSaysWhere(String rows, String said) {
    String text =
        rows.replace("ROW", ROW)
            .replace("NEGATIVE", ROW.replace("\"input\": 1", "\"input\": -1"))
            .replace("HUGE", ROW.replace("\"input\": 1", "\"input\": 1e99999999"))
            .replace("TINY", ROW.replace("\"input\": 1", "\"input\": 1e-99999999"))
            .replace("TEXT", ROW.replace("\"input\": 1", "\"input\": \"1\""));
    assertThatThrownBy(() -> file("{\"unit\": %s, \"models\": {\"m\": %s}}", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The price list " + folder.resolve("prices.json"))
        .hasMessageContaining(said)
        .message()
        .hasLineCount(1)
        .endsWith(".");
  }

  @Test
  void anotherUnitOrNoModelsAreRefused() {
    assertThatThrownBy(() -> write("{\"unit\": \"cents\", \"models\": {\"m\": [{" + ROW + "}]}}"))
        .hasMessageContaining("at /unit: prices are in");
    assertThatThrownBy(() -> file("{\"unit\": %s, \"models\": {}}%s", ""))
        .hasMessageContaining("at /models");
    assertThatThrownBy(() -> write("")).hasMessageContaining("cannot be used");
  }

  @Test
  void aFileThatIsTooLargeTooDeepOrAbsentIsRefused() {
    assertThatThrownBy(() -> write(" ".repeat(1_000_001)))
        .hasMessageContaining("larger than a megabyte");
    assertThatThrownBy(() -> write("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be used");
    assertThatThrownBy(() -> PriceList.read(folder.resolve("absent.json")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absent.json cannot be read");
  }

  private PriceList list(String rows) throws IOException {
    return file("{\"unit\": %s, \"models\": {\"m\": [%s]}}", rows);
  }

  private PriceList file(String form, String models) throws IOException {
    return write(form.formatted("\"US dollars for a million tokens\"", models));
  }

  private PriceList write(String text) throws IOException {
    return PriceList.read(Files.writeString(folder.resolve("prices.json"), text));
  }
}
