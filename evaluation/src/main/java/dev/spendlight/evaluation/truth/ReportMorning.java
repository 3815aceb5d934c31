package dev.spendlight.evaluation.truth;

import java.nio.file.Path;
import java.time.LocalDate;

/// One morning's report files.
///
/// @param folder where they are
/// @param pulled the day on which the platform was asked
/// @param asOf the last day that counts that morning
/// @param judged whether findings are asked for
public record ReportMorning(Path folder, LocalDate pulled, LocalDate asOf, boolean judged) {
  ReportMorning asJudged() {
    return new ReportMorning(folder, pulled, asOf, true);
  }
}
