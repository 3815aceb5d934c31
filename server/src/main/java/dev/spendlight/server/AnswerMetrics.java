package dev.spendlight.server;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.FileResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.Collectors;

/// Counts what was answered and what was imported.
final class AnswerMetrics {
  private final MeterRegistry meters;
  private final Counter kept;

  AnswerMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.kept =
        Counter.builder("spendlight.answers.kept")
            .description("Analyses that were sent as they were kept, without asking for them")
            .register(meters);
  }

  void servedKept() {
    kept.increment();
  }

  void answered(AnalysisResult result) {
    Counter.builder("spendlight.answers")
        .description("Analyses that were asked for")
        .tag("source", lower(result.source()))
        .tag("freshness", lower(result.freshness()))
        .tag(
            "degraded",
            result.degradedBecause().isEmpty()
                ? "no"
                : result.degradedBecause().stream()
                    .map(Degradation::key)
                    .sorted()
                    .collect(Collectors.joining("+")))
        .register(meters)
        .increment();
  }

  void imported(ImportResult result) {
    for (FileResult file : result.files()) {
      Counter.builder("spendlight.imports")
          .description("Report files that were uploaded")
          .tag(
              "outcome",
              switch (file) {
                case ImportResult.Imported any -> "imported";
                case ImportResult.Empty any -> "empty";
                case ImportResult.Repeated any -> "repeated";
                case ImportResult.Refused any -> "refused";
              })
          .register(meters)
          .increment();
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
