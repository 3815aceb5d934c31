package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryCommandTest {
  private static final List<String> METRICS =
      List.of(
          "impressions",
          "clicks",
          "spend",
          "sales",
          "orders",
          "units",
          "acos",
          "ctr",
          "cvr",
          "cpc",
          "roas");

  @TempDir private Path data;
  @TempDir private Path files;
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void open() {
    shell = Shell.in(data);
  }

  private void imported(CampaignReport report) {
    shell
        .run("import", report.write(files, "a.csv"), "--account", "a", "--snapshot", "2026-03-18")
        .done();
  }

  @Test
  void theDocumentHasTheFieldsOfTheContract() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "Sunscreen", 1000, 40, "30.00", 4, "100.00")
            .row("2026-03-02", "Oil", 500, 10, "12.00", 0, "0.00"));

    JsonNode summary = shell.document("summary", "--account", "a", "--json");

    assertThat(summary.fieldNames())
        .toIterable()
        .contains(
            "account", "as_of", "currency", "window", "totals", "campaigns", "omitted", "caveats");
    assertThat(summary.get("as_of").asText()).isEqualTo("2026-03-02");
    assertThat(summary.get("currency").asText()).isEqualTo("USD");
    assertThat(summary.at("/window/from").asText()).isEqualTo("2026-02-24");
    assertThat(summary.at("/window/to").asText()).isEqualTo("2026-03-02");
    assertThat(summary.at("/window/days").asInt()).isEqualTo(7);
    JsonNode totals = summary.get("totals");
    assertThat(totals.fieldNames()).toIterable().containsExactlyElementsOf(METRICS);
    assertThat(totals.get("impressions").asLong()).isEqualTo(1500);
    assertThat(totals.get("clicks").asLong()).isEqualTo(50);
    assertThat(totals.get("spend").decimalValue()).isEqualByComparingTo("42");
    assertThat(totals.get("sales").decimalValue()).isEqualByComparingTo("100");
    assertThat(totals.get("orders").asLong()).isEqualTo(4);
    assertThat(totals.get("acos").decimalValue()).isEqualByComparingTo("0.42");
    assertThat(totals.get("cvr").decimalValue()).isEqualByComparingTo("0.08");
    assertThat(totals.get("cpc").decimalValue()).isEqualByComparingTo("0.84");
    assertThat(totals.get("ctr").decimalValue()).isEqualByComparingTo("0.0333333333");
    assertThat(totals.get("roas").decimalValue()).isEqualByComparingTo("2.380952381");
    assertThat(summary.at("/omitted/campaigns").asInt()).isZero();
    assertThat(summary.at("/omitted/spend").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void campaignsComeBySpendAndARatioWithoutADenominatorIsNull() {
    imported(
        new CampaignReport()
            .row("2026-03-02", "Oil", 500, 10, "12.00", 0, "0.00")
            .row("2026-03-02", "Sunscreen", 1000, 40, "30.00", 4, "100.00")
            .row("2026-03-02", "Asleep", 0, 0, "0.00", 0, "0.00"));

    JsonNode campaigns = shell.document("summary", "--account", "a", "--json").get("campaigns");

    assertThat(campaigns.findValuesAsText("campaign_name")).startsWith("Sunscreen", "Oil");
    JsonNode oil = campaigns.get(1);
    assertThat(oil.fieldNames())
        .toIterable()
        .containsAll(METRICS)
        .contains("campaign_id", "campaign_name");
    assertThat(oil.get("campaign_id").isTextual()).isTrue();
    assertThat(oil.get("acos").isNull()).as("no sales, so no ACOS").isTrue();
    assertThat(oil.get("cvr").decimalValue()).isEqualByComparingTo("0");
    assertThat(oil.get("units").isNull()).as("not in the report").isTrue();
  }

  @Test
  void onlyTheFiftyLargestCampaignsAreListedAndTheRestIsSummed() {
    CampaignReport report = new CampaignReport();
    IntStream.rangeClosed(1, 53)
        .forEach(i -> report.row("2026-03-02", "campaign " + i, 100, 10, i + ".00", 1, "9.00"));
    imported(report);

    JsonNode summary = shell.document("summary", "--account", "a", "--json");

    assertThat(summary.get("campaigns")).hasSize(50);
    assertThat(summary.at("/campaigns/0/campaign_name").asText()).isEqualTo("campaign 53");
    assertThat(summary.at("/omitted/campaigns").asInt()).isEqualTo(3);
    assertThat(summary.at("/omitted/spend").decimalValue()).isEqualByComparingTo("6");
    assertThat(shell.run("summary", "--account", "a").done().out())
        .contains("and 3 more with $6.00 of spend");
  }

  @Test
  void daysAfterTheDayAskedForDoNotCount() {
    imported(
        new CampaignReport()
            .row("2026-03-01", "Sunscreen", 1000, 40, "30.00", 4, "100.00")
            .row("2026-03-02", "Sunscreen", 1000, 40, "70.00", 4, "100.00"));

    JsonNode summary =
        shell.document("summary", "--account", "a", "--as-of", "2026-03-01", "--json");

    assertThat(summary.at("/totals/spend").decimalValue()).isEqualByComparingTo("30");
  }

  @Test
  void anyOtherWindowCanBeAskedFor() {
    CampaignReport report = new CampaignReport();
    IntStream.rangeClosed(1, 15)
        .forEach(
            i -> report.row("2026-03-%02d".formatted(i), "Sunscreen", 100, 10, "1.00", 1, "9.00"));
    imported(report);

    JsonNode summary =
        shell.document(
            "summary", "--account", "a", "--from", "2026-03-03", "--to", "2026-03-12", "--json");

    assertThat(summary.at("/window/days").asInt()).isEqualTo(10);
    assertThat(summary.at("/totals/spend").decimalValue()).isEqualByComparingTo("10");
  }

  @Test
  void anAccountWithoutSalesHasNoAcosAnywhere() {
    imported(new CampaignReport().row("2026-03-02", "Oil", 500, 10, "12.00", 0, "0.00"));

    assertThat(shell.document("summary", "--account", "a", "--json").at("/totals/acos").isNull())
        .isTrue();
    assertThat(shell.run("summary", "--account", "a").done().out())
        .doesNotContain("NaN", "null", "Infinity");
    assertThat(shell.run("analyse", "--rules", "--account", "a").done().out())
        .doesNotContain("NaN", "null", "Infinity");
  }

  @Test
  void moneyIsWrittenAsIsCustomaryWhereTheAccountSells() {
    shell.run("account", "set", "a", "--marketplace", "DE").done();
    imported(new CampaignReport("EUR").row("2026-03-02", "Oel", 500, 10, "1234.50", 4, "9876.50"));

    assertThat(shell.run("summary", "--account", "a").done().out())
        .contains("1.234,50\u00a0€", "9.876,50\u00a0€");
    assertThat(
            shell
                .document("summary", "--account", "a", "--json")
                .at("/totals/spend")
                .decimalValue())
        .isEqualByComparingTo("1234.50");
  }
}
