package dev.spendlight.report;

import dev.spendlight.metric.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;

/// What one import command brought of one report: the unit that answers for days or is passed over
/// as a whole.
///
/// Files of one command add up, so all its files of one kind and grain are one delivery; range
/// files make one for each period.
///
/// @param importId counts the import commands of an account upwards
/// @param pulled the day on which the platform was asked
/// @param period of a range delivery the period it answers for; of a daily one its first to last
///   day
/// @param days the days delivered; empty for a range delivery
/// @param carried what all its files carry, in the order of [Measure]
/// @param hasIds whether its rows name campaigns by the platform's ids
public record Delivery(
    long importId,
    LocalDate pulled,
    ReportKind kind,
    Grain grain,
    DateRange period,
    SortedSet<LocalDate> days,
    Set<Measure> carried,
    boolean hasIds) {

  /// Equal deliveries read the same, whatever kind of set they were given.
  public Delivery {
    Set<Measure> ordered = EnumSet.noneOf(Measure.class);
    ordered.addAll(carried);
    carried = Collections.unmodifiableSet(ordered);
  }
}
