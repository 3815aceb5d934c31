package dev.spendlight.reports;

import static dev.spendlight.reports.Samples.RANGE_HEADER;
import static dev.spendlight.reports.Samples.daily;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.SkippedRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAndCurrencyTest {
  private static final String JULY_1 =
      "\"Jul 1, 2025\",\"Jul 1, 2025\",,AED,C,G,t,BROAD,a,7,1,0.88,0,0,0\n";
  private static final String JULY_2_TO_9 =
      "\"Jul 2, 2025\",\"Jul 9, 2025\",,AED,C,G,t,BROAD,b,7,1,0.88,0,0,0\n";

  @TempDir Path folder;
  private ImportSession session;

  @BeforeEach
  void open() {
    session = new ImportSession(folder);
  }

  @Test
  void aRangeFileIsRangeAsAWholeItsOneDayRowsToo() {
    Imported imported = session.imported("r.csv", RANGE_HEADER + JULY_1 + JULY_2_TO_9);
    assertThat(imported.facts().grain()).isEqualTo(Grain.RANGE);
    assertThat(imported.facts().days()).isEmpty();
    assertThat(imported.facts().period()).map(Object::toString).contains("2025-07-01..2025-07-09");
    assertThat(session.rows().getFirst().to()).isEqualTo(LocalDate.parse("2025-07-01"));
  }

  @Test
  void theNamedDaysAreThePeriodOfARangeFile() {
    Imported imported =
        session
            .covering("2025-07-01", "2025-07-31")
            .imported("r.csv", RANGE_HEADER + JULY_1 + JULY_2_TO_9);
    assertThat(imported.facts().period()).map(Object::toString).contains("2025-07-01..2025-07-31");
    assertThat(imported.notes()).isEmpty();
    assertThat(
            session
                .covering("2025-07-01", "2025-07-05")
                .imported("r.csv", RANGE_HEADER + JULY_2_TO_9)
                .notes())
        .containsExactly(
            "Its rows reach from 2025-07-02 to 2025-07-09, beyond the days 2025-07-01 to 2025-07-05 that were named for it.");
  }

  @Test
  void aRangeRowThatEndsBeforeItStartsOrNeverEndsIsABadRow() {
    Imported imported =
        session.imported(
            "r.csv",
            RANGE_HEADER
                + JULY_1
                + "\"Jul 9, 2025\",\"Jul 2, 2025\",,AED,C,G,t,BROAD,b,7,1,0.88,0,0,0\n"
                + "\"Jul 9, 2025\",,,AED,C,G,t,BROAD,b,7,1,0.88,0,0,0\n");
    assertThat(imported.skipped())
        .containsExactly(
            new SkippedRows("ends before it starts (\"2025-07-09 to 2025-07-02\")", 1, 3),
            new SkippedRows("has no date", 1, 4));
  }

  @Test
  void namedDaysOfADailyFileAreDeliveredAndRowsBesideThemAreKept() {
    Imported imported =
        session
            .covering("2026-01-01", "2026-01-03")
            .imported("d.csv", daily("2026-01-02,C,10,1,0.50,0,0", "2026-01-05,C,10,1,0.50,0,0"));
    assertThat(imported.facts().days())
        .extracting(LocalDate::toString)
        .containsExactly("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-05");
    assertThat(imported.facts().period()).map(Object::toString).contains("2026-01-01..2026-01-05");
    assertThat(imported.facts().rowsImported()).isEqualTo(2);
  }

  @Test
  void namedDaysThatHadNotComeWhenTheReportWasPulledAreUnknown() {
    Imported imported =
        session
            .pulled("2026-01-02")
            .covering("2026-01-01", "2026-01-31")
            .imported("d.csv", daily("2026-01-01,C,10,1,0.50,0,0"));
    assertThat(imported.facts().days())
        .extracting(LocalDate::toString)
        .containsExactly("2026-01-01", "2026-01-02");
  }

  @Test
  void onlyDaysWithARowAreDeliveredOtherwise() {
    Imported imported =
        session.imported(
            "d.csv", daily("2026-01-02,C,10,1,0.50,0,0", "2026-01-05,C,10,1,0.50,0,0"));
    assertThat(imported.facts().days())
        .extracting(LocalDate::toString)
        .containsExactly("2026-01-02", "2026-01-05");
  }

  @Test
  void aHeaderWithNamedDaysDeliversThem() {
    Imported imported = session.covering("2026-01-01", "2026-01-03").imported("d.csv", daily());
    assertThat(imported.facts().days()).hasSize(3);
    assertThat(imported.facts().period()).map(Object::toString).contains("2026-01-01..2026-01-03");
  }

  @Test
  void anUndatedFileNeedsItsDays() {
    String text = "Campaign Name,Impressions,Clicks,Spend\nC,10,1,0.50\nTotal,10,1,0.50\n";
    assertThat(session.refused("u.csv", text))
        .isEqualTo(
            "It has no date column, so that nobody can tell which days it covers; name them with --from and --to.");
    Imported imported = session.covering("2026-01-01", "2026-01-31").imported("u.csv", text);
    assertThat(imported.facts().grain()).isEqualTo(Grain.RANGE);
    assertThat(imported.facts().rowsImported()).isEqualTo(1);
    assertThat(session.rows().getFirst().to()).isEqualTo(LocalDate.parse("2026-01-31"));
  }

  @Test
  void aDayAfterThePullIsNoted() {
    assertThat(
            session
                .pulled("2026-01-01")
                .imported("d.csv", daily("2026-01-02,C,10,1,0.50,0,0"))
                .notes())
        .containsExactly(
            "Its last day, 2026-01-02, is after the day of the pull, 2026-01-01; check the dates.");
  }

  @ParameterizedTest
  @CsvSource({"SELLER, 7.00", "VENDOR, 14.00", ", 7.00"})
  void totalsUseTheAccountsWindow(AccountType type, String sales) {
    if (type != null) {
      session.settings(AccountSettings.unset().withType(type));
    }
    Imported imported =
        session.imported(
            "w.csv",
            "Date,Campaign Name,Impressions,Clicks,Spend,14 Day Total Sales,7 Day Total Sales\n2026-01-01,C,1,1,1,14,7\n");
    assertThat(imported.totals().sales()).map(Object::toString).contains(sales);
  }

  private static String inCurrency(String code) {
    return "Date,Currency,Campaign Name,Impressions,Clicks,Spend\n2026-01-01,%s,C,1,1,1\n"
        .formatted(code);
  }

  @Test
  void theFirstFileThatTellsACurrencySetsTheAccounts() {
    ImportResult result =
        session.run(
            session.file("a.csv", daily("2026-01-01,C,1,1,1,0,0")),
            session.file("b.csv", inCurrency("GBP")),
            session.file("c.csv", inCurrency("EUR")));
    assertThat(session.store.settings.get(ImportSession.ACCOUNT).currency())
        .contains(Currency.getInstance("GBP"));
    assertThat(ImportSession.refused(result.files().get(2)))
        .isEqualTo(
            "It is in EUR and the account is in GBP; import it into an account of its own, or set the account's currency if that is wrong.");
    assertThat(session.store.files).hasSize(2);
  }

  @Test
  void aMarketplaceHasItsCurrency() {
    session.settings(AccountSettings.unset().withMarketplace(Marketplace.UK));
    assertThat(session.refused("a.csv", inCurrency("USD")))
        .startsWith("It is in USD and the account is in GBP;");
    session.imported("b.csv", inCurrency("GBP"));
    assertThat(session.store.settings.get(ImportSession.ACCOUNT).currency()).isEmpty();
  }

  @Test
  void twoCurrenciesInOneFileAreRefused() {
    assertThat(session.refused("a.csv", inCurrency("GBP") + "2026-01-01,EUR,C,1,1,1\n"))
        .isEqualTo(
            "It holds two currencies, GBP (line 2) and EUR (line 3), which cannot be added; export one account a file.");
    assertThat(session.imported("b.csv", inCurrency("GBP") + "2026-01-01,QQQ,C,1,1,1\n").skipped())
        .containsExactly(new SkippedRows("currency is not a currency's code (\"QQQ\")", 1, 3));
  }

  @ParameterizedTest
  @CsvSource({"(₹), INR", "(£), GBP", "(€), EUR", "($), USD", "(USD), USD", "(¥), JPY"})
  void aSignInTheHeaderTellsTheCurrency(String sign, String code) {
    String text =
        "Date,Campaign Name,Impressions,Clicks,Spend,7 Day Total Sales %s\n2026-01-01,C,1,1,1,2\n"
            .formatted(sign);
    assertThat(session.imported("a.csv", text).facts().currency())
        .map(Currency::getCurrencyCode)
        .contains(code);
  }

  @Test
  void aDollarIsTheAccountsDollar() {
    session.settings(AccountSettings.unset().withMarketplace(Marketplace.CA));
    String text =
        "Date,Campaign Name,Impressions,Clicks,Spend,7 Day Total Sales ($)\n2026-01-01,C,1,1,$1,2\n";
    assertThat(session.imported("a.csv", text).facts().currency())
        .map(Currency::getCurrencyCode)
        .contains("CAD");
    session.settings(AccountSettings.unset().withMarketplace(Marketplace.DE));
    assertThat(session.refused("b.csv", text))
        .startsWith("It is in USD and the account is in EUR;");
  }

  @Test
  void aSignBesideAmountsTellsTheCurrencyToo() {
    String text = "Date,Campaign Name,Impressions,Clicks,Spend\n2026-01-01,C,1,1,£1.20\n";
    assertThat(session.imported("a.csv", text).facts().currency())
        .map(Currency::getCurrencyCode)
        .contains("GBP");
    assertThat(session.refused("b.csv", text + "2026-01-01,C,1,1,€1.20\n"))
        .isEqualTo(
            "It shows amounts in two currencies, GBP and EUR, which cannot be added; export one account a file.");
    assertThat(session.refused("c.csv", inCurrency("EUR") + "2026-01-01,EUR,C,1,1,£1.20\n"))
        .isEqualTo(
            "Its currency column says EUR and its amounts are in GBP; export the report again.");
  }
}
