package dev.spendlight.finding;

import static dev.spendlight.testing.Amount.clicks;
import static dev.spendlight.testing.Amount.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.ReportKind;
import dev.spendlight.statistics.Completeness;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LearnedCompletenessTest {
  private static final Completeness PRIOR = Completeness.prior(AttributionWindow.DAYS_7);
  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

  private final SampleAccount shop = SampleAccount.shop();

  /// A pull of seven days from the first on, with these orders of each.
  private void pull(LocalDate pulled, int... ordersOfDays) {
    SampleDelivery report = shop.daily(ReportKind.CAMPAIGN);
    for (int day = 0; day < ordersOfDays.length; day++) {
      report.day(FIRST.plusDays(day)).row("Shoes", clicks(10_000), orders(ordersOfDays[day]));
    }
    report.pulled(pulled.toString());
  }

  private Completeness learned() {
    return LearnedCompleteness.of(shop.store(), shop.view(), ReportKind.CAMPAIGN);
  }

  @Test
  void withoutASecondPullTheUsualCurveIsAssumed() {
    pull(FIRST.plusDays(7), 500, 500, 500, 500, 500, 500, 500);
    assertThat(learned()).isEqualTo(PRIOR);
  }

  @Test
  void twoPullsTellWhatCouldBeSeenAtEachAge() {
    // The morning after the seventh day, and when all was settled: 1800 orders a day.
    pull(FIRST.plusDays(7), 1800, 1620, 1530, 1440, 1260, 1080, 540);
    pull(FIRST.plusDays(30), 1800, 1800, 1800, 1800, 1800, 1800, 1800);
    Completeness learned = learned();
    double[] seen = {540, 1080, 1260, 1440, 1530, 1620};
    for (int age = 1; age <= 6; age++) {
      double expected = (seen[age - 1] + 200 * PRIOR.at(age)) / 2000;
      assertThat(learned.at(age)).as("age %d", age).isCloseTo(expected, within(1e-12));
    }
    assertThat(learned.at(7)).isEqualTo(1);
  }

  @Test
  void aSecondPullThatIsYoungItselfTellsAsFarAsItsOwnAgeIsKnown() {
    pull(FIRST.plusDays(3), 1800, 1000, 500);
    pull(FIRST.plusDays(5), 1800, 1400, 900);
    Completeness learned = learned();
    double third = (1800 + 200 * PRIOR.at(3)) / (1800 / PRIOR.at(5) + 200);
    assertThat(learned.at(2))
        .isCloseTo((1000 + 200 * PRIOR.at(2)) / (1400 / PRIOR.at(4) + 200), within(1e-12));
    assertThat(learned.at(1))
        .isCloseTo((500 + 200 * PRIOR.at(1)) / (900 / third + 200), within(1e-3));
    assertThat(learned.at(5)).isEqualTo(PRIOR.at(5));
  }

  @Test
  void ordersThatAreCancelledLaterAreNoMoreThanAll() {
    pull(FIRST.plusDays(7), 1000, 1000, 1000, 1000, 1000, 1000, 1000);
    pull(FIRST.plusDays(30), 900, 900, 900, 900, 900, 900, 900);
    assertThat(learned().at(6)).isEqualTo(1);
    assertThat(learned().at(1)).isBetween(0.9, 1.0);
  }

  @Test
  void asOfADayOnlyWhatWasKnownThenCounts() {
    pull(FIRST.plusDays(7), 1800, 1620, 1530, 1440, 1260, 1080, 540);
    pull(FIRST.plusDays(30), 1800, 1800, 1800, 1800, 1800, 1800, 1800);
    String seventh = FIRST.plusDays(6).toString();
    assertThat(LearnedCompleteness.of(shop.store(), shop.view(seventh), ReportKind.CAMPAIGN))
        .isEqualTo(PRIOR);
  }
}
