package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherReportsTest {
  @TempDir Path folder;

  private String refused(String text) {
    return new ImportSession(folder).refused("f.csv", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date,Campaign Name,Advertised ASIN,Purchased ASIN,7 Day Other SKU Units (#) | a Sponsored Products purchased product report | Purchased ASIN",
        "Date,Campaign Name,Impressions,Clicks,Spend,14 Day New-to-brand Orders (#) | a Sponsored Brands or Sponsored Display report | 14 Day New-to-brand Orders (#)",
        "Product,Entity,Operation,Campaign Id,Impressions | a bulk operations workbook | Entity",
        "(Parent) ASIN,Title,Sessions - Total,Ordered Product Sales | a business report | (Parent) ASIN",
        "State,Campaigns,Status,Budget(USD),Spend(USD) | the campaign table of the campaign manager | Campaigns",
        "Date,Campaign Name,Customer Search Term,Search Term Impression Rank | a Sponsored Products search term impression share report | Search Term Impression Rank",
      })
  void aKnownOtherReportIsNamed(String header, String what, String column) {
    assertThat(refused(header + "\n1,2,3\n"))
        .isEqualTo(
            "It is %s (it has a column \"%s\"); Spendlight reads Sponsored Products reports on campaigns, ad groups, targeting, search terms, advertised products, placements and budgets."
                .formatted(what, column));
  }

  @Test
  void performanceOverTimeIsRefusedWithWhatToImportInstead() {
    assertThat(refused("Date,Clicks,Cost Per Click (CPC),Spend\n\"Feb 1, 2020\",1,1,1\n"))
        .isEqualTo(
            "It is a performance over time report or another one without campaigns: it has no column \"Campaign Name\" (the nearest is \"Date\"); import the campaign report of the same days instead.");
  }

  @Test
  void missingColumnsAreAllNamedWithTheNearestHeader() {
    assertThat(refused("Date,Campaign Name,Impresions,Clicks,Amount Spent\n2026-01-01,C,1,1,1\n"))
        .isEqualTo(
            "It lacks the columns \"Impressions\" (the nearest is \"Impresions\"), \"Spend\" (the nearest is \"Amount Spent\"); export the report with them.");
    assertThat(refused("Date,Campaign Name,Impressions,Cliks,Spend\n2026-01-01,C,1,1,1\n"))
        .isEqualTo(
            "It lacks the column \"Clicks\" (the nearest is \"Cliks\"); export the report with it.");
  }

  @Test
  void whatIsNoReportAtAllIsSaidSo() {
    assertThat(refused("Dear team,\nplease find attached\n"))
        .isEqualTo("It is not a report: none of its columns is known; they begin \"Dear team\".");
    assertThat(refused(""))
        .isEqualTo("It is empty, without even a header; export or download it again.");
    assertThat(refused("<!DOCTYPE html><html><body>Sign in</body></html>"))
        .isEqualTo(
            "It is a web page, perhaps a sign-in page saved instead of the report; Spendlight reads CSV, XLSX and JSON reports, also in .gz and .zip.");
    assertThat(refused("%PDF-1.7 ..."))
        .isEqualTo(
            "It is a PDF; Spendlight reads CSV, XLSX and JSON reports, also in .gz and .zip.");
    assertThat(refused("abc\0def"))
        .isEqualTo(
            "It is not text, nor a workbook; Spendlight reads CSV, XLSX and JSON reports, also in .gz and .zip.");
    assertThat(refused("\n\n  \n")).startsWith("It is not a report");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    assertThat(
            refused("Date,Campaign Name,Impressions,Clicks,Spend,Clicks\n2026-01-01,C,1,1,1,2\n"))
        .isEqualTo("It has two columns \"Clicks\"; remove one of them.");
  }

  @Test
  void aFileWithoutAUsableRowIsRefused() {
    assertThat(refused("Date,Campaign Name,Impressions,Clicks,Spend\nx,C,1,1,1\ny,C,1,1,1\n"))
        .isEqualTo(
            "None of its 2 rows can be used; the first, in line 2, date cannot be read (\"x\"); export the report again.");
  }
}
