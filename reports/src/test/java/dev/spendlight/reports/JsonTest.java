package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult.Empty;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.SkippedRows;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final String TARGETING =
      """
      {"date":"2026-11-01","campaignId":112233445566778899,"campaignName":"C","adGroupId":"22","adGroupName":"G",\
      "keywordId":998877665544332211,"keyword":"red shoes","targeting":"red shoes","matchType":"EXACT",\
      "keywordType":"EXACT","keywordBid":1.25,"adKeywordStatus":"paused","campaignStatus":"ENABLED",\
      "campaignBudgetAmount":50,"campaignBudgetCurrencyCode":"USD","impressions":100,"clicks":7,"cost":3.4567891,\
      "costPerClick":0.49,"clickThroughRate":7.0,"purchases7d":2,"purchases14d":3,"sales7d":40.5,"sales14d":60.75,\
      "unitsSoldClicks7d":null,"acosClicks7d":8.5,"portfolioId":null}\
      """;

  @TempDir Path folder;
  private ImportSession session;

  @BeforeEach
  void open() {
    session = new ImportSession(folder);
  }

  private static String row(String rest) {
    return "{\"date\":\"2026-11-01\",\"campaignId\":1,\"impressions\":10,\"clicks\":1,\"cost\":0.5"
        + rest
        + "}";
  }

  @Test
  void aTargetingRowIsReadExactly() {
    Imported imported = session.imported("r", "[" + TARGETING + "]");

    assertThat(imported.facts().kind()).isEqualTo(ReportKind.TARGETING);
    assertThat(imported.facts().grain()).isEqualTo(Grain.DAILY);
    assertThat(imported.facts().currency()).map(Object::toString).contains("USD");
    assertThat(imported.ignoredColumns()).isEmpty();
    assertThat(imported.facts().carried())
        .containsExactlyInAnyOrder(
            Measure.IMPRESSIONS,
            Measure.CLICKS,
            Measure.SPEND,
            Measure.SALES_7,
            Measure.SALES_14,
            Measure.ORDERS_7,
            Measure.ORDERS_14);
    ReportRow row = session.rows().getFirst();
    assertThat(row.key().campaignId()).isEqualTo("112233445566778899");
    assertThat(row.key().targetId()).isEqualTo("998877665544332211");
    assertThat(row.key().matchType()).isEqualTo(MatchType.EXACT);
    assertThat(row.measures().get(Measure.SPEND)).isEqualTo(3_456_789);
    assertThat(row.measures().get(Measure.SALES_14)).isEqualTo(60_750_000);
    assertThat(row.state().bidMicros()).contains(1_250_000L);
    assertThat(row.state().status()).isEqualTo("PAUSED");
    assertThat(row.state().budgetMicros()).isEmpty();
    assertThat(imported.totals().sales()).contains(new BigDecimal("40.50"));
    assertThat(imported.totals().orders()).contains(2L);
  }

  @Test
  void aCampaignRowHasStatusAndBudget() {
    session.imported(
        "r", "[" + row(",\"campaignStatus\":\"ENABLED\",\"campaignBudgetAmount\":12.5") + "]");
    assertThat(session.rows().getFirst().state().status()).isEqualTo("ENABLED");
    assertThat(session.rows().getFirst().state().budgetMicros()).contains(12_500_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | CAMPAIGN",
        ",\"placementClassification\":\"Top of Search on-Amazon\" | PLACEMENT",
        ",\"adGroupId\":5 | AD_GROUP",
        ",\"adGroupId\":5,\"keywordId\":6 | TARGETING",
        ",\"targeting\":\"close-match\" | TARGETING",
        ",\"keywordId\":6,\"searchTerm\":\"*\" | SEARCH_TERM",
        ",\"advertisedAsin\":\"B01\",\"adId\":9 | ADVERTISED_PRODUCT",
      })
  void theKindIsToldByTheFields(String fields, ReportKind kind) {
    String more = fields == null ? "" : fields;
    assertThat(session.imported("r", "[" + row(more) + "]").facts().kind()).isEqualTo(kind);
  }

  @Test
  void aSummaryIsARange() {
    String row =
        "{\"startDate\":\"2026-11-01\",\"endDate\":\"2026-11-07\",\"campaignId\":1,\"impressions\":10,\"clicks\":1,\"spend\":0.5}";
    Imported imported = session.imported("r", "[" + row + "]");
    assertThat(imported.facts().grain()).isEqualTo(Grain.RANGE);
    assertThat(imported.facts().days()).isEmpty();
    assertThat(imported.facts().period()).map(Object::toString).contains("2026-11-01..2026-11-07");
    assertThat(imported.totals().spend()).contains(new BigDecimal("0.50"));
  }

  @Test
  void costAndSpendTogetherAreOneColumn() {
    Imported imported = session.imported("r", "[" + row(",\"spend\":0.5") + "]");
    assertThat(imported.totals().spend()).contains(new BigDecimal("0.50"));
  }

  @Test
  void anEmptyArrayIsAValidReport() {
    assertThat(session.one("r", " [ ] ")).isInstanceOf(Empty.class);
    assertThat(session.store.settings(ImportSession.ACCOUNT)).isPresent();
  }

  @Test
  void oneObjectALineIsReadToo() {
    assertThat(session.imported("r", row("") + "\n" + row("") + "\n").facts().rowsImported())
        .isEqualTo(2);
  }

  @Test
  void badRowsAreCountedByReason() {
    String text =
        "["
            + String.join(
                ",\n",
                row(""),
                row(",\"clicks\":2"),
                row("").replace("10", "NaN"),
                row("").replace("0.5", "-Infinity"),
                row("").replace("0.5", "\"abc\""),
                row("").replace("0.5", "{\"amount\":1}"),
                row("").replace("\"campaignId\":1", "\"campaignId\":1.2E17"),
                row("").replace("\"campaignId\":1", "\"campaignId\":null"),
                row("").replace("\"2026-11-01\"", "\"2026-13-01\""),
                row("").replace("10", "true"),
                row("").replace("0.5", "1e-2"))
            + "]";
    Imported imported = session.imported("r", text);
    assertThat(imported.skipped())
        .containsExactly(
            new SkippedRows("has the same field twice (\"clicks\")", 1, 2),
            new SkippedRows("impressions is not a whole number (\"NaN\")", 2, 3),
            new SkippedRows(
                "spend is not an amount that can be read for certain (\"-Infinity\")", 2, 4),
            new SkippedRows("has a list or object for a value (\"cost\")", 1, 6),
            new SkippedRows("campaign id was changed into a rounded number (\"1.2E17\")", 1, 7),
            new SkippedRows("has no campaign", 1, 8),
            new SkippedRows("date cannot be read (\"2026-13-01\")", 1, 9));
    assertThat(imported.totals().spend()).contains(new BigDecimal("0.51"));
  }

  @Test
  void fieldsThatComeUpLaterAreReadAndUnknownOnesNamed() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 30; i++) {
      text.append(row("")).append(',');
    }
    text.append(row(",\"purchases7d\":4,\"moonPhase\":\"full\"")).append("]");
    Imported imported = session.imported("r", text.toString());
    assertThat(imported.totals().orders()).contains(4L);
    assertThat(imported.ignoredColumns()).containsExactly("moonPhase");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"code\":\"401\",\"details\":\"Not authorized\"} | It is not a report but an answer that says \"code: 401\", \"details: Not authorized\"; ask for the report again.",
        "{\"reportId\":\"a\",\"status\":\"PENDING\"} | It is the state of a report request (PENDING), not the report; download the file from its url once it is COMPLETED.",
        "[1,2] | It is not a report: its rows are not objects; download the report again.",
        "[{}] | It is not a report: its rows have no fields.",
        "[{\"a\":1}] | It is not a report: none of its columns is known; they begin \"a\".",
        "[{\"date\":\"2026-01-01\",\"campaignId\":1,\"purchases\":1}] | It is a Sponsored Brands or Sponsored Display report (it has a column \"purchases\"); Spendlight reads Sponsored Products reports on campaigns, ad groups, targeting, search terms, advertised products, placements and budgets.",
        "[{\"date\":\"2026-01-01\",\"lineItemId\":1}] | It is a DSP report (it has a column \"lineItemId\"); Spendlight reads Sponsored Products reports on campaigns, ad groups, targeting, search terms, advertised products, placements and budgets.",
        "[{\"date\":\"2026-01-01\",\"campaignId\":1,\"clicks\":1,\"impressions\":1}] | It lacks the column \"cost\" (the nearest is \"date\"); export the report with it.",
      })
  void whatIsNoReportIsSaidInOneSentence(String text, String sentence) {
    assertThat(session.refused("r", text)).isEqualTo(sentence);
  }

  @Test
  void aTruncatedOrBrokenFileIsRefusedAndLeavesNothing() {
    String whole = "[" + row("") + "," + row("") + "," + row("") + "]";
    assertThat(session.refused("r", whole.substring(0, whole.length() - 20)))
        .isEqualTo("It is cut off in or behind row 3; download the report again.");
    assertThat(session.refused("r", whole.substring(0, whole.length() - 1)))
        .isEqualTo("It is cut off in or behind row 3; download the report again.");
    assertThat(session.refused("r", whole.replace(":10", ":1x")))
        .isEqualTo("It is not valid JSON in row 1 (line 1, column 53); download the report again.");
    assertThat(session.refused("r", whole + "x")).startsWith("It is not valid JSON");
    assertThat(session.refused("r", whole + whole))
        .isEqualTo("It has more text behind the end of its rows; download the report again.");
    assertThat(session.store.files).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"depth", "string", "number", "fields"})
  void endlessValuesAreRefused(String what) {
    String value =
        switch (what) {
          case "depth" -> "[".repeat(100_000) + "]".repeat(100_000);
          case "string" -> "\"" + "x".repeat(10_000_000) + "\"";
          case "number" -> "1".repeat(1_000_000);
          default -> null;
        };
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      fields.append(",\"f").append(i).append("\":1");
    }
    String text =
        "[" + row("") + "," + row(value == null ? fields.toString() : ",\"x\":" + value) + "]";
    assertThat(session.refused("r", text))
        .isIn(
            "It has a value in row 1 that is longer or deeper than any report's; download the report again.",
            "It has a value in row 2 that is longer or deeper than any report's; download the report again.",
            "It has more than 1000 columns, which no report has; export the report again.");
  }

  @Test
  void anUndatedFileNeedsItsDays() {
    String row = "[{\"campaignId\":1,\"impressions\":10,\"clicks\":1,\"cost\":0.5}]";
    assertThat(session.refused("r", row))
        .isEqualTo(
            "It has no date column, so that nobody can tell which days it covers; name them with --from and --to.");
    session.covering("2026-10-01", "2026-10-31").imported("r", row);
    assertThat(session.rows().getFirst().from()).isEqualTo(LocalDate.parse("2026-10-01"));
    assertThat(session.rows().getFirst().to()).isEqualTo(LocalDate.parse("2026-10-31"));
  }
}
