package dev.spendlight.service;

import dev.spendlight.driver.Decomposition;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ReportKind;
import dev.spendlight.summary.Days;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reports by which two periods are compared.
///
/// The same kind of report for both wherever there is one, since reports do not count alike; of
/// several the one with most days covered, then one that has sales, then in the order of
/// [ReportKind]. Two periods that share days are no two periods: a range file that would have to
/// answer for both answers for neither.
///
/// @param before answers for the earlier period
/// @param after answers for the later one
record ComparedReports(Coverage before, Coverage after) {

  /// @throws UnanswerableException when no report tells the metric of the breakdown in both periods
  static ComparedReports of(AccountView view, Explanations.Question question) {
    List<Coverage> earlier = telling(view, question, question.before());
    List<Coverage> later = telling(view, question, question.after());
    Comparator<ComparedReports> order =
        Comparator.comparing((ComparedReports each) -> !each.isOneKind())
            .thenComparingInt(each -> -each.before.covered() - each.after.covered())
            .thenComparing(each -> !each.hasSales(view))
            .thenComparing(each -> each.after.kind())
            .thenComparing(each -> each.before.kind())
            .thenComparing(each -> each.after.grain())
            .thenComparing(each -> each.before.grain());
    return earlier.stream()
        .flatMap(before -> later.stream().map(after -> new ComparedReports(before, after)))
        .filter(each -> !each.before.period().overlaps(each.after.period()))
        .min(order)
        .orElseThrow(() -> inseparable(earlier.getFirst(), later.getFirst()));
  }

  boolean isOneKind() {
    return before.kind() == after.kind();
  }

  private boolean hasSales(AccountView view) {
    return before.hasSales(view.attribution()) && after.hasSales(view.attribution());
  }

  private static List<Coverage> telling(
      AccountView view, Explanations.Question question, DateRange period) {
    List<Coverage> delivered =
        view.coverages(period).stream()
            .filter(each -> question.breakdown().kinds().contains(each.kind()))
            .toList();
    if (delivered.isEmpty()) {
      throw undelivered(view, question.breakdown(), period);
    }
    List<Coverage> telling =
        delivered.stream().filter(each -> tells(each, view, question.metric())).toList();
    if (telling.isEmpty()) {
      throw new UnanswerableException(
          "The %s report of %s has no %s, without which %s cannot be explained."
              .formatted(
                  delivered.getFirst().kind().words(),
                  listed(period),
                  untold(delivered.getFirst(), view, question.metric()),
                  question.metric().words()));
    }
    return telling;
  }

  private static boolean tells(Coverage coverage, AccountView view, Metric metric) {
    return Decomposition.sums(metric).stream().allMatch(sum -> carries(coverage, view, sum));
  }

  private static boolean carries(Coverage coverage, AccountView view, Metric sum) {
    return coverage.metrics(view.attribution(), 0, 0, 0, 0, 0, 0).get(sum).isPresent();
  }

  private static String untold(Coverage coverage, AccountView view, Metric metric) {
    return Decomposition.sums(metric).stream()
        .filter(sum -> !carries(coverage, view, sum))
        .map(sum ->
            sum == Metric.SPEND || sum == Metric.CLICKS || sum == Metric.IMPRESSIONS
                ? sum.words()
                : "%s within %d days of a click".formatted(sum.words(), view.attribution().days()))
        .collect(Collectors.joining(" and "));
  }

  private static UnanswerableException undelivered(
      AccountView view, Breakdown breakdown, DateRange period) {
    boolean any = breakdown == Breakdown.CAMPAIGN;
    String reports =
        any
            ? "report"
            : breakdown.kinds().stream().map(ReportKind::words).collect(Collectors.joining(" or "))
                + " report";
    Optional<DateRange> known =
        view.deliveries().stream()
            .filter(each -> breakdown.kinds().contains(each.kind()))
            .flatMap(each -> counting(each, view.asOf().day()).stream())
            .reduce(DateRange::span);
    return new UnanswerableException(
        known
            .map(range ->
                "No %s of account %s was imported for %s; its data reaches from %s to %s."
                    .formatted(reports, view.account(), listed(period), range.from(), range.to()))
            .orElseGet(() ->
                "Account %s has no %s, which a breakdown by %s needs; import one, or ask by campaign."
                    .formatted(view.account(), reports, breakdown.words())));
  }

  private static String listed(DateRange period) {
    return Days.listed(period.stream().toList());
  }

  /// The days of a delivery that count as of a day.
  private static Optional<DateRange> counting(Delivery delivery, LocalDate last) {
    if (delivery.grain() == Grain.RANGE) {
      return Optional.of(delivery.period()).filter(each -> !each.to().isAfter(last));
    }
    return Stream.of(delivery.days().headSet(last.plusDays(1)))
        .filter(days -> !days.isEmpty())
        .map(days -> new DateRange(days.first(), days.last()))
        .findFirst();
  }

  private static UnanswerableException inseparable(Coverage before, Coverage after) {
    DateRange whole = before.period().span(after.period());
    return new UnanswerableException(
        "The %s report tells %s to %s as one, so it cannot compare days within; import a daily report, or give periods that it does not share."
            .formatted(before.kind().words(), whole.from(), whole.to()));
  }
}
