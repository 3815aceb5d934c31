package dev.spendlight.simulator.file;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Rows with what makes report files difficult.
final class SampleRows {
  private static final LocalDate FEBRUARY_1 = LocalDate.of(2020, 2, 1);
  private static final List<String> NAMES =
      List.of(
          "Pain relief Oil || SP || Generic-New || 18th Jan'19",
          "63\" x 27.5\" desk, oak; SP|Exact",
          "日焼け止め & ☀ <auto>",
          "Broad_SR_Campaign - 7/6/2022 19:07:58");

  private SampleRows() {}

  /// One row with sales and one that has spend and none.
  static List<ReportRow> two() {
    RowKey sold =
        RowKey.target(
                "219999999999999991",
                NAMES.get(0),
                "330000000000000007",
                "Ad group 1",
                "440000000000000009",
                "utensil holder",
                MatchType.EXACT)
            .withSearchTerm("black utensil holder")
            .withProduct("B0EXAMPLE1", "SKU-1", "550000000000000011")
            .withPlacement("Top of Search on-Amazon");
    RowKey unsold =
        RowKey.target(
                "219999999999999992",
                NAMES.get(1),
                "330000000000000008",
                "Ad group 2",
                "440000000000000010",
                "close-match",
                MatchType.AUTO)
            .withSearchTerm("*")
            .withProduct("B0EXAMPLE2", "SKU-2", "550000000000000012")
            .withPlacement("Detail Page on-Amazon");
    return List.of(
        new ReportRow(
            FEBRUARY_1,
            FEBRUARY_1.plusDays(2),
            sold,
            sums(782, 13, 201_680_000, 961_620_000, 3, 4),
            state("0.8125")),
        new ReportRow(
            FEBRUARY_1.plusDays(1),
            FEBRUARY_1.plusDays(2),
            unsold,
            sums(3893, 18, 1_255_920_000, 0, 0, 0),
            state("1")));
  }

  /// Any rows: all windows filled differently, cents and parts of cents, more orders than clicks.
  static List<ReportRow> any(RandomGenerator random, int count) {
    List<ReportRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RowKey key =
          RowKey.target(
                  Long.toString(random.nextLong(1, Long.MAX_VALUE)),
                  NAMES.get(random.nextInt(NAMES.size())),
                  "3" + i,
                  "group " + i % 3,
                  "4" + i,
                  "term " + i % 5,
                  MatchType.values()[random.nextInt(MatchType.values().length)])
              .withSearchTerm("searched " + i % 7)
              .withProduct("B0" + i, "SKU-" + i, "5" + i)
              .withPlacement("Other on-Amazon");
      long[] sums = new long[Measure.values().length];
      for (Measure measure : Measure.values()) {
        long most = measure.isMoney() ? 3_000_000_000L : 2_000;
        long step = measure.isMoney() && random.nextInt(4) > 0 ? 10_000 : 1;
        sums[measure.ordinal()] = random.nextInt(3) == 0 ? 0 : random.nextLong(most) / step * step;
      }
      LocalDate day = FEBRUARY_1.plusDays(random.nextInt(28));
      rows.add(new ReportRow(day, day, key, Measures.of(sums), state("0.5")));
    }
    return rows;
  }

  private static EntityState state(String timeInBudget) {
    return new EntityState(
        "ENABLED",
        Optional.of(1_250_000L),
        Optional.of(1_000_000_000L),
        Optional.of(new BigDecimal(timeInBudget)),
        Optional.of(LocalDate.of(2020, 1, 18)));
  }

  private static Measures sums(
      long impressions, long clicks, long spend, long sales, long orders, long units) {
    Measures sums =
        Measures.ZERO
            .with(Measure.IMPRESSIONS, impressions)
            .with(Measure.CLICKS, clicks)
            .with(Measure.SPEND, spend);
    for (Measure measure : Measure.values()) {
      String name = measure.name();
      if (name.startsWith("SALES")) {
        sums = sums.with(measure, sales);
      } else if (name.startsWith("ORDERS")) {
        sums = sums.with(measure, orders);
      } else if (name.startsWith("UNITS")) {
        sums = sums.with(measure, units);
      }
    }
    return sums;
  }
}
