package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With everything that can happen to an account, reports of one morning are still sums over the
/// same clicks.
class MorningAgreementTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5})
  void reportsOfOneMorningAddUpToTheCampaignReport(long seed) {
    SimulatedAccount account = AccountRecipe.of(Profile.SMALL, seed).account();
    LocalDate pulled = account.shape().lastDay().plusDays(1);
    DateRange period = DateRange.ending(account.shape().lastDay(), 21);
    Map<String, Measures> campaigns = sums(account.rows(ReportKind.CAMPAIGN, period, pulled));

    for (ReportKind kind :
        List.of(
            ReportKind.TARGETING,
            ReportKind.PLACEMENT,
            ReportKind.AD_GROUP,
            ReportKind.ADVERTISED_PRODUCT,
            ReportKind.BUDGET)) {
      assertThat(sums(account.rows(kind, period, pulled)))
          .as("%s, seed %d", kind, seed)
          .isEqualTo(campaigns);
    }
    Map<String, Measures> terms = sums(account.rows(ReportKind.SEARCH_TERM, period, pulled));
    terms.forEach((campaign, sum) -> {
      Measures whole = campaigns.get(campaign);
      for (Measure measure : Measure.values()) {
        assertThat(sum.get(measure)).as("%s", measure).isLessThanOrEqualTo(whole.get(measure));
      }
      assertThat(sum.get(Measure.SPEND)).isEqualTo(whole.get(Measure.SPEND));
      assertThat(sum.get(Measure.SALES_7)).isEqualTo(whole.get(Measure.SALES_7));
    });
  }

  private static Map<String, Measures> sums(List<ReportRow> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.from() + " " + row.key().campaignId(),
                ReportRow::measures,
                Measures::plus));
  }
}
