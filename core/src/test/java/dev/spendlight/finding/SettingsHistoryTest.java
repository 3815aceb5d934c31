package dev.spendlight.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.finding.Driver.YourChange;
import dev.spendlight.finding.Driver.YourChange.Setting;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.HistoryRows;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SettingsHistoryTest {
  private static final int DAYS = 30;
  private static final Entity.Campaign CAMPAIGN = new Entity.Campaign("c1", "Shoes");
  private static final Entity.Keyword FIRST = keyword("t1");
  private static final Entity.Keyword SECOND = keyword("t2");

  private final Map<String, NavigableMap<LocalDate, EntityState>> targets = new HashMap<>();
  private final Map<String, NavigableMap<LocalDate, EntityState>> campaigns = new HashMap<>();
  private final Map<String, NavigableMap<LocalDate, EntityState>> budgets = new HashMap<>();
  private final NavigableSet<LocalDate> pulls = new TreeSet<>();

  private static Entity.Keyword keyword(String id) {
    return new Entity.Keyword(
        id, "keyword " + id, MatchType.EXACT, new Entity.AdGroup("g1", "Group", CAMPAIGN));
  }

  private static LocalDate day(int day) {
    return HistoryRows.FIRST.plusDays(day);
  }

  private static EntityState bid(double bid) {
    return new EntityState(
        "ENABLED", Optional.of(micros(bid)), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static EntityState campaign(String status, double budget) {
    return new EntityState(
        status, Optional.empty(), Optional.of(micros(budget)), Optional.empty(), Optional.empty());
  }

  private static EntityState inBudget(double budget, String time) {
    return new EntityState(
        "",
        Optional.empty(),
        Optional.of(micros(budget)),
        Optional.of(new BigDecimal(time)),
        Optional.empty());
  }

  private static long micros(double amount) {
    return Math.round(amount * 1_000_000);
  }

  private SettingsHistoryTest target(String id, int pulled, EntityState state) {
    targets.computeIfAbsent(id, fresh -> new TreeMap<>()).put(day(pulled), state);
    return pulled(pulled);
  }

  private SettingsHistoryTest campaign(int pulled, EntityState state) {
    campaigns.computeIfAbsent("c1", fresh -> new TreeMap<>()).put(day(pulled), state);
    return pulled(pulled);
  }

  private SettingsHistoryTest budgetOfDay(int day, EntityState state) {
    budgets.computeIfAbsent("c1", fresh -> new TreeMap<>()).put(day(day), state);
    return this;
  }

  private SettingsHistoryTest pulled(int day) {
    pulls.add(day(day));
    return this;
  }

  private SettingsHistory settings() {
    return new SettingsHistory(targets, campaigns, budgets, pulls);
  }

  /// Two targets that spend 3 and 1 dollars a day.
  private static AccountHistory history() {
    HistoryRows rows = new HistoryRows(ReportKind.TARGETING, DAYS);
    for (int day = 0; day < DAYS; day++) {
      rows.row(key("t1"), day, 100, 3, 0, micros(3), 0);
      rows.row(key("t2"), day, 100, 1, 0, micros(1), 0);
    }
    return rows.history();
  }

  private static RowKey key(String target) {
    return RowKey.target("c1", "Shoes", "g1", "Group", target, "keyword", MatchType.EXACT);
  }

  private List<YourChange> around(int onset) {
    return settings().around(CAMPAIGN, List.of(FIRST, SECOND), day(onset));
  }

  private boolean explains(int onset) {
    return settings().explainsFewerImpressions(history(), CAMPAIGN, new int[] {0, 1}, onset);
  }

  @Test
  void aBidThatChangedBetweenTwoPullsIsYourChange() {
    target("t1", 1, bid(1.0)).target("t1", 21, bid(1.5)).target("t2", 1, bid(0.8));
    assertThat(around(20)).containsExactly(new YourChange(FIRST, Setting.BID, 1.0, 1.5, day(21)));
  }

  @Test
  void aPauseAndABudgetThatChangedAreYourChanges() {
    campaign(1, campaign("ENABLED", 50)).campaign(21, campaign("PAUSED", 20));
    assertThat(around(20))
        .containsExactlyInAnyOrder(
            new YourChange(CAMPAIGN, Setting.STATUS, 1, 0, day(21)),
            new YourChange(CAMPAIGN, Setting.DAILY_BUDGET, 50, 20, day(21)));
  }

  @Test
  void aChangeAtAnotherTimeIsNotBehindIt() {
    target("t1", 1, bid(1.0)).target("t1", 8, bid(1.5)).target("t1", 28, bid(1.5)).pulled(20);
    assertThat(around(20)).as("seen long before").isEmpty();
    targets.clear();
    target("t1", 1, bid(1.0)).pulled(27).target("t1", 28, bid(1.5));
    assertThat(around(20)).as("not yet there at the pull of day 27").isEmpty();
  }

  @Test
  void aChangeSomewhereBetweenTwoDistantPullsMayHaveBeenBehindIt() {
    target("t1", 1, bid(1.0)).target("t1", 29, bid(1.5));
    assertThat(around(15)).hasSize(1);
  }

  @Test
  void theFirstPullShowsNoChange() {
    target("t1", 20, bid(1.0)).campaign(20, campaign("PAUSED", 20));
    assertThat(around(20)).isEmpty();
  }

  @Test
  void settingsOfNowAreThoseOfTheNewestPull() {
    target("t1", 1, bid(1.0)).target("t1", 21, bid(1.5));
    campaign(1, campaign("ENABLED", 50)).campaign(21, campaign("PAUSED", 20));
    assertThat(settings().bid("t1").orElseThrow()).isEqualByComparingTo("1.5");
    assertThat(settings().bid("t2")).isEmpty();
    assertThat(settings().budget("c1").orElseThrow()).isEqualByComparingTo("20");
    assertThat(settings().isOn("c1")).isFalse();
    assertThat(settings().isOn("c2")).as("nothing is known of it").isTrue();
    budgetOfDay(29, inBudget(35, "0.5"));
    assertThat(settings().budget("c1").orElseThrow())
        .as("the budget report's last day")
        .isEqualByComparingTo("35");
  }

  @Test
  void theRiseOfBidsIsTheMeanLogarithmWeightedBySpend() {
    target("t1", 1, bid(1.0)).target("t1", 21, bid(1.5));
    target("t2", 1, bid(1.0)).target("t2", 21, bid(0.5));
    double rise = settings().bidRise(history(), new int[] {0, 1}, 20);
    assertThat(rise)
        .as("3 dollars of 4 at 1.5, one at 0.5")
        .isCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), within(1e-9));
  }

  @Test
  void bidsThatNoPullTellsBeforeDidNotRise() {
    target("t1", 25, bid(1.0)).target("t1", 28, bid(1.5));
    assertThat(settings().bidRise(history(), new int[] {0, 1}, 20)).isZero();
  }

  @Test
  void aSteadyCampaignExplainsNothing() {
    target("t1", 1, bid(1.0)).campaign(1, campaign("ENABLED", 50));
    assertThat(explains(20)).isFalse();
  }

  @Test
  void aCampaignThatIsOffOrWasExplainsFewerImpressions() {
    campaign(1, campaign("ENABLED", 50)).campaign(21, campaign("PAUSED", 50));
    assertThat(explains(20)).isTrue();
    campaign(28, campaign("ENABLED", 50));
    assertThat(explains(20)).as("on again since").isTrue();
  }

  @Test
  void loweredBidsExplainFewerImpressionsAndALittleLowerOnesDoNot() {
    target("t1", 1, bid(1.0)).target("t1", 21, bid(0.5));
    target("t2", 1, bid(1.0)).target("t2", 21, bid(0.5));
    assertThat(explains(20)).isTrue();
    target("t1", 21, bid(0.95)).target("t2", 21, bid(0.95));
    assertThat(explains(20)).isFalse();
  }

  @Test
  void aBudgetThatWasCutOrIsSpentEarlyExplainsFewerImpressions() {
    for (int day = 0; day < DAYS; day++) {
      budgetOfDay(day, inBudget(day < 20 ? 50 : 20, "1"));
    }
    assertThat(explains(20)).as("cut").isTrue();
    for (int day = 0; day < DAYS; day++) {
      budgetOfDay(day, inBudget(50, day < 20 ? "1" : "0.4"));
    }
    assertThat(explains(20)).as("spent early").isTrue();
    for (int day = 0; day < DAYS; day++) {
      budgetOfDay(day, inBudget(50, "0.95"));
    }
    assertThat(explains(20)).isFalse();
  }

  @Test
  void theTimeInBudgetIsTheMeanOfTheDaysThatTellIt() {
    budgetOfDay(18, inBudget(50, "0.1"));
    budgetOfDay(22, inBudget(50, "0.4"));
    budgetOfDay(25, inBudget(50, "0.8"));
    assertThat(settings().timeInBudget(history(), "c1", 20).orElseThrow())
        .isCloseTo(0.6, within(1e-12));
    assertThat(settings().timeInBudget("c1", day(23))).isEmpty();
    assertThat(settings().timeInBudget(history(), "c2", 20)).isEmpty();
  }
}
