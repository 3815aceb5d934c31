package dev.spendlight.report;

import dev.spendlight.metric.DateRange;
import java.util.List;

/// Which stored rows answer: for each slice the rows of one import within some days.
///
/// @param slices never overlap in days
public record Selection(ReportKind kind, Grain grain, List<Slice> slices) {

  /// @param days of a daily selection the days taken; of a range selection exactly the delivery's
  ///   period
  public record Slice(long importId, DateRange days) {}

  public boolean isEmpty() {
    return slices.isEmpty();
  }
}
