package dev.spendlight.history;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.metric.Money;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.Selection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How far one report answers for a window.
///
/// @param asked the window that was asked for
/// @param period the window that is answered: wider than asked where a range file had to be taken
///   whole
/// @param selection the rows that answer
/// @param pulls for each covered day of the period the delivery that answers for it
/// @param covered how many of the days asked for are covered
/// @param missing the days of the period that nothing was delivered for
/// @param carried what every delivery taken carries
public record Coverage(
    ReportKind kind,
    Grain grain,
    DateRange asked,
    DateRange period,
    Selection selection,
    NavigableMap<LocalDate, Delivery> pulls,
    int covered,
    SortedSet<LocalDate> missing,
    Set<Measure> carried) {

  static Coverage of(
      ReportKind kind,
      Grain grain,
      DateRange asked,
      DateRange period,
      NavigableMap<LocalDate, Delivery> pulls) {
    NavigableSet<LocalDate> missing = new TreeSet<>();
    period.stream().filter(day -> !pulls.containsKey(day)).forEach(missing::add);
    int covered = (int) asked.stream().filter(pulls::containsKey).count();
    List<Selection.Slice> slices =
        grain == Grain.DAILY ? Slices.ofDays(pulls) : Slices.ofRanges(pulls);
    return new Coverage(
        kind,
        grain,
        asked,
        period,
        new Selection(kind, grain, slices),
        pulls,
        covered,
        missing,
        carried(pulls.values()));
  }

  /// A report without any row and any column takes nothing away: that nothing happened is known of
  /// every measure.
  private static Set<Measure> carried(Collection<Delivery> deliveries) {
    Set<Measure> carried = EnumSet.allOf(Measure.class);
    deliveries.stream()
        .map(Delivery::carried)
        .filter(each -> !each.isEmpty())
        .distinct()
        .forEach(carried::retainAll);
    return carried;
  }

  /// The same report on fewer days; of a range report days that make up whole files.
  public Coverage only(SortedSet<LocalDate> days) {
    NavigableMap<LocalDate, Delivery> kept = new TreeMap<>(pulls);
    kept.keySet().retainAll(days);
    return of(kind, grain, asked, period, kept);
  }

  public boolean isEmpty() {
    return pulls.isEmpty();
  }

  public boolean hasSales(AttributionWindow window) {
    return carried.contains(Measure.sales(window));
  }

  public boolean hasOrders(AttributionWindow window) {
    return carried.contains(Measure.orders(window));
  }

  /// Whether the answer had to be taken from a range file that reaches beyond the days asked for.
  public boolean isWidened() {
    return !period.equals(asked);
  }

  /// How many days old a day's figures were when they were pulled; 1 is yesterday's.
  ///
  /// @throws IllegalArgumentException when the day is not covered
  public int age(LocalDate day) {
    Delivery delivery = pulls.get(day);
    if (delivery == null) {
      throw new IllegalArgumentException(
          day + " is not covered by the " + kind.words() + " report");
    }
    return (int) Math.max(0, delivery.pulled().toEpochDay() - day.toEpochDay());
  }

  /// The newest pull taken, for saying where a figure comes from.
  public LocalDate newestPull() {
    return pulls.values().stream()
        .map(Delivery::pulled)
        .max(LocalDate::compareTo)
        .orElse(period.to());
  }

  /// For example `search term report, pulled 2026-03-02`.
  public String origin() {
    return kind.words() + " report, pulled " + newestPull();
  }

  /// Sums over rows of this coverage: what it does not carry is absent.
  public Metrics metrics(
      AttributionWindow window,
      long impressions,
      long clicks,
      long spendMicros,
      long salesMicros,
      long orders,
      long units) {
    return new Metrics(
        when(Measure.IMPRESSIONS, impressions),
        when(Measure.CLICKS, clicks),
        when(Measure.SPEND, spendMicros).map(Money::fromMicros),
        when(Measure.sales(window), salesMicros).map(Money::fromMicros),
        when(Measure.orders(window), orders),
        when(Measure.units(window), units));
  }

  private Optional<Long> when(Measure measure, long sum) {
    return carried.contains(measure) ? Optional.of(sum) : Optional.empty();
  }
}
