package dev.spendlight.reports;

import static dev.spendlight.reports.Samples.CAMPAIGN_HEADER;
import static dev.spendlight.reports.Samples.CAMPAIGN_ROW;
import static dev.spendlight.reports.Samples.RANGE_HEADER;
import static dev.spendlight.reports.Samples.TARGETING_HEADER;
import static dev.spendlight.reports.Samples.daily;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.SkippedRows;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @TempDir Path folder;
  private ImportSession session;

  @BeforeEach
  void open() {
    session = new ImportSession(folder);
  }

  @Test
  void aCampaignRowIsReadWithItsSettings() {
    Imported imported = session.imported("anything.txt", CAMPAIGN_HEADER + CAMPAIGN_ROW);

    assertThat(imported.facts().kind()).isEqualTo(ReportKind.CAMPAIGN);
    assertThat(imported.facts().grain()).isEqualTo(Grain.DAILY);
    assertThat(imported.facts().currency()).map(Object::toString).contains("INR");
    assertThat(imported.facts().carried())
        .containsExactlyInAnyOrder(
            Measure.IMPRESSIONS,
            Measure.CLICKS,
            Measure.SPEND,
            Measure.ORDERS_14,
            Measure.SALES_14);
    assertThat(imported.ignoredColumns()).isEmpty();
    ReportRow row = session.rows().getFirst();
    assertThat(row.from()).isEqualTo(row.to()).isEqualTo(LocalDate.parse("2020-02-01"));
    assertThat(row.key().campaignName()).isEqualTo("Pain relief Oil || SP || 18th Jan'19");
    assertThat(row.key().campaignId()).isEmpty();
    assertThat(row.measures().get(Measure.SPEND)).isEqualTo(201_680_000);
    assertThat(row.measures().get(Measure.SALES_14)).isEqualTo(961_620_000);
    assertThat(row.measures().get(Measure.SALES_7)).isZero();
    assertThat(row.measures().get(Measure.ORDERS_14)).isEqualTo(3);
    assertThat(row.state().status()).isEqualTo("ENABLED");
    assertThat(row.state().budgetMicros()).contains(1_000_000_000L);
    assertThat(row.state().start()).contains(LocalDate.parse("2020-01-18"));
    assertThat(imported.totals().spend()).contains(new BigDecimal("201.68"));
    assertThat(imported.totals().units()).isEmpty();
  }

  @Test
  void targetsKeepTheirTextAndMatchType() {
    Imported imported =
        session.imported(
            "t.csv",
            TARGETING_HEADER
                + Samples.targeting("Feb 1, 2020", "C", "red shoes", "BROAD", "$1.00")
                + Samples.targeting("Feb 1, 2020", "C", "close-match", "-", "$1.00")
                + Samples.targeting("Feb 1, 2020", "C", "\"asin=\"\"B01\"\"\"", "-", "$1.00"));

    assertThat(imported.facts().kind()).isEqualTo(ReportKind.TARGETING);
    assertThat(session.rows())
        .extracting(row -> row.key().matchType())
        .containsExactly(MatchType.BROAD, MatchType.AUTO, MatchType.PRODUCT);
    assertThat(session.rows().getLast().key().targeting()).isEqualTo("asin=\"B01\"");
  }

  @Test
  void theBudgetReportGivesBudgetAndTimeInBudgetOfTheDay() {
    Imported imported =
        session.imported(
            "b.csv",
            "Date,Portfolio name,Program Type,Currency,Campaign Name,Status,Budget,Recommended Budget,Average Time in Budget,Impressions,Clicks,Spend,7 Day Total Sales,Estimated Missed Impressions Range Min\n"
                + "2026-11-01,,Sponsored Products,USD,C,ENABLED,$50.00,$80.00,62.50%,10,1,$0.40,$0,12\n"
                + "2026-11-01,,Sponsored Brands,USD,D,ENABLED,$50.00,$80.00,62.50%,10,1,$0.40,$0,12\n");

    assertThat(imported.facts().kind()).isEqualTo(ReportKind.BUDGET);
    assertThat(session.rows()).hasSize(1);
    assertThat(session.rows().getFirst().state().budgetMicros()).contains(50_000_000L);
    assertThat(session.rows().getFirst().state().timeInBudget()).contains(new BigDecimal("0.625"));
    assertThat(imported.skipped())
        .containsExactly(
            new SkippedRows("is not about Sponsored Products (\"Sponsored Brands\")", 1, 3));
    assertThat(imported.ignoredColumns()).isEmpty();
  }

  @Test
  void theKindIsToldByTheColumns() {
    String end = ",Impressions,Clicks,Spend\n";
    String values = ",1,1,1\n";
    assertThat(
            kind(
                "Date,Campaign Name,Ad Group Name,Advertised SKU,Advertised ASIN" + end,
                "2026-01-01,c,g,s,B01" + values))
        .isEqualTo(ReportKind.ADVERTISED_PRODUCT);
    assertThat(
            kind(
                "Date,Campaign Name,Bidding strategy,Placement" + end,
                "2026-01-01,c,x,Top of Search on-Amazon" + values))
        .isEqualTo(ReportKind.PLACEMENT);
    assertThat(
            kind(
                "Date,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term" + end,
                "2026-01-01,c,g,t,BROAD,*" + values))
        .isEqualTo(ReportKind.SEARCH_TERM);
    assertThat(kind("Date,Campaign Name,Ad Group Name" + end, "2026-01-01,c,g" + values))
        .isEqualTo(ReportKind.AD_GROUP);
  }

  private ReportKind kind(String header, String row) {
    return session.imported("k.csv", header + row).facts().kind();
  }

  @Test
  void rowsOfTheSameKeyAreAllWritten() {
    Imported imported =
        session.imported(
            "d.csv", daily("2026-01-01,C,10,1,0.50,0,0", "2026-01-01,C,10,1,0.50,0,0"));
    assertThat(session.rows()).hasSize(2);
    assertThat(session.rows().get(0).key()).isSameAs(session.rows().get(1).key());
    assertThat(imported.totals().spend()).contains(new BigDecimal("1.00"));
  }

  @Test
  void badRowsAreCountedByReasonAndTheRestLands() {
    Imported imported =
        session.imported(
            "d.csv",
            daily(
                "2026-01-01,C,10,1,0.50,0,0",
                "2026-01-01,C,ten,1,0.50,0,0",
                "2026-01-01,C,10,1.5,0.50,0,0",
                "not a day,C,10,1,0.50,0,0",
                "2026-01-01,,10,1,0.50,0,0",
                "",
                ",,,,,,",
                "2026-01-01,C,-10,1,0.50,0,0",
                "2026-01-01,C,10,1,-0.50,0,0",
                "2026-01-01,C,10,1,0.50",
                "2026-01-01,C,10,1,0.50,0,0,more",
                "2026-01-01,C,twenty,1,0.50,0,0",
                "2026-01-01,C,10,1,9999999999.00,0,0",
                "2026-01-01,C,1,9,0.50,-5.00,-1",
                "Total,,20,2,1.00,0,0"));

    assertThat(imported.facts().rowsRead()).isEqualTo(15);
    assertThat(imported.facts().rowsImported()).isEqualTo(2);
    assertThat(imported.skipped())
        .containsExactly(
            new SkippedRows("impressions is not a whole number (\"ten\")", 2, 3),
            new SkippedRows("clicks is not a whole number (\"1.5\")", 1, 4),
            new SkippedRows("date cannot be read (\"not a day\")", 1, 5),
            new SkippedRows("has no campaign", 1, 6),
            new SkippedRows("blank line", 2, 7),
            new SkippedRows("impressions is below zero (\"-10\")", 1, 9),
            new SkippedRows("spend is below zero (\"-0.50\")", 1, 10),
            new SkippedRows("has fewer cells than the header", 1, 11),
            new SkippedRows("has more cells than the header (\"more\")", 1, 12),
            new SkippedRows("spend is larger than any account's (\"9999999999.00\")", 1, 14),
            new SkippedRows("row of totals", 1, 16));
    assertThat(imported.facts().rowsRead())
        .isEqualTo(
            imported.facts().rowsImported()
                + imported.skipped().stream().mapToLong(SkippedRows::count).sum());
    assertThat(imported.totals().sales()).contains(new BigDecimal("-5.00"));
  }

  @Test
  void blankMeansZeroAndAColumnWithoutAnyValueIsNotCarried() {
    Imported imported =
        session.imported("d.csv", daily("2026-01-01,C,10,1,0.50,,2", "2026-01-02,C,-,,--,,"));
    assertThat(imported.facts().carried())
        .containsExactlyInAnyOrder(
            Measure.IMPRESSIONS, Measure.CLICKS, Measure.SPEND, Measure.ORDERS_7);
    assertThat(imported.totals().sales()).isEmpty();
    assertThat(imported.totals().orders()).contains(2L);
    assertThat(session.rows().get(1).measures().get(Measure.SPEND)).isZero();
  }

  @Test
  void aHeaderAloneIsAValidReportWithoutRows() {
    Imported imported = session.imported("d.csv", daily().strip());
    assertThat(imported.facts().rowsRead()).isZero();
    assertThat(imported.facts().period()).isEmpty();
    assertThat(imported.totals().spend()).map(BigDecimal::signum).contains(0);
  }

  @Test
  void unknownColumnsAreNamedAndKnownOnesThatAreNotKeptAreNot() {
    Imported imported =
        session.imported(
            "d.csv",
            "Date,Campaign Name,,Impressions,Clicks,Spend,Moon Phase,7 Day Total Sales,7 Day Other SKU Sales,7 Day Conversion Rate,60 Day Total Sales\n"
                + "2026-01-01,C,x,1,1,1.00,full,3.00,2,50%,9.00\n");
    assertThat(imported.ignoredColumns()).containsExactly("Moon Phase", "60 Day Total Sales");
    assertThat(imported.totals().sales()).contains(new BigDecimal("3.00"));
  }

  @Test
  void theSearchTermOfARangeFileKeepsBackslashAndQuotes() {
    Imported imported =
        session.imported(
            "r.csv",
            RANGE_HEADER
                + "\"Jul 1, 2025\",\"Jul 3, 2025\",,AED,C,G,t,BROAD,\"63\\\"\" x 27.5\\\"\" frame\",7,1,0.88,0,0,0\n");
    assertThat(imported.facts().grain()).isEqualTo(Grain.RANGE);
    assertThat(session.rows().getFirst().key().searchTerm()).isEqualTo("63\" x 27.5\" frame");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void everySeparatorIsFoundOut(String separator) {
    String text = daily("2026-01-01,C,10,1,0.50,0,0").replace(",", separator);
    assertThat(session.imported("d.csv", text).facts().rowsImported()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
  void everyEncodingIsFoundOut(String charset) {
    String text = daily("2026-01-01,Größe € “x”,10,1,0.50,0,0");
    session.imported("d.csv", text.getBytes(Charset.forName(charset)));
    assertThat(session.rows().getFirst().key().campaignName()).isEqualTo("Größe € “x”");
  }

  @Test
  void aByteOrderMarkEmojiAndOtherScriptsAreFine() {
    String text = "\ufeff" + daily("2026-01-01,🦊 キャンペーン قائمة,10,1,0.50,0,0");
    session.imported("d.csv", text.getBytes(StandardCharsets.UTF_8));
    assertThat(session.rows().getFirst().key().campaignName()).isEqualTo("🦊 キャンペーン قائمة");
  }

  @Test
  void windowsLinesAndBlankLinesAboveTheHeaderAreFine() {
    String text =
        "\r\n\r\n" + daily("2026-01-01,C,10,1,0.50,0,0", "x,C,10,1,0.50,0,0").replace("\n", "\r\n");
    Imported imported = session.imported("d.csv", text);
    assertThat(imported.facts().rowsImported()).isEqualTo(1);
    assertThat(imported.skipped().getFirst().firstLine()).isEqualTo(5);
  }

  @Test
  void aTruncatedFileIsRefusedAndLeavesNothing() {
    String text = daily("2026-01-01,C,10,1,0.50,0,0", "2026-01-01,C,10,1").strip();
    assertThat(session.refused("d.csv", text))
        .isEqualTo("It is cut off in line 3, which has 4 of 7 cells; export the report again.");
    assertThat(session.refused("e.csv", daily("2026-01-01,C,10,1,0.50,0,0", "2026-01-01,\"C,10,1")))
        .isEqualTo(
            "It is cut off: the quotation mark that opens in line 3 is never closed; export the report again.");
    assertThat(session.store.files).isEmpty();
    assertThat(session.store.commits).isZero();
  }

  @Test
  void aLastLineWithoutALineBreakIsReadAndNoted() {
    Imported imported = session.imported("d.csv", daily("2026-01-01,C,10,1,0.50,0,0").strip());
    assertThat(imported.facts().rowsImported()).isEqualTo(1);
    assertThat(imported.notes())
        .containsExactly(
            "Its last line does not end with a line break: if it was cut off there, the last figure is wrong.");
  }

  @Test
  void hugeCellsManyColumnsAndBrokenQuotesGetOneSentence() {
    assertThat(
            session.refused(
                "a.csv", daily("2026-01-01," + "x".repeat(10_000_000) + ",10,1,0.50,0,0")))
        .isEqualTo(
            "Line 2 has a cell of more than 32,767 characters, or a quotation mark that is never closed; export the report again.");
    assertThat(
            session.refused("b.csv", daily("2026-01-01," + "x".repeat(40_000) + ",10,1,0.50,0,0")))
        .isEqualTo(
            "Line 2 has a cell of more than 32,767 characters, which no report has; export the report again.");
    assertThat(session.refused("c.csv", "a,".repeat(1_000_000) + "\n"))
        .isEqualTo(
            "Its first line has more than 262,144 characters, which no report has; export the report again.");
    assertThat(session.refused("d.csv", "a,".repeat(2_000) + "\n"))
        .isEqualTo("It has more than 1000 columns, which no report has; export the report again.");
    assertThat(session.refused("e.csv", daily("2026-01-01,C" + ",".repeat(1_000_000))))
        .isEqualTo(
            "Line 2 has more than 1000 cells, which no report has; export the report again.");
    assertThat(session.refused("f.csv", daily("2026-01-01,\"C\"x,10,1,0.50,0,0")))
        .isEqualTo(
            "Line 2 has text behind a closing quotation mark, so that its cells cannot be told apart; export the report again.");
  }
}
