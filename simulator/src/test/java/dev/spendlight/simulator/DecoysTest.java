package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static dev.spendlight.simulator.Accounts.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecoysTest {
  private static final int AGO = 10;
  private static final LocalDate FROM = LAST_DAY.minusDays(AGO);

  @Test
  void aPausedCampaignIsNotShownAndLaterPullsSayWhy() {
    SimulatedAccount account = account(new Decoy.PausedCampaign(AGO, OptionalInt.empty()));
    String paused = account.plan().campaigns().get(campaign(account)).id();
    List<ReportRow> early = rows(account, ReportKind.CAMPAIGN, paused, FROM);
    List<ReportRow> late = rows(account, ReportKind.CAMPAIGN, paused, MORNING);

    assertThat(early).isNotEmpty().allMatch(row -> row.state().status().equals("ENABLED"));
    assertThat(late).isNotEmpty().allMatch(row -> row.state().status().equals("PAUSED"));
    assertThat(late).allMatch(row -> row.from().isBefore(FROM));
  }

  @Test
  void aCampaignThatIsTakenUpAgainIsEnabledAndHasAGap() {
    SimulatedAccount account = account(new Decoy.PausedCampaign(20, OptionalInt.of(6)));
    String resumed = account.plan().campaigns().get(campaign(account)).id();
    List<ReportRow> rows = rows(account, ReportKind.CAMPAIGN, resumed, MORNING);
    DateRange gap = DateRange.ending(LAST_DAY.minusDays(15), 6);

    assertThat(rows).allMatch(row -> row.state().status().equals("ENABLED"));
    assertThat(rows).noneMatch(row -> gap.contains(row.from()));
    assertThat(rows.getLast().from()).isEqualTo(LAST_DAY);
  }

  @Test
  void changedBidsShowInLaterPullsAndThePriceOfAClickFollows() {
    SimulatedAccount account = account(new Decoy.BidChange(1.25, AGO));
    String campaign = account.plan().campaigns().get(campaign(account)).id();
    List<ReportRow> early = rows(account, ReportKind.TARGETING, campaign, FROM);
    List<ReportRow> late = rows(account, ReportKind.TARGETING, campaign, MORNING);

    assertThat(bids(late) / bids(early)).isBetween(1.2, 1.3);
    assertThat(price(late, new DateRange(FROM, LAST_DAY)) / price(early, whole(account)))
        .isBetween(1.08, 1.45);
  }

  @Test
  void aChangedBudgetShowsInTheBudgetReportFromItsDayOn() {
    SimulatedAccount account = account(new Decoy.BudgetChange(1.4, AGO));
    String campaign = account.plan().campaigns().get(campaign(account)).id();
    List<ReportRow> rows = rows(account, ReportKind.BUDGET, campaign, MORNING);

    long before = rows.getFirst().state().budgetMicros().orElseThrow();
    assertThat(rows)
        .allSatisfy(row -> {
          long budget = row.state().budgetMicros().orElseThrow();
          if (row.from().isBefore(FROM)) {
            assertThat(budget).isEqualTo(before);
          } else {
            assertThat((double) budget / before).isBetween(1.3, 1.5);
          }
        });
  }

  @Test
  void aRenamedCampaignHasItsNewNameInAllRowsOfLaterPullsAndTheIdStays() {
    SimulatedAccount account = account(new Decoy.Renaming(2, AGO));

    Set<String> changed = names(account, MORNING);
    changed.removeAll(names(account, FROM));
    assertThat(changed).hasSize(2);
    assertThat(
            account.rows(ReportKind.SEARCH_TERM, whole(account), MORNING).stream()
                .filter(row -> changed.contains(row.key().campaignName()))
                .map(row -> row.key().campaignId())
                .distinct())
        .hasSize(2);
    assertThat(names(account, MORNING)).hasSameSizeAs(account.plan().campaigns());
  }

  @Test
  void aNearlyCappedCampaignIsNeutralAndNoTruth() {
    SimulatedAccount account = account(new Decoy.NearlyCapped(0.85));
    AnswerSheet answers = account.answers(LAST_DAY);

    assertThat(answers.truths()).isEmpty();
    assertThat(answers.neutrals())
        .filteredOn(each -> each.kind().equals(Optional.of("budget_exhausted")))
        .isNotEmpty();
  }

  @Test
  void inAPromotionMoreBuyAndPayLess() {
    SimulatedAccount account = account(new Decoy.Promotion(1.6, 0.8, 6, 7));
    Staged staged = account.staged().getFirst();
    Set<String> targets = new HashSet<>();
    staged.targets().forEach(i -> targets.add(account.plan().targets().get(i).id()));
    List<ReportRow> rows =
        account.rows(ReportKind.TARGETING, whole(account), LAST_DAY.plusDays(40)).stream()
            .filter(row -> targets.contains(row.key().targetId()))
            .toList();
    DateRange during = DateRange.ending(LAST_DAY, 7);
    DateRange before = DateRange.ending(LAST_DAY.minusDays(7), 21);

    assertThat(
            ratio(rows, during, Measure.ORDERS_30, Measure.CLICKS)
                / ratio(rows, before, Measure.ORDERS_30, Measure.CLICKS))
        .isBetween(1.15, 2.2);
    assertThat(
            ratio(rows, during, Measure.SALES_30, Measure.ORDERS_30)
                / ratio(rows, before, Measure.SALES_30, Measure.ORDERS_30))
        .isBetween(0.65, 0.97);
    assertThat(account.answers(LAST_DAY).neutrals())
        .anyMatch(each -> each.kind().equals(Optional.of("order_value_drop")));
  }

  @Test
  void brandClicksFallAndNothingElse() {
    SimulatedAccount account = account(new Decoy.BrandDecline(0.4, 20));
    Set<String> brand = new HashSet<>();
    account.plan().targets().stream()
        .filter(TargetPlan::brand)
        .forEach(target -> brand.add(target.id()));
    List<ReportRow> rows = account.rows(ReportKind.TARGETING, whole(account), MORNING);
    List<ReportRow> own =
        rows.stream().filter(row -> brand.contains(row.key().targetId())).toList();

    DateRange before = DateRange.ending(LAST_DAY.minusDays(21), 14);
    DateRange after = DateRange.ending(LAST_DAY, 7);
    double brandChange = 2 * clicks(own, after) / clicks(own, before);
    double change = 2 * clicks(rows, after) / clicks(rows, before);
    assertThat(brandChange / change).isBetween(0.25, 0.7);
  }

  private static SimulatedAccount account(Decoy decoy) {
    return SimulatedAccount.of(
        Accounts.small()
            .withWeeklySpend(new BigDecimal("40000"))
            .withNature(Nature.drawn(4))
            .withDecoys(List.of(decoy)),
        6);
  }

  private static int campaign(SimulatedAccount account) {
    return ((Place.OfCampaign) account.staged().getFirst().place()).campaign();
  }

  private static DateRange whole(SimulatedAccount account) {
    return account.shape().period();
  }

  private static List<ReportRow> rows(
      SimulatedAccount account, ReportKind kind, String campaign, LocalDate pulled) {
    return account.rows(kind, whole(account), pulled).stream()
        .filter(row -> row.key().campaignId().equals(campaign))
        .toList();
  }

  private static Set<String> names(SimulatedAccount account, LocalDate pulled) {
    Set<String> names = new HashSet<>();
    account
        .rows(ReportKind.CAMPAIGN, whole(account), pulled)
        .forEach(row -> names.add(row.key().campaignName()));
    return names;
  }

  private static double bids(List<ReportRow> rows) {
    return rows.stream()
        .mapToLong(row -> row.state().bidMicros().orElseThrow())
        .average()
        .orElseThrow();
  }

  private static double price(List<ReportRow> rows, DateRange period) {
    return ratio(rows, period, Measure.SPEND, Measure.CLICKS);
  }

  private static double clicks(List<ReportRow> rows, DateRange period) {
    return Accounts.sum(
        rows.stream().filter(row -> period.contains(row.from())).toList(), Measure.CLICKS);
  }

  private static double ratio(List<ReportRow> rows, DateRange period, Measure part, Measure whole) {
    List<ReportRow> own = rows.stream().filter(row -> period.contains(row.from())).toList();
    return (double) Accounts.sum(own, part) / Accounts.sum(own, whole);
  }
}
