package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.AccountType;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Impacts come from expected spend and sales; those must be what reports come to in the mean.
class ExpectedFiguresTest {
  private static final int ACCOUNTS = 24;
  private static final int SETTLED = 90;

  private record Sums(double spend, double sales) {}

  @Test
  void expectedSpendAndSalesAreTheMeanOfWhatReportsShowInTheEnd() {
    List<Sums> ratios =
        LongStream.range(0, ACCOUNTS).mapToObj(ExpectedFiguresTest::ratios).toList();
    assertThat(ratios.stream().mapToDouble(Sums::spend).average().orElseThrow())
        .isCloseTo(1, within(0.012));
    assertThat(ratios.stream().mapToDouble(Sums::sales).average().orElseThrow())
        .isCloseTo(1, within(0.03));
  }

  /// Observed over expected, of an account with all that happens in it.
  private static Sums ratios(long seed) {
    SimulatedAccount account = AccountRecipe.of(Profile.SMALL, seed).withoutIncidents().account();
    Measure sales =
        account.shape().nature().orders().type() == AccountType.VENDOR
            ? Measure.SALES_14
            : Measure.SALES_7;
    double[] expected = new double[2];
    double[] observed = new double[2];
    for (Iterator<SimulatedDay> days = account.days(); days.hasNext(); ) {
      SimulatedDay day = days.next();
      List<ReportRow> rows = day.rows(ReportKind.CAMPAIGN, day.day().plusDays(SETTLED));
      if (day.delivered()) {
        for (TargetPlan target : account.plan().targets()) {
          expected[0] += day.expectedSpend(target.index());
          expected[1] += day.expectedSales(target.index());
        }
        observed[0] += Accounts.sum(rows, Measure.SPEND) / 1e6;
        observed[1] += Accounts.sum(rows, sales) / 1e6;
      }
    }
    return new Sums(observed[0] / expected[0], observed[1] / expected[1]);
  }
}
