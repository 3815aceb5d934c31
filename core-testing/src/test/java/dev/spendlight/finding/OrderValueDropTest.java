package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.RowKey;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OrderValueDropTest {
  private static final Predicate<RowKey> PRODUCT = key -> key.campaignId().compareTo("c3") <= 0;

  private static List<Finding> drops(SteadyAccount account) {
    return account.findings().findings().stream()
        .filter(each -> each.kind() == FindingKind.ORDER_VALUE_DROP)
        .toList();
  }

  @Test
  void aProductWhoseOrdersAreWorthAThirdLessIsFound() {
    List<Finding> findings =
        SteadyAccount.usual()
            .since(daysAgo(13), PRODUCT, course -> course.orderValue(0.65))
            .findings()
            .findings();
    assertThat(findings).first().matches(each -> each.kind() == FindingKind.ORDER_VALUE_DROP);
    Finding finding = findings.getFirst();
    assertThat(finding.entity()).isEqualTo(new Entity.Product("B0AAAAAAAA", "B0AAAAAAAA"));
    assertThat(finding.targetIds()).hasSize(12);
    assertThat(finding.direction()).isEqualTo(Direction.BELOW);
    assertThat(finding.onset().orElseThrow()).isBetween(daysAgo(15), daysAgo(11));
    assertThat(finding.evidence().metric()).isEqualTo(Metric.AOV);
    assertThat(finding.evidence().observed()).isCloseTo(26, within(0.8));
    assertThat(finding.evidence().expected()).isCloseTo(40, within(2.5));
    assertThat(finding.action())
        .contains(new Action.Inspect(finding.entity(), Action.Inspect.What.PRODUCT_PAGE));
    // 84 orders a week, each worth 14 dollars less, at a margin of 40%.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isCloseTo(470, within(60.0));
  }

  @Test
  void aPromotionThatSellsMoreAtALowerPriceIsNoDrop() {
    assertThat(
            drops(
                SteadyAccount.usual()
                    .since(
                        daysAgo(13), PRODUCT, course -> course.orderValue(0.65).conversion(1.8))))
        .isEmpty();
  }

  @Test
  void ordersThatAreWorthALittleLessAreLeftAlone() {
    assertThat(
            drops(
                SteadyAccount.usual()
                    .since(daysAgo(13), PRODUCT, course -> course.orderValue(0.93))))
        .isEmpty();
  }

  @Test
  void fewerOrdersOfTheSameValueAreNoDropOfTheValue() {
    assertThat(
            drops(
                SteadyAccount.usual()
                    .since(daysAgo(13), PRODUCT, course -> course.conversion(0.4))))
        .isEmpty();
  }

  @Test
  void nothingIsSaidOfOrderValuesWhileOrdersAreNotCounted() {
    assertThat(
            drops(
                SteadyAccount.usual()
                    .since(daysAgo(20), PRODUCT, course -> course.orderValue(0.65))
                    .since(daysAgo(5), any -> true, course -> course.conversion(0))))
        .isEmpty();
  }

  @Test
  void aFewOrdersMoreByChanceAreNoPromotion() {
    // A fifth more orders, each worth a quarter less: as many sales, but no more than chance may do
    // in
    // so few days.
    assertThat(
            drops(
                SteadyAccount.usual()
                    .since(daysAgo(4), PRODUCT, course -> course.orderValue(0.72).conversion(1.2))))
        .hasSize(1);
  }
}
