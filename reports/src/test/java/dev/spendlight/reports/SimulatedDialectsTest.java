package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.metric.Money;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.simulator.AccountShape;
import dev.spendlight.simulator.SimulatedAccount;
import dev.spendlight.simulator.file.ConsoleCsv;
import dev.spendlight.simulator.file.ConsoleStyle;
import dev.spendlight.simulator.file.ConsoleXlsx;
import dev.spendlight.simulator.file.DateForm;
import dev.spendlight.simulator.file.HeaderSpelling;
import dev.spendlight.simulator.file.NumberForm;
import dev.spendlight.simulator.file.ReportFileWriter;
import dev.spendlight.simulator.file.ReportingJson;
import dev.spendlight.testing.InMemoryPerformanceStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Days of a simulated account, written as every report in every dialect that its writers know,
/// come back with the totals that were written.
class SimulatedDialectsTest {
  private static final long SEED = 71;
  private static final LocalDate LAST = LocalDate.parse("2026-02-11");
  private static final DateRange DAYS = DateRange.ending(LAST, 5);
  private static final LocalDate PULLED = LAST.plusDays(1);
  private static final SimulatedAccount ACCOUNT =
      SimulatedAccount.of(
          AccountShape.ending(LAST).withCampaigns(4).withProducts(2).withDays(14), SEED);

  @TempDir Path folder;

  static Stream<ReportFileWriter> dialects() {
    Stream<ReportFileWriter> json =
        Stream.of(Grain.values())
            .flatMap(grain ->
                Stream.of(true, false)
                    .map(gzip -> new ReportingJson(Marketplace.US.currency(), grain, gzip)));
    Stream<ReportFileWriter> console =
        Stream.of(Marketplace.US, Marketplace.UK, Marketplace.DE, Marketplace.IN, Marketplace.AE)
            .flatMap(place ->
                Stream.of(HeaderSpelling.values()).map(ConsoleStyle.of(place)::withSpelling))
            .flatMap(style -> Stream.of(Grain.values()).map(style::withGrain))
            .flatMap(style -> Stream.of(DateForm.values()).map(style::withDates))
            .flatMap(style -> Stream.of(new ConsoleCsv(style), new ConsoleXlsx(style)));
    Stream<ReportFileWriter> numbers =
        Stream.of(NumberForm.values())
            .map(form -> new ConsoleCsv(ConsoleStyle.of(Marketplace.DE).withNumbers(form)));
    return Stream.of(json, console, numbers).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void everyReportComesBackWhole(ReportFileWriter writer) throws IOException {
    for (ReportKind kind : ReportKind.values()) {
      if (writer.writes(kind)) {
        List<ReportRow> rows = rows(kind, writer.grain());
        Path file = folder.resolve(kind.key());
        writer.write(kind, rows, file);
        Imported imported = imported(file, writer);
        String what = "seed %d, %s of %s".formatted(SEED, kind, writer);
        assertThat(imported.facts().kind()).as(what).isEqualTo(kind);
        assertThat(imported.facts().grain()).as(what).isEqualTo(writer.grain());
        assertThat(imported.skipped()).as(what).isEmpty();
        assertThat(imported.ignoredColumns()).as(what).isEmpty();
        assertThat(imported.facts().rowsImported()).as(what).isEqualTo(rows.size());
        assertThat(shown(imported.totals())).as(what).isEqualTo(shown(sum(kind, rows, writer)));
      }
    }
  }

  private static List<ReportRow> rows(ReportKind kind, Grain grain) {
    return ACCOUNT.rows(kind, DAYS, PULLED).stream()
        .map(row ->
            grain == Grain.DAILY
                ? row
                : new ReportRow(DAYS.from(), DAYS.to(), row.key(), row.measures(), row.state()))
        .toList();
  }

  private static Imported imported(Path file, ReportFileWriter writer) {
    AccountId account = new AccountId("simulated");
    InMemoryPerformanceStore store = new InMemoryPerformanceStore();
    store.save(account, settings(writer));
    ImportResult result =
        new ReportFileImporter(store)
            .read(new Request(account, List.of(file), PULLED, Optional.empty()), Progress.NONE);
    assertThat(result.files()).as(writer.toString()).singleElement().isInstanceOf(Imported.class);
    return (Imported) result.files().getFirst();
  }

  /// The marketplace settles dates such as 02/03/2026.
  private static AccountSettings settings(ReportFileWriter writer) {
    return switch (writer) {
      case ReportingJson any -> AccountSettings.unset();
      case ConsoleCsv csv -> AccountSettings.unset().withMarketplace(csv.style().marketplace());
      case ConsoleXlsx xlsx -> AccountSettings.unset().withMarketplace(xlsx.style().marketplace());
    };
  }

  private static Metrics sum(ReportKind kind, List<ReportRow> rows, ReportFileWriter writer) {
    AttributionWindow window =
        writer.carried(kind).contains(Measure.ORDERS_7)
            ? AttributionWindow.DAYS_7
            : AttributionWindow.DAYS_14;
    return new Metrics(
        count(kind, rows, writer, Measure.IMPRESSIONS),
        count(kind, rows, writer, Measure.CLICKS),
        count(kind, rows, writer, Measure.SPEND).map(Money::fromMicros),
        count(kind, rows, writer, Measure.sales(window)).map(Money::fromMicros),
        count(kind, rows, writer, Measure.orders(window)),
        count(kind, rows, writer, Measure.units(window)));
  }

  private static Optional<Long> count(
      ReportKind kind, List<ReportRow> rows, ReportFileWriter writer, Measure measure) {
    return writer.carried(kind).contains(measure)
        ? Optional.of(rows.stream().mapToLong(row -> row.measures().get(measure)).sum())
        : Optional.empty();
  }

  private static List<String> shown(Metrics metrics) {
    return Stream.of(
            metrics.impressions(),
            metrics.clicks(),
            metrics.spend().map(BigDecimal::stripTrailingZeros).map(BigDecimal::toPlainString),
            metrics.sales().map(BigDecimal::stripTrailingZeros).map(BigDecimal::toPlainString),
            metrics.orders(),
            metrics.units())
        .map(Object::toString)
        .toList();
  }
}
