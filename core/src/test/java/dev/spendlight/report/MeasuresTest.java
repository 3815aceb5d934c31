package dev.spendlight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuresTest {
  @Test
  void eachMeasureIsKeptAndAddedForItself() {
    Measures one = Measures.ZERO;
    for (Measure each : Measure.values()) {
      one = one.with(each, 1L << each.ordinal());
    }
    for (Measure each : Measure.values()) {
      assertThat(one.plus(one).get(each)).isEqualTo(2L << each.ordinal());
    }
    assertThat(Measures.ZERO.get(Measure.CLICKS)).as("nothing changes what all share").isZero();
    assertThat(one.plus(Measures.ZERO)).isEqualTo(one).hasSameHashCodeAs(one);
  }

  @Test
  void aSumBeyondALongIsRefusedRatherThanWrong() {
    Measures most = Measures.ZERO.with(Measure.SPEND, Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(Measures.ZERO.with(Measure.SPEND, 1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void valuesAreCopiedAndCounted() {
    long[] values = new long[Measure.values().length];
    Measures measures = Measures.of(values);
    values[0] = 9;
    assertThat(measures).isEqualTo(Measures.ZERO);
    assertThatThrownBy(() -> Measures.of(new long[3])).hasMessage("A row has 15 measures, not 3.");
  }

  @ParameterizedTest
  @EnumSource
  void aWindowNamesItsOwnMeasures(AttributionWindow window) {
    assertThat(List.of(Measure.sales(window), Measure.orders(window), Measure.units(window)))
        .allMatch(each -> each.name().endsWith("_" + window.days()))
        .extracting(Measure::isMoney)
        .containsExactly(true, false, false);
  }

  @Test
  void deliveriesOfTheSameReadTheSame() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    Delivery one = delivery(day, List.of(Measure.CLICKS, Measure.SPEND, Measure.SALES_7));
    Delivery other = delivery(day, List.of(Measure.SALES_7, Measure.SPEND, Measure.CLICKS));
    assertThat(one).isEqualTo(other).hasToString(other.toString());
  }

  private static Delivery delivery(LocalDate day, List<Measure> carried) {
    return new Delivery(
        1,
        day,
        ReportKind.CAMPAIGN,
        Grain.DAILY,
        DateRange.day(day),
        new TreeSet<>(List.of(day)),
        new LinkedHashSet<>(carried),
        true);
  }
}
