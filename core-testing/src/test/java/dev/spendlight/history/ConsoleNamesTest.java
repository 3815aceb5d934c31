package dev.spendlight.history;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.report.ReportKind.SEARCH_TERM;
import static dev.spendlight.report.ReportKind.TARGETING;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.SampleAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Files without ids beside files with them.
class ConsoleNamesTest {
  private static final RowKey RED =
      RowKey.target("1", "Shoes", "10", "Runners", "100", "red shoe", MatchType.EXACT);

  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void aNameResolvesToTheIdThatAFileWithIdsGaveIt() {
    shop.daily(TARGETING).day("2026-03-06").row(RED, spend("1")).pulled("2026-03-08");
    shop.daily(TARGETING).day("2026-03-07").row(withoutIds(RED), spend("2")).pulled("2026-03-08");
    assertThat(rows(TARGETING)).containsExactly(RED);
    assertThat(spendById(shop.summary())).isEqualTo(Map.of("1", "3.00"));
  }

  @Test
  void everyFileWithIdsTellsNamesWhateverItIsAbout() {
    shop.daily(SEARCH_TERM)
        .day("2026-03-07")
        .row(RED.withSearchTerm("shoe"), spend("1"))
        .pulled("2026-03-08");
    shop.daily(TARGETING).day("2026-03-07").row(withoutIds(RED), spend("1")).pulled("2026-03-08");
    assertThat(rows(TARGETING)).containsExactly(RED);
  }

  @Test
  void aNameWithoutAnIdGetsOneOfOurOwnThatIsAlwaysTheSame() {
    shop.daily(TARGETING).day("2026-03-07").row(withoutIds(RED), spend("1")).pulled("2026-03-08");
    RowKey first = rows(TARGETING).getFirst();
    assertThat(List.of(first.campaignId(), first.adGroupId(), first.targetId()))
        .allMatch(id -> id.matches("n-[0-9a-f]{16}"))
        .doesNotHaveDuplicates();
    SampleAccount other = SampleAccount.shop();
    other.daily(TARGETING).day("2025-01-01").row(withoutIds(RED), spend("9")).pulled("2025-01-05");
    assertThat(rows(other, TARGETING)).containsExactly(first);
  }

  @Test
  void anOwnIdMergesWithTheRealOneWhenThatArrives() {
    shop.daily(CAMPAIGN).day("2026-03-06").row("Shoes", spend("1")).pulled("2026-03-07");
    assertThat(spendById(shop.summary()).keySet()).allMatch(id -> id.startsWith("n-"));
    shop.daily(CAMPAIGN)
        .day("2026-03-07")
        .row(RowKey.campaign("1", "Shoes"), spend("2"))
        .pulled("2026-03-08");
    assertThat(spendById(shop.summary())).isEqualTo(Map.of("1", "3.00"));
    assertThat(spendById(shop.summary("2026-03-06"))).isEqualTo(Map.of("1", "1.00"));
  }

  @Test
  void theSameNamesInOtherPlacesStayApart() {
    RowKey other = RowKey.target("", "Shoes", "", "Walkers", "", "red shoe", MatchType.EXACT);
    RowKey broad = RowKey.target("", "Shoes", "", "Runners", "", "red shoe", MatchType.BROAD);
    RowKey hats = RowKey.target("", "Hats", "", "Runners", "", "red shoe", MatchType.EXACT);
    shop.daily(TARGETING)
        .day("2026-03-07")
        .row(RED, spend("1"))
        .row(withoutIds(RED), spend("1"))
        .row(other, spend("1"))
        .row(broad, spend("1"))
        .row(hats, spend("1"))
        .pulled("2026-03-08");
    assertThat(rows(TARGETING)).hasSize(4);
    assertThat(rows(TARGETING))
        .filteredOn(each -> each.targetId().equals("100"))
        .containsExactly(RED);
    assertThat(rows(TARGETING)).filteredOn(each -> each.adGroupId().equals("10")).hasSize(2);
    assertThat(rows(TARGETING)).filteredOn(each -> each.campaignId().equals("1")).hasSize(3);
  }

  @Test
  void aRenamedCampaignIsOneUnderItsLastName() {
    ids("2026-02-01", "1", "Shoes", "2026-02-10", "1", "Boots");
    shop.daily(TARGETING)
        .day("2026-02-01")
        .row("Shoes", spend("1"))
        .day("2026-02-10")
        .row("Boots", spend("2"))
        .pulled("2026-02-11");
    AccountSummary summary = shop.summary("2026-02-01", "2026-02-10");
    assertThat(summary.coverage().kind()).isEqualTo(TARGETING);
    assertThat(spendById(summary)).isEqualTo(Map.of("1", "3.00"));
    assertThat(summary.campaigns().getFirst().campaign().name()).isEqualTo("Boots");
  }

  @Test
  void ofTwoNamesThatEndOnOneDayTheOneThatBeganLaterIsTheName() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row(RowKey.campaign("1", "Shoes"), spend("1"))
        .pulled("2026-03-02");
    shop.daily(CAMPAIGN)
        .day("2026-03-05")
        .row(RowKey.campaign("1", "Shoes"), spend("1"))
        .pulled("2026-03-06");
    shop.daily(CAMPAIGN)
        .day("2026-03-05")
        .row(RowKey.campaign("1", "Boots"), spend("1"))
        .pulled("2026-03-20");
    assertThat(shop.summary().campaigns())
        .singleElement()
        .satisfies(each -> assertThat(each.campaign().name()).isEqualTo("Boots"));
  }

  @Test
  void aNameThatChangesHandsBelongsToEachIdInItsTime() {
    ids("2026-03-02", "1", "Shoes", "2026-03-05", "2", "Shoes");
    shop.daily(TARGETING)
        .day("2026-03-02")
        .row("Shoes", spend("1"))
        .day("2026-03-05")
        .row("Shoes", spend("2"))
        .pulled("2026-03-06");
    AccountSummary summary = shop.summary();
    assertThat(summary.coverage().kind()).isEqualTo(TARGETING);
    assertThat(spendById(summary)).isEqualTo(Map.of("1", "1.00", "2", "2.00"));
    assertThat(summary.caveats()).noneMatch(each -> each.contains("Several campaigns"));
  }

  @Test
  void aNameThatTwoIdsBearAtTheTimeStaysApartWithACaveat() {
    ids("2026-03-05", "1", "Shoes", "2026-03-05", "2", "Shoes");
    shop.daily(TARGETING).day("2026-03-05").row("Shoes", spend("2")).pulled("2026-03-06");
    AccountSummary summary = shop.summary();
    assertThat(spendById(summary))
        .hasSize(1)
        .allSatisfy((id, money) -> assertThat(id).startsWith("n-"));
    assertThat(summary.caveats())
        .contains(
            "Several campaigns, ad groups or targets were called \"Shoes\" at the time; files without ids are kept apart.");
  }

  @Test
  void aNameThatTwoIdsBoreInTurnIsAmbiguousWhereNoneBoreItAtTheTime() {
    ids("2026-02-01", "1", "Shoes", "2026-03-05", "2", "Shoes");
    shop.daily(TARGETING).day("2026-02-20").row("Shoes", spend("2")).pulled("2026-02-21");
    AccountSummary summary = shop.summary("2026-02-20");
    assertThat(spendById(summary).keySet()).allMatch(id -> id.startsWith("n-"));
    assertThat(summary.caveats()).anyMatch(each -> each.contains("\"Shoes\""));
  }

  @Test
  void aRangeFileCannotTellWhoseANameWasThatChangedHandsWithin() {
    ids("2026-03-02", "1", "Shoes", "2026-03-05", "2", "Shoes");
    shop.range(TARGETING, "2026-03-01", "2026-03-07").row("Shoes", spend("3")).pulled("2026-03-08");
    AccountSummary summary = shop.summary();
    assertThat(summary.coverage().grain()).isEqualTo(Grain.RANGE);
    assertThat(spendById(summary).keySet()).allMatch(id -> id.startsWith("n-"));
    assertThat(summary.caveats()).anyMatch(each -> each.contains("\"Shoes\""));
  }

  @Test
  void idsAreTakenAsTheyAreEvenWhereTheirNamesAreAmbiguous() {
    ids("2026-03-05", "1", "Shoes", "2026-03-05", "2", "Shoes");
    AccountSummary summary = shop.summary();
    assertThat(spendById(summary)).isEqualTo(Map.of("1", "1.00", "2", "1.00"));
    assertThat(summary.caveats()).noneMatch(each -> each.contains("Several campaigns"));
  }

  /// A campaign file with an id on each of two days.
  private void ids(
      String day, String id, String name, String otherDay, String otherId, String otherName) {
    shop.daily(CAMPAIGN)
        .day(day)
        .row(RowKey.campaign(id, name), spend("1"))
        .day(otherDay)
        .row(RowKey.campaign(otherId, otherName), spend("1"))
        .pulled(LocalDate.parse(otherDay).plusDays(1).toString());
  }

  private static RowKey withoutIds(RowKey key) {
    return RowKey.target(
        "", key.campaignName(), "", key.adGroupName(), "", key.targeting(), key.matchType());
  }

  private List<RowKey> rows(ReportKind kind) {
    return rows(shop, kind);
  }

  private static List<RowKey> rows(SampleAccount account, ReportKind kind) {
    AccountView view = account.view();
    DateRange week = DateRange.ending(view.asOf().day(), 7);
    Coverage coverage = Coverages.daily(view.deliveries(), kind, view.asOf(), week);
    PerformanceTable table =
        account
            .store()
            .read(
                account.id(), coverage.selection(), AttributionWindow.DAYS_7, Detail.TARGET, true);
    EntityRows rows = EntityRows.resolve(table, account.names(), week, true);
    return rows.entities();
  }

  private static Map<String, String> spendById(AccountSummary summary) {
    return summary.campaigns().stream()
        .collect(
            Collectors.toMap(
                each -> each.campaign().id(),
                each -> each.metrics().spend().orElseThrow().toPlainString()));
  }
}
