package dev.spendlight.simulator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrittenFilesTest {
  static Stream<Arguments> files() {
    return Dialects.all().entrySet().stream()
        .flatMap(named ->
            Stream.of(ReportKind.values())
                .filter(named.getValue()::writes)
                .map(kind -> Arguments.of(named.getKey(), kind)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void anyRowsReadBackByOtherLibrariesGiveTheSameTotals(String name, ReportKind kind)
      throws IOException {
    ReportFileWriter dialect = Dialects.all().get(name);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(name.hashCode());
    List<ReportRow> rows = SampleRows.any(random, 60);

    byte[] file = bytes(dialect, kind, rows);

    Map<Measure, BigDecimal> read =
        switch (dialect) {
          case ReportingJson json -> ReadBack.json(file, json.gzip());
          case ConsoleCsv csv -> ReadBack.csv(file, csv.style(), headers(csv.style(), csv, kind));
          case ConsoleXlsx xlsx -> ReadBack.xlsx(file, headers(xlsx.style(), xlsx, kind));
        };
    assertThat(read.keySet()).isEqualTo(dialect.carried(kind));
    read.forEach((measure, total) ->
        assertThat(total).as("%s", measure).isEqualByComparingTo(total(rows, measure)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theSameRowsGiveTheSameBytes(String name, ReportKind kind) throws IOException {
    ReportFileWriter dialect = Dialects.all().get(name);
    assertThat(bytes(dialect, kind, SampleRows.two()))
        .isEqualTo(bytes(dialect, kind, SampleRows.two()));
  }

  @Test
  void aReportThatTheDialectLacksIsRefused() {
    ReportFileWriter json = new ReportingJson(Currency.getInstance("USD"));
    assertThat(json.writes(ReportKind.BUDGET)).isFalse();
    assertThatThrownBy(() -> bytes(json, ReportKind.BUDGET, List.of()))
        .hasMessage("The Reporting API has no budget report.");
    ReportFileWriter csv = Dialects.all().get("csv-in-14-days");
    assertThatThrownBy(() -> bytes(csv, ReportKind.AD_GROUP, List.of()))
        .hasMessage("The console has no ad group report.");
  }

  @Test
  void noRowsAreAnEmptyArray() throws IOException {
    ReportFileWriter json = Dialects.all().get("json-daily");
    assertThat(bytes(json, ReportKind.TARGETING, List.of())).asString().isEqualTo("[]");
  }

  private static byte[] bytes(ReportFileWriter dialect, ReportKind kind, List<ReportRow> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    dialect.write(kind, rows, out);
    return out.toByteArray();
  }

  private static Map<Measure, String> headers(
      ConsoleStyle style, ReportFileWriter dialect, ReportKind kind) {
    Map<Measure, String> headers = new EnumMap<>(Measure.class);
    for (Measure measure : dialect.carried(kind)) {
      headers.put(
          measure, style.header(ConsoleColumn.valueOf(measure.name().replaceAll("_.*", ""))));
    }
    return headers;
  }

  private static BigDecimal total(List<ReportRow> rows, Measure measure) {
    long sum = rows.stream().mapToLong(row -> row.measures().get(measure)).sum();
    return measure.isMoney() ? BigDecimal.valueOf(sum, 6) : BigDecimal.valueOf(sum);
  }
}
