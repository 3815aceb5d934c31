package dev.spendlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsTest {
  private static final Metrics WEEK = Metrics.of(1000, 10, money("5"), money("20"), 2, 3);

  @Test
  void ratiosAreOfSums() {
    Metrics both = WEEK.plus(Metrics.of(1000, 90, money("5"), money("80"), 8, 8));
    assertThat(both.acos().orElseThrow()).isEqualByComparingTo("0.1");
    assertThat(both.roas().orElseThrow()).isEqualByComparingTo("10");
    assertThat(both.ctr().orElseThrow()).isEqualByComparingTo("0.05");
    assertThat(both.cvr().orElseThrow()).isEqualByComparingTo("0.1");
    assertThat(both.cpc().orElseThrow()).isEqualByComparingTo("0.1");
    assertThat(both.aov().orElseThrow()).isEqualByComparingTo("10");
  }

  @Test
  void aRatioWithoutADenominatorIsAbsent() {
    assertThat(Metrics.ZERO.acos()).isEmpty();
    assertThat(Metrics.ZERO.roas()).isEmpty();
    assertThat(Metrics.ZERO.ctr()).isEmpty();
    assertThat(Metrics.ZERO.cvr()).isEmpty();
    assertThat(Metrics.ZERO.cpc()).isEmpty();
    assertThat(Metrics.ZERO.aov()).isEmpty();
  }

  @Test
  void aSumThatLacksAPartIsAbsentAndTheOthersAreNot() {
    Metrics withoutSales =
        new Metrics(
            Optional.of(1L),
            Optional.of(1L),
            Optional.of(money("1")),
            Optional.empty(),
            Optional.of(1L),
            Optional.of(1L));
    assertThat(WEEK.plus(withoutSales).sales()).isEmpty();
    assertThat(WEEK.plus(withoutSales).spend()).contains(money("6.00"));
    assertThat(WEEK.plus(withoutSales).acos()).isEmpty();
    assertThat(WEEK.plus(Metrics.UNKNOWN)).isEqualTo(Metrics.UNKNOWN);
  }

  @Test
  void nothingAddedChangesNoFigure() {
    assertThat(WEEK.plus(Metrics.ZERO).clicks()).isEqualTo(WEEK.clicks());
    assertThat(WEEK.plus(Metrics.ZERO).spend().orElseThrow()).isEqualByComparingTo("5");
  }

  @Test
  void aSumOfMoneyReadsTheSameWhateverItIsASumOf() {
    Metrics half = Metrics.of(0, 0, money("0.005000"), money("0.1"), 0, 0);
    assertThat(half.plus(half).spend()).contains(money("0.01"));
    assertThat(half.plus(half).sales()).contains(money("0.20"));
  }

  @Test
  void aCountThatLeavesALongIsRefusedRatherThanWrong() {
    Metrics most = Metrics.of(Long.MAX_VALUE, 0, money("0"), money("0"), 0, 0);
    assertThatThrownBy(() -> most.plus(WEEK)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {
        "IMPRESSIONS",
        "CLICKS",
        "SPEND",
        "SALES",
        "ORDERS",
        "UNITS",
        "ACOS",
        "CTR",
        "CVR",
        "CPC",
        "ROAS",
        "AOV"
      })
  void everySumAndRatioCanBeAskedForByName(Metric metric) {
    assertThat(WEEK.get(metric)).isPresent();
  }

  @Test
  void whatIsNeitherASumNorARatioOfSumsIsAbsent() {
    assertThat(WEEK.get(Metric.BID)).isEmpty();
    assertThat(WEEK.get(Metric.TARGET_ACOS)).isEmpty();
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
