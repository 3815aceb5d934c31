package dev.spendlight.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.MatchType;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.HistoryRows;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.scan.ShiftScan.LogRatio;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Known answers of what a shift is measured by: prices of clicks, order values, impressions.
class MeasuresOfShiftsTest {
  private static final int DAYS = 40;
  private static final int ONSET = 30;

  private final HistoryRows rows = new HistoryRows(ReportKind.TARGETING, DAYS);

  private static RowKey key(String target) {
    return RowKey.target("c1", "", "g1", "", target, "keyword", MatchType.EXACT);
  }

  private void clicks(String target, int from, int until, int clicks, double price) {
    for (int day = from; day < until; day++) {
      rows.row(key(target), day, 10L * clicks, clicks, 0, Math.round(1e6 * price * clicks), 0);
    }
  }

  private void orders(int day, int orders, double sales) {
    rows.row(key("t"), day, 100, 10, orders, 0, Math.round(1e6 * sales));
  }

  private PriceOfClicks prices() {
    AccountHistory history = rows.history();
    return PriceOfClicks.of(history, history.campaigns().members());
  }

  private OrderValue values() {
    AccountHistory history = rows.history();
    return OrderValue.of(history, history.campaigns().members());
  }

  private Impressions impressions() {
    AccountHistory history = rows.history();
    return Impressions.of(history, history.campaigns().members());
  }

  @Test
  void moreClicksOnDearerTargetsAreNoRiseOfPrices() {
    clicks("cheap", 0, ONSET, 90, 1.0);
    clicks("dear", 0, ONSET, 10, 3.0);
    clicks("cheap", ONSET, DAYS, 10, 1.0);
    clicks("dear", ONSET, DAYS, 90, 3.0);
    // The campaign's own cost per click rises from 1.20 to 2.80.
    assertThat(prices().compare(0, 0, ONSET, DAYS).orElseThrow().value())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void aRiseOfEachTargetIsTheRiseWhateverTheMixDoes() {
    clicks("cheap", 0, ONSET, 90, 1.0);
    clicks("dear", 0, ONSET, 10, 3.0);
    clicks("cheap", ONSET, DAYS, 10, 1.25);
    clicks("dear", ONSET, DAYS, 90, 3.75);
    assertThat(prices().compare(0, 0, ONSET, DAYS).orElseThrow().value())
        .isCloseTo(Math.log(1.25), within(1e-9));
  }

  @Test
  void targetsWeighAsTheirLaterClicksWouldHaveCostBefore() {
    clicks("one", 0, ONSET, 50, 1.0);
    clicks("other", 0, ONSET, 50, 2.0);
    clicks("one", ONSET, DAYS, 30, 1.0);
    clicks("other", ONSET, DAYS, 60, 2.6);
    // Weights 30 and 120.
    assertThat(prices().compare(0, 0, ONSET, DAYS).orElseThrow().value())
        .isCloseTo(120 * Math.log(1.3) / 150, within(1e-9));
    assertThat(prices().withoutLargest(0, 0, ONSET, DAYS).orElseThrow().value())
        .as("only the other rose")
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void aNewTargetHasNoPriceBefore() {
    clicks("one", 0, DAYS, 50, 1.0);
    clicks("new", ONSET, DAYS, 500, 9.0);
    assertThat(prices().compare(0, 0, ONSET, DAYS).orElseThrow().value())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void moreTargetsAndMoreClicksTellAPriceBetter() {
    clicks("one", 0, DAYS, 50, 1.0);
    double one = prices().compare(0, 0, ONSET, DAYS).orElseThrow().variance();
    double fewer = prices().compare(0, 0, ONSET, ONSET + 3).orElseThrow().variance();
    IntStream.range(0, 9).forEach(i -> clicks("t" + i, 0, DAYS, 50, 1.0));
    double ten = prices().compare(0, 0, ONSET, DAYS).orElseThrow().variance();
    assertThat(fewer).isGreaterThan(one);
    assertThat(ten).isLessThan(one / 5);
  }

  @Test
  void aFewClicksHaveNoPrice() {
    clicks("one", 0, ONSET, 1, 1.0);
    clicks("one", ONSET, ONSET + 2, 1, 9.0);
    assertThat(prices().compare(0, 0, ONSET, DAYS)).isEmpty();
  }

  @Test
  void anOrderValueIsSalesOverOrdersNotAMeanOfDays() {
    for (int day = 0; day < ONSET; day++) {
      orders(day, day % 2 == 0 ? 1 : 3, day % 2 == 0 ? 10 : 90);
    }
    for (int day = ONSET; day < DAYS; day++) {
      orders(day, 2, 40);
    }
    // 50 for two orders a day before, so 25 an order; 20 after.
    LogRatio ratio = values().compare(0, 0, ONSET, DAYS).orElseThrow();
    assertThat(ratio.value()).isCloseTo(Math.log(20.0 / 25), within(1e-9));
  }

  @Test
  void ordersThatDifferMuchTellTheirMeanLess() {
    for (int day = 0; day < DAYS; day++) {
      orders(day, 1, 20);
    }
    double alike = values().compare(0, 0, ONSET, DAYS).orElseThrow().variance();
    double usual = 0.25 * (1.0 / ONSET + 1.0 / (DAYS - ONSET));
    assertThat(alike).as("less than orders of an unknown account").isLessThan(usual / 3);
    for (int day = 0; day < DAYS; day++) {
      orders(day, 1, day % 5 == 0 ? 200 : 1);
    }
    double unlike = values().compare(0, 0, ONSET, DAYS).orElseThrow().variance();
    assertThat(unlike).isGreaterThan(usual);
    double fewer = values().compare(0, 0, ONSET, ONSET + 5).orElseThrow().variance();
    assertThat(fewer).isGreaterThan(unlike);
  }

  @Test
  void aFewOrdersHaveNoValue() {
    IntStream.range(0, ONSET).forEach(day -> orders(day, 1, 20));
    orders(ONSET, 2, 2);
    assertThat(values().compare(0, 0, ONSET, DAYS)).isEmpty();
  }

  @Test
  void daysThatWereNotDeliveredAreNoFallOfImpressions() {
    clicks("one", 0, 34, 100, 1.0);
    IntStream.range(34, 38).forEach(rows::without);
    clicks("one", 38, DAYS, 100, 1.0);
    assertThat(impressions().compare(0, 0, ONSET, DAYS).orElseThrow().value())
        .isCloseTo(0, within(1e-3));
  }

  @Test
  void daysWithoutAnyRowAreAFallOfImpressions() {
    clicks("one", 0, ONSET, 100, 1.0);
    assertThat(impressions().compare(0, 0, ONSET, DAYS).orElseThrow().value())
        .as("from 1000 a day to none")
        .isLessThan(Math.log(0.001));
  }

  @Test
  void aCampaignThatWasHardlyShownCannotFall() {
    clicks("one", 0, ONSET, 1, 1.0);
    assertThat(impressions().compare(0, 0, ONSET, DAYS)).isEmpty();
  }
}
