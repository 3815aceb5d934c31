package dev.spendlight.finding;

import static dev.spendlight.finding.SteadyAccount.campaign;
import static dev.spendlight.finding.SteadyAccount.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.finding.SteadyAccount.Setting;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversionFindingsTest {
  private static Finding only(SteadyAccount account) {
    List<Finding> findings = account.findings().findings();
    assertThat(findings).extracting(Finding::id).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void inASteadyAccountThereIsNothingToFind() {
    Findings findings = SteadyAccount.usual().findings();
    assertThat(findings.findings()).isEmpty();
    assertThat(findings.ruledOut())
        .extracting(RuledOut::kind)
        .contains(FindingKind.CONVERSION_COLLAPSE, FindingKind.CPC_INFLATION);
  }

  @Test
  void aProductThatStopsConvertingInAllItsCampaignsIsACollapseOfTheProduct() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .since(
                    daysAgo(13),
                    key -> key.campaignId().compareTo("c3") <= 0,
                    course -> course.conversion(0.2)));
    assertThat(finding.kind()).isEqualTo(FindingKind.CONVERSION_COLLAPSE);
    assertThat(finding.entity()).isEqualTo(new Entity.Product("B0AAAAAAAA", "B0AAAAAAAA"));
    assertThat(finding.targetIds()).hasSize(12).contains("c1.1", "c2.3", "c3.4");
    assertThat(finding.direction()).isEqualTo(Direction.BELOW);
    assertThat(finding.onset().orElseThrow()).isBetween(daysAgo(15), daysAgo(11));
    assertThat(finding.action())
        .contains(new Action.Inspect(finding.entity(), Action.Inspect.What.PRODUCT_PAGE));
    assertThat(finding.evidence().metric()).isEqualTo(Metric.ORDERS);
    // 12 orders a day for 14 days, of which a fifth came.
    assertThat(finding.evidence().observed()).isBetween(22.0, 40.0);
    assertThat(finding.evidence().expected()).isBetween(130.0, 180.0);
    // 7 days of 12 orders of 40 dollars at a margin of 40%: 1344 dollars, of which 80% are lost.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isBetween(850.0, 1250.0);
    assertThat(finding.confidence()).isGreaterThan(0.99);
  }

  @Test
  void aCampaignThatConvertsAtAThirdBleedsAndItsBidsAreToBeLowered() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .since(daysAgo(13), campaign("c5"), course -> course.conversion(0.3)));
    assertThat(finding.kind()).isEqualTo(FindingKind.BLEEDING);
    assertThat(finding.entity().id()).isEqualTo("c5");
    assertThat(finding.targetIds()).containsExactly("c5.1", "c5.2", "c5.3", "c5.4");
    assertThat(finding.onset().orElseThrow()).isBetween(daysAgo(15), daysAgo(11));
    assertThat(finding.action())
        .as("no more than a step at a time")
        .contains(new Action.ChangeBids(finding.entity(), new BigDecimal("-0.30")));
  }

  @Test
  void theFallOfACampaignIsToldByItsDrivers() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .since(daysAgo(13), campaign("c5"), course -> course.conversion(0.3)));
    assertThat(finding.drivers()).first().isInstanceOf(Driver.Part.class);
    Driver.Part largest = (Driver.Part) finding.drivers().getFirst();
    assertThat(largest.factor()).isEqualTo(Metric.CVR);
    assertThat(largest.before()).isCloseTo(0.1, within(0.005));
    assertThat(largest.after()).isCloseTo(0.03, within(0.01));
    // Sales of a week fell from 28 to 8.4 orders of 40 dollars.
    assertThat(largest.contribution()).isCloseTo(-784, within(90.0));
  }

  @Test
  void aSingleTargetThatStopsConvertingIsToBePaused() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .target("c5", "big", MatchType.EXACT)
                .always(key -> key.targetId().equals("big"), course -> course.clicks(4))
                .since(
                    daysAgo(13),
                    key -> key.targetId().equals("big"),
                    course -> course.conversion(0)));
    assertThat(finding.kind()).isEqualTo(FindingKind.ZERO_CONVERSION);
    assertThat(finding.entity().id()).isEqualTo("big");
    assertThat(finding.targetIds()).containsExactly("big");
    assertThat(finding.action()).contains(new Action.Pause((Entity.Keyword) finding.entity()));
    assertThat(finding.onset()).isNotEqualTo(Optional.empty());
  }

  @Test
  void oneMatchTypeThatFallsIsNamedAlone() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .since(
                    daysAgo(13),
                    key -> key.campaignId().equals("c5") && key.matchType() == MatchType.BROAD,
                    course -> course.conversion(0)));
    assertThat(finding.kind()).isEqualTo(FindingKind.BLEEDING);
    assertThat(finding.entity()).isInstanceOf(Entity.CampaignMatch.class);
    assertThat(finding.entity().id()).isEqualTo("c5:BROAD");
    assertThat(finding.targetIds()).containsExactly("c5.3", "c5.4");
  }

  @Test
  void aCampaignThatConvertsALittleWorseIsLeftAlone() {
    assertThat(
            SteadyAccount.usual()
                .since(daysAgo(13), campaign("c5"), course -> course.conversion(0.85))
                .findings()
                .findings())
        .isEmpty();
  }

  @Test
  void withoutAMarginWhatIsLostIsTheSpendThatBringsNothing() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .without(Setting.MARGIN)
                .since(daysAgo(13), campaign("c5"), course -> course.conversion(0.3)));
    // 280 dollars a week, of which 70% bring nothing.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isCloseTo(196, within(25.0));
    assertThat(finding.impact().orElseThrow().basis()).contains("spend");
  }

  @Test
  void daysTooYoungToHaveTheirOrdersAreNoFall() {
    // Yesterday's report: of the last days' orders only a part has arrived.
    SteadyAccount account = SteadyAccount.usual().pulled(SteadyAccount.LAST.plusDays(1));
    account.since(daysAgo(0), any -> true, course -> course.conversion(0.6));
    assertThat(account.findings().findings()).isEmpty();
  }

  @Test
  void whileOrdersAreNotCountedNothingIsSaidOfConversion() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .since(daysAgo(20), campaign("c5"), course -> course.conversion(0.3))
                .since(daysAgo(5), any -> true, course -> course.conversion(0)));
    assertThat(finding.kind()).isEqualTo(FindingKind.TRACKING_BROKEN);
    assertThat(finding.entity()).isInstanceOf(Entity.Account.class);
    assertThat(finding.targetIds()).hasSize(24);
    assertThat(finding.onset().orElseThrow()).isBetween(daysAgo(6), daysAgo(4));
    assertThat(finding.action())
        .contains(new Action.Inspect(finding.entity(), Action.Inspect.What.ORDER_REPORTING));
    assertThat(finding.evidence().observed()).isLessThan(10);
  }

  @Test
  void aMarketThatFallsAsAWholeIsContextAndAccusesNobody() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .since(daysAgo(15), any -> true, course -> course.conversion(0.45)));
    assertThat(finding.kind()).isEqualTo(FindingKind.MARKET_SHIFT);
    assertThat(finding.direction()).isEqualTo(Direction.BELOW);
    assertThat(finding.action()).isEmpty();
    assertThat(finding.impact()).isEmpty();
    assertThat(finding.onset().orElseThrow()).isBetween(daysAgo(18), daysAgo(12));
  }

  @Test
  void aMarketThatIsShownTwiceAsMuchIsContext() {
    Finding finding =
        only(SteadyAccount.usual().since(daysAgo(15), any -> true, course -> course.clicks(2)));
    assertThat(finding.kind()).isEqualTo(FindingKind.MARKET_SHIFT);
    assertThat(finding.direction()).isEqualTo(Direction.ABOVE);
    assertThat(finding.evidence().metric()).isEqualTo(Metric.IMPRESSIONS);
  }

  @Test
  void daysOfWhichOrdersAreStillToComeTellOfAFallAsFarAsTheyCan() {
    Finding finding =
        only(
            SteadyAccount.usual()
                .pulled(SteadyAccount.LAST.plusDays(1))
                .since(daysAgo(3), campaign("c5"), course -> course.conversion(0)));
    assertThat(finding.kind()).isEqualTo(FindingKind.BLEEDING);
    assertThat(finding.window().to()).isEqualTo(SteadyAccount.LAST);
    // Four a day, of four days of which 88%, 82%, 74% and 60% are to be seen.
    assertThat(finding.evidence().expected()).isBetween(10.0, 17.0);
  }
}
