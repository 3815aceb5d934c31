package dev.spendlight.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.RowKey;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class BidTooHighTest {
  private static final Predicate<RowKey> DEAR = key -> key.targetId().equals("dear");

  /// A keyword beside the others of campaign 5, at this price and conversion of theirs.
  private static SteadyAccount with(double price, double conversion) {
    return SteadyAccount.usual()
        .target("c5", "dear", MatchType.BROAD)
        .always(DEAR, course -> course.clicks(2).price(price).conversion(conversion));
  }

  private static List<Finding> found(SteadyAccount account) {
    return account.findings().findings();
  }

  @Test
  void aKeywordThatConvertsButCannotPayItsClicksGetsALowerBid() {
    List<Finding> found = found(with(2.5, 1));
    assertThat(found).extracting(Finding::id).containsExactly("bid_too_high:dear");
    Finding finding = found.getFirst();
    assertThat(finding.targetIds()).containsExactly("dear");
    assertThat(finding.direction()).isEqualTo(Direction.ABOVE);
    assertThat(finding.onset()).as("always so").isEmpty();
    assertThat(finding.evidence().metric()).isEqualTo(Metric.ORDERS);
    Action.SetBid action = (Action.SetBid) finding.action().orElseThrow();
    assertThat(action.on().id()).isEqualTo("dear");
    // What a click is worth: 0.30 of 40 dollars at a tenth, 1.20; at most 30% less at a time.
    assertThat(action.to()).isEqualByComparingTo("1.75");
    // 350 dollars a week at an ACOS of 62.5%: half of it is beyond 30%.
    assertThat(finding.impact().orElseThrow().amount().doubleValue()).isCloseTo(182, within(15.0));
  }

  @Test
  void theBidIsTakenFromTheReportWhereItTells() {
    SteadyAccount account = with(2.2, 1);
    account.now(SteadyAccount.key("c5", "dear", MatchType.BROAD), SteadyAccount.bid(2.4));
    Action.SetBid action = (Action.SetBid) found(account).getFirst().action().orElseThrow();
    assertThat(action.from().orElseThrow()).isEqualByComparingTo("2.4");
    // A click costs 2.20 and is worth 1.20; the bid is above both, and falls by 30% at most.
    assertThat(action.to()).isEqualByComparingTo("1.68");
  }

  @Test
  void aKeywordALittleAboveTheTargetIsLeftAlone() {
    assertThat(found(with(1.4, 1))).isEmpty();
  }

  @Test
  void aDearKeywordThatConvertsWellIsLeftAlone() {
    assertThat(found(with(2.5, 3))).isEmpty();
  }

  @Test
  void aKeywordWithoutOrdersIsNoMatterOfItsBid() {
    List<Finding> found = found(with(2.5, 0));
    assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.ZERO_CONVERSION);
    assertThat(found.getFirst().action())
        .contains(new Action.Pause((Entity.Keyword) found.getFirst().entity()));
  }

  @Test
  void aKeywordOfWhichNoRateOfConversionCouldPayTheClicksIsFound() {
    // A click costs 16 dollars and every second one brings 40: at 30% of them each click would have
    // to bring more than one order.
    assertThat(found(with(16, 5))).extracting(Finding::id).containsExactly("bid_too_high:dear");
  }
}
