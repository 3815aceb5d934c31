package dev.spendlight.service;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.orders;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.document.SummaryDocument;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ReportImporter;
import dev.spendlight.service.ImportService.Outcome;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What an import does to what was there.
class ImportServiceTest {
  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aReImportOfAPullDayReplacesItsDaysAndSaysWhatVanished() {
    read(
        "2026-03-08",
        shop.daily(CAMPAIGN)
            .day("2026-03-06")
            .row("Shoes", spend("1"))
            .day("2026-03-07")
            .row("Hats", spend("2")));
    Outcome outcome =
        read("2026-03-08", shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("4")));
    assertThat(outcome.vanished())
        .extracting(each -> each.key().campaignName())
        .containsExactly("Hats");
    assertThat(shop.store().deliveries(shop.id()))
        .extracting(each -> each.days().size())
        .containsExactly(1, 1);
    assertThat(shop.summary().totals().spend().orElseThrow()).isEqualByComparingTo("5");
  }

  @Test
  void theSameImportAgainChangesNothing() {
    read("2026-03-08", shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("4"), orders(1)));
    String before = SummaryDocument.of(shop.summary());
    Outcome again =
        read(
            "2026-03-08",
            shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("4"), orders(1)));
    assertThat(again.vanished()).isEmpty();
    assertThat(shop.store().deliveries(shop.id())).hasSize(1);
    assertThat(SummaryDocument.of(shop.summary())).isEqualTo(before);
  }

  @Test
  void pullsOfOtherDaysAreKept() {
    read("2026-03-08", shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", orders(1)));
    read("2026-03-09", shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", orders(2)));
    assertThat(shop.store().deliveries(shop.id()))
        .extracting(Delivery::pulled)
        .containsExactly(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 9));
    assertThat(shop.summary("2026-03-07").totals().orders()).contains(1L);
    assertThat(shop.summary().totals().orders()).contains(2L);
  }

  @Test
  void whereEveryFileWasRefusedNothingVanishes() {
    ReportImporter refusing =
        (request, progress) -> new ImportResult(request.account(), OptionalLong.empty(), List.of());
    Outcome outcome =
        new ImportService(shop.store(), refusing)
            .read(request("2026-03-08"), ReportImporter.Progress.NONE);
    assertThat(outcome.vanished()).isEmpty();
    assertThat(shop.store().deliveries(shop.id())).isEmpty();
  }

  private Outcome read(String pulled, SampleDelivery file) {
    ReportImporter importer =
        (request, progress) ->
            new ImportResult(request.account(), OptionalLong.of(file.pulled(pulled)), List.of());
    return new ImportService(shop.store(), importer)
        .read(request(pulled), ReportImporter.Progress.NONE);
  }

  private ReportImporter.Request request(String pulled) {
    return new ReportImporter.Request(
        shop.id(), List.of(), LocalDate.parse(pulled), Optional.empty());
  }
}
