package dev.spendlight.reports;

import static dev.spendlight.reports.Samples.daily;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.SkippedRows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesAndNumbersTest {
  @TempDir Path folder;

  private ImportSession in(Marketplace marketplace) {
    return new ImportSession(folder).settings(AccountSettings.unset().withMarketplace(marketplace));
  }

  private static String on(String date) {
    return "\"" + date + "\",C,10,1,0.50,0,0";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-02-01",
        "20200201",
        "Feb 1, 2020",
        "Feb 01, 2020",
        "February 1, 2020",
        "1 Feb 2020",
        "01-Feb-20",
        "2020/02/01",
        "2020-02-01T00:00:00Z",
        "2020-02-01 00:00:00",
        "Feb 1, 2020 12:00 AM"
      })
  void aDateWithOneReadingNeedsNoHelp(String date) {
    ImportSession session = new ImportSession(folder);
    session.imported("d.csv", daily(on(date)));
    assertThat(session.rows().getFirst().from()).isEqualTo(LocalDate.parse("2020-02-01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-02-30",
        "Feb 30, 2020",
        "32/01/2020",
        "1/2",
        "1/2/3/4",
        "2020",
        "Smarch 1, 2020",
        "0001-01-01",
        "9999-01-01",
        "45000"
      })
  void whatIsNoDateIsABadRow(String date) {
    ImportSession session = new ImportSession(folder);
    Imported imported = session.imported("d.csv", daily(on(date), on("2020-02-01")));
    assertThat(imported.skipped())
        .containsExactly(new SkippedRows("date cannot be read (\"" + date + "\")", 1, 2));
  }

  @Test
  void anotherRowSettlesADateWhereverItStands() {
    ImportSession session = in(Marketplace.US);
    session.imported("d.csv", daily(on("01/02/2020"), on("05/05/2020"), on("13/02/2020")));
    assertThat(session.rows())
        .extracting(row -> row.from().toString())
        .containsExactly("2020-02-01", "2020-05-05", "2020-02-13");
    session.imported("e.csv", daily(on("01/02/2020"), on("02/13/2020")));
    assertThat(session.rows().getFirst().from()).hasToString("2020-01-02");
  }

  @ParameterizedTest
  @CsvSource({
    "US, 2020-01-02",
    "CA, 2020-01-02",
    "UK, 2020-02-01",
    "IN, 2020-02-01",
    "DE, 2020-02-01"
  })
  void theMarketplaceSettlesADateThatNoRowSettles(Marketplace marketplace, String day) {
    ImportSession session = in(marketplace);
    session.imported("d.csv", daily(on("01/02/2020")));
    assertThat(session.rows().getFirst().from()).hasToString(day);
  }

  @Test
  void aDateThatNothingSettlesIsRefused() {
    ImportSession session = new ImportSession(folder);
    assertThat(session.refused("d.csv", daily(on("01/02/2020"), on("02/02/2020"))))
        .isEqualTo(
            "Its dates can be read in two ways (01/02 is a day of month 1 or of month 2) and no row tells which; set the account's marketplace, for example with: account set ID --marketplace US.");
    assertThat(session.store.files).isEmpty();
  }

  @Test
  void datesThatContradictEachOtherAreRefused() {
    assertThat(
            in(Marketplace.US)
                .refused("d.csv", daily(on("13/02/2020"), on("02/13/2020"), on("01/02/2020"))))
        .isEqualTo(
            "Its dates contradict each other: some begin with the month, some with the day; export the report again.");
  }

  private static String spending(String... amounts) {
    StringBuilder rows = new StringBuilder();
    for (String amount : amounts) {
      rows.append("2026-01-01;C;10;1;").append(amount).append(";0;0\n");
    }
    return daily().replace(',', ';') + rows;
  }

  private static BigDecimal spend(Imported imported) {
    return imported.totals().spend().orElseThrow();
  }

  @Test
  void anotherAmountSettlesTheDecimalSignWhereverItStands() {
    ImportSession session = new ImportSession(folder);
    assertThat(spend(session.imported("a.csv", spending("1.480", "2,50"))))
        .isEqualByComparingTo("1482.50");
    assertThat(spend(session.imported("b.csv", spending("1.480", "2.50"))))
        .isEqualByComparingTo("3.98");
    assertThat(spend(session.imported("c.csv", spending("1,480", "€ 1.480,25"))))
        .isEqualByComparingTo("1481.73");
    assertThat(spend(session.imported("d.csv", spending("1,480", "1,480.25"))))
        .isEqualByComparingTo("2960.25");
  }

  @Test
  void aCountInGroupsSettlesTheDecimalSignToo() {
    String text = "Date;Campaign Name;Impressions;Clicks;Spend\n2026-01-01;C;12.345;1;1,480\n";
    ImportSession session = new ImportSession(folder);
    Imported imported = session.imported("a.csv", text);
    assertThat(imported.totals().impressions()).contains(12_345L);
    assertThat(spend(imported)).isEqualByComparingTo("1.48");
  }

  @Test
  void theMarketplaceSettlesAnAmountThatNoOtherSettles() {
    assertThat(spend(in(Marketplace.DE).imported("a.csv", spending("1.480"))))
        .isEqualByComparingTo("1480");
    assertThat(spend(in(Marketplace.US).imported("b.csv", spending("1.480"))))
        .isEqualByComparingTo("1.48");
  }

  @Test
  void anAmountThatNothingSettlesIsABadRow() {
    Imported imported = new ImportSession(folder).imported("a.csv", spending("1.480", "3"));
    assertThat(imported.skipped())
        .containsExactly(
            new SkippedRows(
                "spend is not an amount that can be read for certain (\"1.480\")", 1, 2));
    assertThat(spend(imported)).isEqualByComparingTo("3");
  }

  @Test
  void anEnglishFileOfCommasIsReadAsEnglish() {
    Imported imported =
        new ImportSession(folder)
            .imported("a.csv", daily("2026-01-01,C,\"1,480\",1,\"1,480\",0,0"));
    assertThat(spend(imported)).isEqualByComparingTo("1480");
    assertThat(imported.totals().impressions()).contains(1480L);
  }

  @Test
  void aFileThatMixesDecimalSignsIsRefusedWhenAnAmountDependedOnThem() {
    assertThat(new ImportSession(folder).refused("a.csv", spending("2.50", "1.480", "3,25")))
        .isEqualTo(
            "Its amounts use the dot as decimal sign in some rows and the comma in others, so that 1.234 can be read in two ways; export the report again.");
    assertThat(spend(new ImportSession(folder).imported("b.csv", spending("2.50", "3,25"))))
        .isEqualByComparingTo("5.75");
  }
}
