package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is planted is what reports show, in the mean over many accounts: of each, the change from
/// before to after, over the same change of the same place where nothing is planted.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedFactorsTest {
  private static final int ACCOUNTS = 12;
  private static final OptionalInt ONSET = OptionalInt.of(14);
  private static final DateRange BEFORE = DateRange.ending(LAST_DAY.minusDays(15), 28);
  private static final DateRange AFTER = DateRange.ending(LAST_DAY, 11);

  /// What reports show of accounts without incidents; every test compares with them.
  private final Map<String, List<ReportRow>> plain = new HashMap<>();

  /// A ratio of sums.
  private record Rate(Measure part, Measure whole) {}

  private static final Rate CONVERSION = new Rate(Measure.ORDERS_30, Measure.CLICKS);
  private static final Rate PRICE = new Rate(Measure.SPEND, Measure.CLICKS);
  private static final Rate ORDER_VALUE = new Rate(Measure.SALES_30, Measure.ORDERS_30);

  static Stream<Arguments> incidents() {
    return Stream.of(
        Arguments.of(new Incident.Bleeding(0.3, ONSET), CONVERSION, 0.3),
        Arguments.of(new Incident.Bleeding(Incident.Part.AD_GROUP, 0.3, ONSET), CONVERSION, 0.3),
        Arguments.of(new Incident.Bleeding(Incident.Part.MATCH_TYPE, 0.3, ONSET), CONVERSION, 0.3),
        Arguments.of(new Incident.CpcInflation(1.6, ONSET), PRICE, 1.6),
        Arguments.of(new Incident.ExpensiveCampaign(2.0, ONSET), PRICE, 2.0),
        Arguments.of(new Incident.TrackingBroken(0.1, ONSET), CONVERSION, 0.1),
        Arguments.of(new Incident.MarketShift(1, 0.7, ONSET), CONVERSION, 0.7));
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void theRateOfItsTargetsMovesByTheFactor(Incident incident, Rate rate, double factor) {
    double moved =
        mean(seed -> {
          SimulatedAccount account = account(seed, incident);
          Set<String> targets = targets(account);
          List<ReportRow> planted = rows(account, ReportKind.TARGETING);
          return change(planted, targets, rate)
              / change(plain(seed, ReportKind.TARGETING), targets, rate);
        });
    assertThat(moved).isCloseTo(factor, within(0.12 * factor + 0.02));
  }

  @Test
  void aProductThatCollapsesConvertsLessInAllItsCampaigns() {
    assertThat(ofProduct(new Incident.ConversionCollapse(0.3, ONSET), CONVERSION))
        .isCloseTo(0.3, within(0.06));
  }

  @Test
  void whereTheOrderValueDropsAsManyBuy() {
    Incident drop = new Incident.OrderValueDrop(0.6, ONSET);
    assertThat(ofProduct(drop, CONVERSION)).isCloseTo(1, within(0.1));
    // Some of what is ordered is another product, at its price.
    assertThat(ofProduct(drop, ORDER_VALUE)).isBetween(0.57, 0.72);
  }

  @Test
  void aCampaignThatDropsOutIsShownLess() {
    double shown =
        mean(seed -> {
          SimulatedAccount account = account(seed, new Incident.ImpressionDrop(0.2, ONSET));
          Set<String> targets = targets(account);
          return impressions(rows(account, ReportKind.TARGETING), targets)
              / impressions(plain(seed, ReportKind.TARGETING), targets);
        });
    assertThat(shown).isCloseTo(0.2, within(0.04));
  }

  @Test
  void anInefficientPlacementConvertsLessAndTheOthersAsBefore() {
    Incident incident = new Incident.PlacementInefficient(0.2, ONSET);
    double there = ofPlacement(incident, true);
    double elsewhere = ofPlacement(incident, false);
    assertThat(there).isCloseTo(0.2, within(0.08));
    assertThat(elsewhere).isCloseTo(1, within(0.15));
  }

  private double ofPlacement(Incident incident, boolean there) {
    return mean(seed -> {
      SimulatedAccount account = account(seed, incident);
      String place = account.truths().getFirst().entity().id();
      String campaign = place.substring(0, place.indexOf(':'));
      Predicate<ReportRow> own =
          row ->
              row.key().campaignId().equals(campaign)
                  && place.endsWith(row.key().placement()) == there;
      return change(rows(account, ReportKind.PLACEMENT), own, CONVERSION)
          / change(plain(seed, ReportKind.PLACEMENT), own, CONVERSION);
    });
  }

  private double ofProduct(Incident incident, Rate rate) {
    return mean(seed -> {
      SimulatedAccount account = account(seed, incident);
      String asin = account.truths().getFirst().entity().id();
      Predicate<ReportRow> own = row -> row.key().asin().equals(asin);
      return change(rows(account, ReportKind.ADVERTISED_PRODUCT), own, rate)
          / change(plain(seed, ReportKind.ADVERTISED_PRODUCT), own, rate);
    });
  }

  private List<ReportRow> plain(long seed, ReportKind kind) {
    return plain.computeIfAbsent(kind + " " + seed, any -> rows(account(seed), kind));
  }

  /// The geometric mean over accounts.
  private static double mean(Function<Long, Double> of) {
    return Math.exp(
        LongStream.range(0, ACCOUNTS)
            .mapToDouble(seed -> Math.log(of.apply(seed)))
            .average()
            .orElseThrow());
  }

  private static SimulatedAccount account(long seed, Incident... incidents) {
    return SimulatedAccount.of(
        AccountShape.ending(LAST_DAY)
            .withCampaigns(10)
            .withProducts(5)
            .withDays(43)
            .withWeeklySpend(new BigDecimal("40000"))
            .withNature(Nature.drawn(seed))
            .withIncidents(incidents),
        seed);
  }

  private static Set<String> targets(SimulatedAccount account) {
    return new HashSet<>(account.truths().getFirst().targetIds());
  }

  private static List<ReportRow> rows(SimulatedAccount account, ReportKind kind) {
    return account.rows(kind, account.shape().period(), LAST_DAY.plusDays(60));
  }

  private static double change(List<ReportRow> rows, Set<String> targets, Rate rate) {
    return change(rows, row -> targets.contains(row.key().targetId()), rate);
  }

  private static double change(List<ReportRow> rows, Predicate<ReportRow> own, Rate rate) {
    List<ReportRow> all = rows.stream().filter(own).toList();
    return rate(all, AFTER, rate) / rate(all, BEFORE, rate);
  }

  /// Half a thing more, so that nothing at all has a logarithm.
  private static double rate(List<ReportRow> rows, DateRange period, Rate rate) {
    List<ReportRow> own = rows.stream().filter(row -> period.contains(row.from())).toList();
    return (Accounts.sum(own, rate.part) + 0.5) / (Accounts.sum(own, rate.whole) + 0.5);
  }

  private static double impressions(List<ReportRow> rows, Set<String> targets) {
    return Accounts.sum(
        rows.stream()
            .filter(row -> AFTER.contains(row.from()) && targets.contains(row.key().targetId()))
            .toList(),
        Measure.IMPRESSIONS);
  }
}
