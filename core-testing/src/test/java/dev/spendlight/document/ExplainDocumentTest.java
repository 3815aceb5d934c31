package dev.spendlight.document;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.report.ReportKind.TARGETING;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.impressions;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.sales;
import static dev.spendlight.testing.Amount.spend;
import static dev.spendlight.testing.Amount.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.MatchType;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.RowKey;
import dev.spendlight.service.Breakdown;
import dev.spendlight.service.Explanations;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// `explain --json`.
class ExplainDocumentTest {

  /// One campaign that goes on, one that starts, one that stops, one that never sells.
  static String everyClass(Metric metric) {
    SampleAccount shop = SampleAccount.shop();
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row(
            RowKey.campaign("1", "Goes on"),
            impressions(1000),
            clicks(40),
            spend("20"),
            sales("100"),
            orders(4),
            units(4))
        .row(
            RowKey.campaign("3", "Stops"),
            impressions(900),
            clicks(9),
            spend("9"),
            sales("18"),
            orders(1))
        .row(RowKey.campaign("4", "Never sells"), impressions(70), clicks(7), spend("7"))
        .day("2026-03-02")
        .row(
            RowKey.campaign("1", "Goes on"),
            impressions(1100),
            clicks(44),
            spend("33"),
            sales("90"),
            orders(3),
            units(5))
        .row(
            RowKey.campaign("2", "Starts"),
            impressions(500),
            clicks(5),
            spend("5"),
            sales("25"),
            orders(1))
        .row(RowKey.campaign("4", "Never sells"), impressions(80), clicks(8), spend("8"))
        .pulled("2026-03-20");
    return document(shop, metric);
  }

  private static String document(SampleAccount shop, Metric metric) {
    return ExplainDocument.of(
        new Explanations(shop.store())
            .explain(
                new Explanations.Question(
                    shop.id(),
                    metric,
                    DateRange.day(LocalDate.parse("2026-03-01")),
                    DateRange.day(LocalDate.parse("2026-03-02")),
                    Breakdown.CAMPAIGN,
                    Optional.empty())));
  }

  private static JsonNode part(JsonNode document, String id) {
    return StreamSupport.stream(document.get("parts").spliterator(), false)
        .filter(part -> part.at("/entity/id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double sum(JsonNode document) {
    double sum = 0;
    for (JsonNode part : document.get("parts")) {
      sum += part.get("contribution").doubleValue();
    }
    return sum;
  }

  @Test
  void itHasTheFieldsOfTheContract() {
    JsonNode document = DocumentTree.of(everyClass(Metric.ACOS));
    assertThat(DocumentTree.fields(document))
        .containsExactly(
            "account",
            "as_of",
            "currency",
            "metric",
            "level",
            "from",
            "to",
            "per_day",
            "before",
            "after",
            "change",
            "entities",
            "located",
            "parts",
            "sum_of_parts",
            "factors",
            "caveats");
    assertThat(document.get("metric").textValue()).isEqualTo("acos");
    assertThat(document.get("level").textValue()).isEqualTo("campaign");
    assertThat(document.at("/from/to").textValue()).isEqualTo("2026-03-01");
    assertThat(document.at("/to/days").intValue()).isEqualTo(1);
    assertThat(document.at("/to/totals/units").longValue()).isEqualTo(5);
    assertThat(DocumentTree.fields(part(document, "1")))
        .containsExactly(
            "entity",
            "class",
            "contribution",
            "mix",
            "rate",
            "cpc",
            "cvr",
            "aov",
            "impressions",
            "ctr",
            "before",
            "after");
  }

  @Test
  void partsAddUpToTheChangeAndTheirFactorsToTheRate() {
    for (Metric metric : Decomposition.METRICS) {
      JsonNode document = DocumentTree.of(everyClass(metric));
      double change = document.get("after").doubleValue() - document.get("before").doubleValue();
      assertThat(document.get("change").doubleValue()).isCloseTo(change, within(1e-12));
      assertThat(sum(document)).as(metric.key()).isCloseTo(change, within(1e-9));
      assertThat(document.get("sum_of_parts").doubleValue()).isCloseTo(change, within(1e-9));
    }
    JsonNode goesOn = part(DocumentTree.of(everyClass(Metric.ACOS)), "1");
    assertThat(goesOn.get("mix").doubleValue() + goesOn.get("rate").doubleValue())
        .isCloseTo(goesOn.get("contribution").doubleValue(), within(1e-12));
    assertThat(
            goesOn.get("cpc").doubleValue()
                + goesOn.get("cvr").doubleValue()
                + goesOn.get("aov").doubleValue())
        .isCloseTo(goesOn.get("rate").doubleValue(), within(1e-12));
    assertThat(goesOn.get("ctr").isNull()).as("not a factor of ACOS").isTrue();
  }

  @Test
  void everyPartSaysOfWhichClassItIs() {
    JsonNode document = DocumentTree.of(everyClass(Metric.ACOS));
    assertThat(part(document, "1").get("class").textValue()).isEqualTo("continuing");
    assertThat(part(document, "2").get("class").textValue()).isEqualTo("started");
    assertThat(part(document, "3").get("class").textValue()).isEqualTo("stopped");
    assertThat(part(document, "4").get("class").textValue()).isEqualTo("spend_without_sales");
    assertThat(part(document, "4").get("mix").isNull()).isTrue();
    assertThat(part(document, "4").get("cpc").isNull()).isTrue();
    assertThat(part(document, "3").at("/after/spend").decimalValue()).isZero();
    assertThat(part(document, "3").at("/after/acos").isNull()).isTrue();
  }

  /// One target of one campaign becomes five times as dear; four campaigns stay as they are.
  static String located() {
    SampleAccount shop = SampleAccount.shop();
    SampleDelivery file = shop.daily(TARGETING);
    for (int day = 1; day <= 2; day++) {
      file.day("2026-03-0" + day);
      for (int campaign = 1; campaign <= 5; campaign++) {
        for (int target = 1; target <= 4; target++) {
          boolean dear = day == 2 && campaign == 3 && target == 2;
          file.row(
              RowKey.target(
                  "" + campaign,
                  "Campaign " + campaign,
                  campaign + "1",
                  "Group",
                  campaign + "0" + target,
                  "shoes " + target,
                  target < 3 ? MatchType.BROAD : MatchType.EXACT),
              impressions(90_000),
              clicks(1000),
              spend(dear ? "5000" : "1000"),
              sales("4000"),
              orders(100));
        }
      }
    }
    file.pulled("2026-03-20");
    return document(shop, Metric.ACOS);
  }

  @Test
  void itSaysWhereTheChangeSitsWidestFirst() {
    JsonNode campaign = DocumentTree.of(located()).get("located");
    assertThat(DocumentTree.fields(campaign))
        .containsExactly("level", "entities", "share_of_change", "size_share", "within");
    assertThat(campaign.get("level").textValue()).isEqualTo("campaign");
    assertThat(campaign.at("/entities/0/id").textValue()).isEqualTo("3");
    assertThat(campaign.get("share_of_change").doubleValue()).isCloseTo(1, within(1e-9));
    assertThat(campaign.get("size_share").doubleValue()).isEqualTo(0.2);
    JsonNode match = campaign.get("within");
    assertThat(match.at("/entities/0/match_type").textValue()).isEqualTo("BROAD");
    JsonNode target = match.get("within");
    assertThat(target.get("level").textValue()).isEqualTo("keyword");
    assertThat(target.at("/entities/0/id").textValue()).isEqualTo("302");
    assertThat(target.get("within").isNull()).isTrue();
  }

  @Test
  void whatIsSpreadIsNotLocated() {
    assertThat(DocumentTree.of(everyClass(Metric.ACOS)).get("located").isNull()).isTrue();
    assertThat(DocumentTree.of(unsold()).get("located").isNull()).isTrue();
  }

  @Test
  void beyondAThousandPartsTheOthersAreOnePartThatCarriesTheRest() {
    SampleAccount shop = SampleAccount.shop();
    SampleDelivery file = shop.daily(CAMPAIGN);
    for (int day = 1; day <= 2; day++) {
      file.day("2026-03-0" + day);
      for (int i = 1; i <= 1234; i++) {
        file.row(
            RowKey.campaign("" + i, "Campaign " + i),
            impressions(1000L * i),
            clicks(10L * i),
            spend(i * day + ".37"),
            sales(i + 10 * day + ".11"),
            orders(i));
      }
    }
    file.pulled("2026-03-20");
    JsonNode document = DocumentTree.of(document(shop, Metric.ACOS));
    assertThat(document.get("entities").intValue()).isEqualTo(1234);
    assertThat(document.get("parts")).hasSize(1001);
    JsonNode others = document.get("parts").get(1000);
    assertThat(others.get("entity").isNull()).isTrue();
    assertThat(others.get("class").textValue()).isEqualTo("others");
    assertThat(others.get("mix").doubleValue() + others.get("rate").doubleValue())
        .isCloseTo(others.get("contribution").doubleValue(), within(1e-12));
    assertThat(sum(document)).isCloseTo(document.get("change").doubleValue(), within(1e-9));
    long shown = 0;
    for (JsonNode part : document.get("parts")) {
      shown += part.at("/before/clicks").longValue();
    }
    assertThat(shown).isEqualTo(document.at("/from/totals/clicks").longValue());
    assertThat(new Schemas().breaches(DocumentKind.EXPLAIN, document.toString())).isEmpty();
  }

  @Test
  void withoutADenominatorThereIsNoChangeAndNoPart() {
    JsonNode document = DocumentTree.of(unsold());
    assertThat(document.get("before").doubleValue()).isEqualTo(0.1);
    assertThat(document.get("after").isNull()).isTrue();
    assertThat(document.get("change").isNull()).isTrue();
    assertThat(document.get("sum_of_parts").isNull()).isTrue();
    assertThat(document.get("parts")).isEmpty();
    assertThat(document.at("/to/totals/spend").decimalValue()).isEqualByComparingTo("10");
  }

  static String unsold() {
    SampleAccount shop = SampleAccount.shop();
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row("Shoes", spend("10"), sales("100"), orders(5))
        .day("2026-03-02")
        .row("Shoes", spend("10"))
        .pulled("2026-03-20");
    return document(shop, Metric.ACOS);
  }
}
