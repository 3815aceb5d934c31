package dev.spendlight.service;

import dev.spendlight.driver.Decomposition;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.EntityRows;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.ReportKind;
import dev.spendlight.service.Explanation.Side;
import dev.spendlight.statistics.Completeness;
import dev.spendlight.summary.Caveats;
import dev.spendlight.summary.Days;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// What a reader of an explanation has to know, each thing once.
final class ExplanationCaveats {
  /// An earlier period that grows by less is as good as settled.
  private static final double WORTH_SAYING = 0.01;

  private final AccountView view;
  private final Metric metric;
  private final Set<String> sentences = new LinkedHashSet<>();

  ExplanationCaveats(AccountView view, Metric metric) {
    this.view = view;
    this.metric = metric;
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  void reports(ComparedReports reports, boolean perDay) {
    for (Coverage each : List.of(reports.before(), reports.after())) {
      Caveats.widened(each).ifPresent(sentences::add);
      Caveats.missing(each).ifPresent(sentences::add);
      Caveats.laterPull(view, each).ifPresent(sentences::add);
    }
    if (!reports.isOneKind()) {
      sentences.add(
          "The %s report answers for the earlier period and the %s report for the later one; reports do not count alike, so some of the change may be theirs."
              .formatted(reports.before().kind().words(), reports.after().kind().words()));
    }
    if (perDay) {
      sentences.add(
          "The periods have %d and %d days with data, so sums are compared per day."
              .formatted(reports.before().pulls().size(), reports.after().pulls().size()));
    }
    if (reports.after().kind() == ReportKind.SEARCH_TERM && hasImpressions()) {
      sentences.add(
          "A search term report counts the impressions of clicked search terms only; click-through rates are of those.");
    }
    if (view.settings().effectiveCurrency().isEmpty()) {
      sentences.add("No file told the currency; set it with account set --currency.");
    }
  }

  private boolean hasImpressions() {
    return switch (metric) {
      case IMPRESSIONS, CLICKS, CTR, SPEND, SALES, ORDERS -> true;
      default -> false;
    };
  }

  void names(Collection<EntityRows> rows) {
    rows.stream()
        .flatMap(each -> each.ambiguous().stream())
        .distinct()
        .sorted()
        .map(Caveats::ambiguous)
        .forEach(sentences::add);
  }

  /// Orders arrive for as long as the attribution window lasts: the later period looks worse than
  /// it will be. Of the earlier period only what would be seen is said.
  void toCome(Coverage coverage, EntityRows rows, boolean later) {
    OrdersToCome orders = OrdersToCome.of(coverage, rows, Completeness.prior(view.attribution()));
    boolean matters =
        later || orders.growth().isEmpty() || orders.growth().getAsDouble() >= WORTH_SAYING;
    if (!isOfOrders() || orders.isNone() || !matters) {
      return;
    }
    sentences.add(
        "Orders and sales of %s are still arriving: those of the %s period %s, which will %s its %s."
            .formatted(
                Days.listed(orders.days()),
                later ? "later" : "earlier",
                growth(orders.growth()),
                metric == Metric.ACOS ? "lower" : "raise",
                metric.words()));
  }

  private boolean isOfOrders() {
    return switch (metric) {
      case ACOS, ROAS, SALES, ORDERS, CVR -> true;
      default -> false;
    };
  }

  private static String growth(OptionalDouble growth) {
    if (growth.isEmpty()) {
      return "cannot be seen yet";
    }
    double share = growth.getAsDouble();
    return share < WORTH_SAYING
        ? "are expected to grow by less than 1% (an estimate)"
        : String.format(
            Locale.ENGLISH, "are expected to grow by about %.0f%% (an estimate)", 100 * share);
  }

  void withoutDenominator(Side before, Side after) {
    Metric lacking = Decomposition.denominator(metric);
    String when =
        Stream.of(before, after)
            .filter(side -> isNone(side.totals(), lacking))
            .map(side -> Days.listed(side.coverage().period().stream().toList()))
            .reduce((one, other) -> one + " and in " + other)
            .orElse("one of the periods");
    sentences.add(
        "There are no %s in %s, and so there is no %s whose change could be explained; the sums are told alone."
            .formatted(lacking.words(), when, metric.words()));
  }

  private static boolean isNone(Metrics totals, Metric sum) {
    return totals.get(sum).filter(value -> value.compareTo(BigDecimal.ZERO) > 0).isEmpty();
  }
}
