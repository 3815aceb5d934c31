package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.metric.Metrics;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ReportKind;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random rows, written in each dialect and read back, come to the same totals.
class RoundTripTest {
  private static final int RUNS = 20;

  @TempDir Path folder;

  enum Dialects {
    AMERICAN(SampleReport::american),
    INDIAN(SampleReport::indian),
    GERMAN(SampleReport::german),
    JSON(SampleReport::json),
    XLSX(SampleReport::xlsx),
    GZIP(report -> SampleReport.gzip(report.json())),
    ZIP(report -> SampleReport.zip("in/report", report.american())),
    ZIPPED_XLSX(report -> SampleReport.zip("report.xlsx", report.xlsx()));

    private final Function<SampleReport, byte[]> writer;

    Dialects(Function<SampleReport, byte[]> writer) {
      this.writer = writer;
    }
  }

  @ParameterizedTest
  @EnumSource
  void totalsSurvive(Dialects dialect) {
    for (int run = 0; run < RUNS; run++) {
      long seed = run * 7919L + 17;
      SampleReport report = SampleReport.of(new SplittableRandom(seed), 1 + run * 5);
      ImportSession session = new ImportSession(folder);
      Imported imported = session.imported("report", dialect.writer.apply(report));

      assertThat(imported.facts().kind()).as("seed %d", seed).isEqualTo(ReportKind.SEARCH_TERM);
      assertThat(imported.skipped()).as("seed %d", seed).isEmpty();
      assertThat(imported.facts().rowsImported())
          .as("seed %d", seed)
          .isEqualTo(report.rows().size());
      assertThat(comparable(imported.totals()))
          .as("seed %d", seed)
          .isEqualTo(comparable(report.totals()));
      assertThat(session.rows())
          .as("seed %d", seed)
          .extracting(row -> row.key().campaignName())
          .containsExactlyElementsOf(
              report.rows().stream().map(line -> line.campaignName().strip()).toList());
      assertThat(session.rows())
          .as("seed %d", seed)
          .extracting(row -> row.from())
          .containsExactlyElementsOf(report.rows().stream().map(SampleReport.Line::day).toList());
    }
  }

  private static List<String> comparable(Metrics metrics) {
    return List.of(
        metrics.impressions().toString(),
        metrics.clicks().toString(),
        metrics.spend().orElseThrow().toPlainString(),
        metrics.sales().orElseThrow().toPlainString(),
        metrics.orders().toString(),
        metrics.units().toString());
  }
}
