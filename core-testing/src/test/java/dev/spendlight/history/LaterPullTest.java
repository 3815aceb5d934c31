package dev.spendlight.history;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.report.ReportKind.TARGETING;
import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spendlight.account.MatchType;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import dev.spendlight.testing.SampleAccount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an import does to the days that were there before.
class LaterPullTest {
  private static final RowKey RED =
      RowKey.target("1", "Shoes", "10", "Runners", "100", "red shoe", MatchType.EXACT);
  private static final RowKey BLUE =
      RowKey.target("1", "Shoes", "10", "Runners", "101", "blue shoe", MatchType.EXACT);

  private final SampleAccount shop = SampleAccount.shop();

  @Test
  void whatHadSpendAndHasNoRowInALaterPullHasVanished() {
    shop.daily(TARGETING)
        .day("2026-03-01")
        .row(RED, spend("1.25"))
        .row(BLUE, spend("2"))
        .day("2026-03-02")
        .row(RED, spend("0.50"))
        .pulled("2026-03-03");
    long later =
        shop.daily(TARGETING)
            .day("2026-03-01")
            .row(BLUE, spend("2"))
            .day("2026-03-02")
            .row(BLUE, spend("1"))
            .pulled("2026-03-05");
    assertThat(vanished(later))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.kind()).isEqualTo(TARGETING);
          assertThat(each.key()).isEqualTo(RED);
          assertThat(each.spend()).isEqualByComparingTo("1.75");
        });
  }

  @Test
  void onlyDaysThatBothPullsHaveAreCompared() {
    shop.daily(TARGETING).day("2026-03-01").row(RED, spend("1")).pulled("2026-03-03");
    long later =
        shop.daily(TARGETING)
            .covering("2026-03-01", "2026-03-01")
            .day("2026-03-02")
            .row(RED, spend("1"))
            .pulled("2026-03-05");
    assertThat(vanished(later)).extracting(Vanished::key).containsExactly(RED);
  }

  @Test
  void whatMovedToAnotherOfTheCommonDaysHasNotVanished() {
    shop.daily(TARGETING)
        .covering("2026-03-01", "2026-03-02")
        .day("2026-03-01")
        .row(RED, spend("1"))
        .pulled("2026-03-03");
    long later =
        shop.daily(TARGETING)
            .covering("2026-03-01", "2026-03-02")
            .day("2026-03-02")
            .row(RED, clicks(1))
            .pulled("2026-03-05");
    assertThat(vanished(later)).isEmpty();
  }

  @Test
  void withoutSpendNothingVanishes() {
    shop.daily(TARGETING)
        .day("2026-03-01")
        .row(RED, clicks(1))
        .row(BLUE, spend("1"))
        .pulled("2026-03-03");
    long later = shop.daily(TARGETING).day("2026-03-01").row(BLUE, spend("1")).pulled("2026-03-05");
    assertThat(vanished(later)).isEmpty();
  }

  @Test
  void onlyTheSameReportAndDaysAreCompared() {
    shop.daily(TARGETING).day("2026-03-01").row(RED, spend("1")).pulled("2026-03-03");
    long other =
        shop.daily(CAMPAIGN).day("2026-03-01").row("Hats", spend("1")).pulled("2026-03-05");
    long next = shop.daily(TARGETING).day("2026-03-02").row(BLUE, spend("1")).pulled("2026-03-05");
    assertThat(vanished(other)).isEmpty();
    assertThat(vanished(next)).isEmpty();
  }

  @Test
  void eachDayIsComparedWithTheNewestPullBefore() {
    shop.daily(TARGETING).day("2026-03-01").row(RED, spend("1")).pulled("2026-03-02");
    shop.daily(TARGETING).day("2026-03-01").row(BLUE, spend("2")).pulled("2026-03-04");
    long last = shop.daily(TARGETING).day("2026-03-01").row(BLUE, spend("2")).pulled("2026-03-06");
    assertThat(vanished(last)).as("red vanished two pulls ago").isEmpty();
  }

  @Test
  void pullsThatAreImportedInTheWrongOrderTellTheSame() {
    shop.daily(TARGETING).day("2026-03-01").row(BLUE, spend("2")).pulled("2026-03-05");
    long earlier =
        shop.daily(TARGETING)
            .day("2026-03-01")
            .row(RED, spend("1"))
            .row(BLUE, spend("2"))
            .pulled("2026-03-03");
    assertThat(vanished(earlier)).extracting(Vanished::key).containsExactly(RED);
  }

  @Test
  void whatOnlyALaterPullHasIsNewAndHasNotVanished() {
    shop.daily(TARGETING)
        .day("2026-03-01")
        .row(RED, spend("1"))
        .row(BLUE, spend("2"))
        .pulled("2026-03-05");
    long earlier =
        shop.daily(TARGETING).day("2026-03-01").row(BLUE, spend("2")).pulled("2026-03-03");
    assertThat(vanished(earlier)).isEmpty();
  }

  @Test
  void aThingThatOneFileNamesAndTheOtherGivesAnIdIsTheSame() {
    RowKey named = RowKey.target("", "Shoes", "", "Runners", "", "red shoe", MatchType.EXACT);
    shop.daily(TARGETING).day("2026-03-01").row(named, spend("1")).pulled("2026-03-03");
    long later = shop.daily(TARGETING).day("2026-03-01").row(RED, spend("1")).pulled("2026-03-05");
    assertThat(vanished(later)).isEmpty();
  }

  @Test
  void aRenamedThingHasNotVanished() {
    RowKey renamed =
        RowKey.target("1", "Boots", "10", "Walkers", "100", "red shoe", MatchType.EXACT);
    shop.daily(TARGETING).day("2026-03-01").row(RED, spend("1")).pulled("2026-03-03");
    long later =
        shop.daily(TARGETING).day("2026-03-01").row(renamed, spend("1")).pulled("2026-03-05");
    assertThat(vanished(later)).isEmpty();
  }

  @Test
  void theLargestSpendComesFirstAndTiesGoByIdNeverByName() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row(RowKey.campaign("3", "Aardvark"), spend("5"))
        .row(RowKey.campaign("1", "Zebra"), spend("5"))
        .row(RowKey.campaign("2", "Mouse"), spend("7"))
        .pulled("2026-03-03");
    long later = shop.daily(CAMPAIGN).covering("2026-03-01", "2026-03-01").pulled("2026-03-05");
    assertThat(vanished(later))
        .extracting(each -> each.key().campaignId(), each -> each.spend().toPlainString())
        .containsExactly(tuple("2", "7.00"), tuple("1", "5.00"), tuple("3", "5.00"));
  }

  @Test
  void aSecondImportOfAPullDayReplacesTheDaysThatBothHaveForGood() {
    long first =
        shop.daily(CAMPAIGN)
            .day("2026-03-01")
            .row("Shoes", spend("1"))
            .day("2026-03-02")
            .row("Shoes", spend("1"))
            .day("2026-03-04")
            .row("Shoes", spend("1"))
            .pulled("2026-03-05");
    long second =
        shop.daily(CAMPAIGN)
            .day("2026-03-02")
            .row("Shoes", spend("2"))
            .day("2026-03-03")
            .row("Shoes", spend("2"))
            .day("2026-03-04")
            .row("Shoes", spend("2"))
            .pulled("2026-03-05");
    assertThat(superseded(first)).isEmpty();
    assertThat(superseded(second))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.kind()).isEqualTo(CAMPAIGN);
          assertThat(each.slices())
              .containsExactly(
                  new Slice(first, day("2026-03-02")), new Slice(first, day("2026-03-04")));
        });
    superseded(second).forEach(each -> shop.store().forget(shop.id(), each));
    assertThat(shop.store().deliveries(shop.id()))
        .extracting(Delivery::importId, each -> each.days().size())
        .containsExactly(tuple(first, 1), tuple(second, 3));
    assertThat(shop.summary().totals().spend().orElseThrow()).isEqualByComparingTo("7");
  }

  @Test
  void anotherPullDayIsASnapshotOfItsOwn() {
    shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", spend("1")).pulled("2026-03-05");
    long later =
        shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", spend("1")).pulled("2026-03-06");
    assertThat(superseded(later)).isEmpty();
  }

  @Test
  void aRangeFileReplacesOnlyOneOfTheSamePeriod() {
    long week =
        shop.range(CAMPAIGN, "2026-03-01", "2026-03-07")
            .row("Shoes", spend("1"))
            .pulled("2026-03-08");
    shop.range(CAMPAIGN, "2026-03-01", "2026-03-06").row("Shoes", spend("1")).pulled("2026-03-08");
    shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", spend("1")).pulled("2026-03-08");
    long again =
        shop.range(CAMPAIGN, "2026-03-01", "2026-03-07")
            .row("Shoes", spend("2"))
            .pulled("2026-03-08");
    assertThat(superseded(again))
        .singleElement()
        .extracting(Selection::slices)
        .isEqualTo(
            List.of(
                new Slice(
                    week,
                    new DateRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-07")))));
  }

  @Test
  void idsAreNotForgottenForAFileThatHasNone() {
    shop.daily(CAMPAIGN)
        .day("2026-03-01")
        .row(RowKey.campaign("1", "Shoes"), spend("1"))
        .pulled("2026-03-05");
    long named =
        shop.daily(CAMPAIGN).day("2026-03-01").row("Shoes", spend("2")).pulled("2026-03-05");
    assertThat(superseded(named)).isEmpty();
    assertThat(shop.summary().totals().spend().orElseThrow()).isEqualByComparingTo("2");
    assertThat(shop.summary().campaigns().getFirst().campaign().id()).isEqualTo("1");
    long withIds =
        shop.daily(CAMPAIGN)
            .day("2026-03-01")
            .row(RowKey.campaign("1", "Shoes"), spend("3"))
            .pulled("2026-03-05");
    assertThat(superseded(withIds)).hasSize(2);
  }

  private List<Vanished> vanished(long importId) {
    return new LaterPull(shop.store()).vanished(shop.id(), importId);
  }

  private List<Selection> superseded(long importId) {
    return new LaterPull(shop.store()).superseded(shop.id(), importId);
  }

  private static DateRange day(String date) {
    return DateRange.day(LocalDate.parse(date));
  }
}
