package dev.spendlight.grounding;

import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Wording.Dated;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.time.LocalDate;
import java.util.Optional;

/// The facts of one text, one after the other.
///
/// A period stands with the first fact that has it and is said again when it changes; the words of
/// a metric are left out right after a figure of the same metric and thing. So a sentence reads as
/// a person would write it: `a conversion rate of 3.1% since 8 Mar, against 9.8% in the 56 days
/// before`.
final class FactText {
  private final FactSheet sheet;
  private final Wording wording;
  private final boolean beside;
  private final Dated dated;
  private Optional<Figure> last = Optional.empty();
  private Optional<DateRange> said = Optional.empty();

  /// @param beside whether the text is about something else than the account
  FactText(FactSheet sheet, Wording wording, boolean beside, Dated dated) {
    this.sheet = sheet;
    this.wording = wording;
    this.beside = beside;
    this.dated = dated;
  }

  String next(Fact fact) {
    Figure figure = fact.figure();
    String value =
        last.filter(each -> isOfTheSame(each, figure)).isPresent()
            ? wording.bare(figure, dated == Dated.BRIEFLY)
            : dated == Dated.BRIEFLY
                ? wording.briefly(figure, beside)
                : wording.value(figure, beside);
    last = Optional.of(figure);
    DateRange period = figure.period();
    if (!Wording.hasPeriod(figure.metric()) || said.equals(Optional.of(period))) {
      return value;
    }
    String days = days(fact, period);
    said = Optional.of(period);
    return value + " " + days;
  }

  /// Orders that were due stand beside those seen, as figures of one metric do.
  private static boolean isOfTheSame(Figure one, Figure next) {
    boolean due = one.metric() == Metric.ORDERS && next.metric() == Metric.EXPECTED_ORDERS;
    return one.entity().equals(next.entity()) && (one.metric() == next.metric() || due);
  }

  private String days(Fact fact, DateRange period) {
    Optional<LocalDate> onset = sheet.findingOf(fact).flatMap(Finding::onset);
    if (onset.equals(Optional.of(period.from()))) {
      return wording.since(period, dated);
    }
    boolean sinceIsSaid = said.isPresent() && said.map(DateRange::from).equals(onset);
    return sinceIsSaid && onset.equals(Optional.of(period.to().plusDays(1)))
        ? Wording.before(period, dated)
        : wording.period(period, dated);
  }
}
