package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.testing.SharedFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real reports, from the command line to the answer. The sums were made by other programs: the
/// CSV's with Python's csv module, the workbooks' by walking their XML.
class RealFilesTest {
  @TempDir private Path data;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amazon-sp-IN-2020-02/Sponsored Products Campaign report.csv      |   60 | INR | 137503 |   645 |  9960.75 | 31333.95 |   87",
        "amazon-sp-UK-2023/Sponsored Products Search term report.xlsx     | 2399 | GBP | 174169 |  3644 |  4206.45 | 13373.85 | 1673",
        "amazon-sp-AE-2025-07/Sponsored_Products_Search_term_report.xlsx  | 7480 | AED | 287978 | 13899 | 19903.22 | 65047.50 | 1664",
        "amazon-sp-US-2022-08/Sponsored Products Search term report.xlsx  |  638 | USD | 245277 |  1919 |  1179.16 |  1692.46 |  150",
        "amazon-sp-US-2022-08/Sponsored Products Search term report2.xlsx |   50 | USD |   9847 |    74 |    42.99 |    54.95 |    5",
      })
  void everyRowIsReadAndTheSumsAreThoseOfAnotherProgram(
      String file,
      long rows,
      String currency,
      long impressions,
      long clicks,
      String spend,
      String sales,
      long orders) {
    Path path = SharedFiles.require("data/" + file);

    JsonNode told =
        shell.document("import", path.toString(), "--account", "a", "--json").at("/files/0");

    assertThat(told.get("rows_read").asLong()).isEqualTo(rows);
    assertThat(told.get("rows_imported").asLong()).isEqualTo(rows);
    assertThat(told.get("skipped")).isEmpty();
    assertThat(told.get("currency").asText()).isEqualTo(currency);
    assertThat(told.at("/totals/impressions").asLong()).isEqualTo(impressions);
    assertThat(told.at("/totals/clicks").asLong()).isEqualTo(clicks);
    assertThat(told.at("/totals/spend").decimalValue()).isEqualByComparingTo(spend);
    assertThat(told.at("/totals/sales").decimalValue()).isEqualByComparingTo(sales);
    assertThat(told.at("/totals/orders").asLong()).isEqualTo(orders);
    JsonNode whole =
        shell.document(
            "summary",
            "--account",
            "a",
            "--from",
            told.get("from").asText(),
            "--to",
            told.get("to").asText(),
            "--json");
    assertThat(whole.at("/totals/spend").decimalValue()).isEqualByComparingTo(spend);
    assertThat(whole.at("/totals/sales").decimalValue()).isEqualByComparingTo(sales);
    assertThat(whole.at("/totals/clicks").asLong()).isEqualTo(clicks);
  }

  @ParameterizedTest
  @CsvSource({
    "data/amazon-sp-IN-2020-02",
    "data/amazon-sp-UK-2023",
    "data/amazon-sp-AE-2025-07",
    "data/amazon-sp-US-2022-08"
  })
  void anAnswerComesInEveryForm(String folder) {
    shell.run("import", SharedFiles.require(folder).toString(), "--account", "a").done();

    Measures.assertKept(
        shell.document("analyse", "--rules", "--account", "a", "--json").get("analysis"));
    assertThat(shell.document("summary", "--account", "a", "--json").get("campaigns")).isNotEmpty();
    assertThat(shell.document("findings", "--account", "a", "--json").get("ruled_out"))
        .isNotEmpty();
    for (String width : new String[] {"80", "120"}) {
      for (String command : new String[] {"summary", "findings", "analyse"}) {
        assertThat(shell.with("COLUMNS", width).run(command, "--account", "a").done().out())
            .isNotBlank()
            .doesNotContain("null", "NaN", "Optional", "{f", "  \n\n\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "amazon-sp-IN-2020-02, campaign, 2020-02-01..2020-02-07, 2020-02-08..2020-02-14",
    "amazon-sp-UK-2023, keyword, 2023-05-18..2023-06-10, 2023-06-20..2023-07-12",
    "amazon-sp-UK-2023, search_term, 2023-06-01..2023-06-07, 2023-06-08..2023-06-30"
  })
  void aChangeIsExplainedByPartsThatAddUp(String folder, String level, String from, String to) {
    shell.run("import", SharedFiles.require("data/" + folder).toString(), "--account", "a").done();
    for (String metric : new String[] {"acos", "roas", "spend", "sales", "cpc", "ctr", "cvr"}) {
      String[] explain = {
        "explain",
        "--account",
        "a",
        "--metric",
        metric,
        "--level",
        level,
        "--from",
        from,
        "--to",
        to
      };
      assertThat(shell.with("COLUMNS", "80").run(explain).done().out())
          .contains("before", "after")
          .doesNotContain("null", "NaN", "Optional", "  \n\n\n");
      JsonNode told =
          shell.document(
              Stream.of(explain, new String[] {"--json"})
                  .flatMap(Stream::of)
                  .toArray(String[]::new));
      double sum = 0;
      for (JsonNode part : told.get("parts")) {
        sum += part.get("contribution").doubleValue();
      }
      assertThat(sum)
          .as(metric)
          .isCloseTo(told.get("change").doubleValue(), within(1e-9))
          .isCloseTo(
              told.get("after").doubleValue() - told.get("before").doubleValue(), within(1e-9));
    }
  }
}
