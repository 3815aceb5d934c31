package dev.spendlight.app.print;

import dev.spendlight.finding.Evidence;
import dev.spendlight.finding.Impact;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/// The figures of a finding as a person reads them.
final class FindingFigures {
  private static final double BILLION = 1e9;

  private final MoneyFormat money;

  FindingFigures(MoneyFormat money) {
    this.money = money;
  }

  String worth(Impact impact) {
    return money.round(impact.amount());
  }

  String money(double amount) {
    return money.format(BigDecimal.valueOf(amount));
  }

  /// Always with its sign, without places from a hundred on.
  String signedMoney(double amount) {
    return (amount < 0 ? "-" : "+") + money.round(BigDecimal.valueOf(Math.abs(amount)));
  }

  /// For example `149 orders, where 242.8 were due; compared with its own conversion rate before`.
  String seen(Evidence evidence) {
    String seen = value(evidence.metric(), evidence.observed()) + " " + words(evidence);
    return switch (evidence.metric()) {
      case MISSING_DAYS -> seen;
      case TIME_IN_BUDGET ->
          "%s of the time in budget, against %s"
              .formatted(value(evidence.metric(), evidence.observed()), evidence.comparedWith());
      default ->
          "%s, where %s %s due; compared with %s"
              .formatted(
                  seen,
                  value(evidence.metric(), evidence.expected()),
                  evidence.metric().unit() == Unit.COUNT ? "were" : "was",
                  evidence.comparedWith());
    };
  }

  private static String words(Evidence evidence) {
    return switch (evidence.metric()) {
      case CPC -> "a click";
      case AOV -> "an order";
      case IMPRESSIONS -> "impressions a day";
      default ->
          evidence.observed() == 1
              ? evidence.metric().words().replaceFirst("^(\\w+)s\\b", "$1")
              : evidence.metric().words();
    };
  }

  /// One place for small counts that are estimates, as many as are customary for money.
  String value(Metric metric, double value) {
    return switch (metric.unit()) {
      case MONEY -> money(value);
      case FRACTION ->
          metric == Metric.CTR
              ? String.format(Locale.ENGLISH, "%.2f%%", 100 * value)
              : Wording.percent(BigDecimal.valueOf(value));
      case RATIO -> String.format(Locale.ENGLISH, "%.2f", value);
      case COUNT, DAYS, POINTS ->
          value == Math.rint(value) || value >= 1000
              ? String.format(Locale.ENGLISH, "%,.0f", value)
              : String.format(Locale.ENGLISH, "%.1f", value);
    };
  }

  /// `1 in 30,000 by luck alone`; empty for what needs no test.
  static Optional<String> luck(Evidence evidence) {
    double chance = evidence.pValue();
    if (chance <= 0) {
      return evidence.metric() == Metric.MISSING_DAYS || evidence.metric() == Metric.TIME_IN_BUDGET
          ? Optional.empty()
          : Optional.of("less than 1 in a billion by luck alone");
    }
    double times = 1 / chance;
    if (times > BILLION) {
      return Optional.of("less than 1 in a billion by luck alone");
    }
    BigDecimal rounded =
        new BigDecimal(times).round(new MathContext(times < 10 ? 1 : 2, RoundingMode.DOWN));
    return Optional.of(
        String.format(
            Locale.ENGLISH, "1 in %,d by luck alone", rounded.max(BigDecimal.ONE).toBigInteger()));
  }
}
