package processes;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.account.MatchType;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.service.ImportService;
import dev.spendlight.simulator.file.ConsoleCsv;
import dev.spendlight.simulator.file.ConsoleStyle;
import dev.spendlight.simulator.file.DateForm;
import dev.spendlight.simulator.file.NumberForm;
import dev.spendlight.simulator.file.RowWriter;
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Small accounts of four targets over thirty days, one of which stops to sell.
record Shops(int count, LocalDate firstPull) {
  private static final int DAYS = 30;
  private static final int TARGETS = 4;

  AccountId id(int shop) {
    return new AccountId("shop-%03d".formatted(shop));
  }

  /// The day on which a version is pulled; its last day is the one before.
  LocalDate pulled(int version) {
    return firstPull.plusDays(version);
  }

  void importAll(Path data, Path work) throws IOException {
    try (PerformanceStore store = new DuckDbPerformanceStore(data)) {
      ImportService imports = new ImportService(store, new ReportFileImporter(store));
      for (int shop = 0; shop < count; shop++) {
        Path file = Files.write(work.resolve("targeting.csv"), report(shop, 0));
        imports.read(new Request(id(shop), List.of(file), pulled(0), Optional.empty()), Progress.NONE);
        store.save(
            id(shop),
            store.settings(id(shop)).orElse(AccountSettings.unset()).withTargetAcos(new BigDecimal("0.30")));
      }
    }
  }

  /// A console report; another version has other figures and, every third, another target that does not sell.
  byte[] report(int shop, int version) throws IOException {
    ConsoleCsv csv =
        new ConsoleCsv(
            ConsoleStyle.of(Marketplace.US).withDates(DateForm.ISO).withNumbers(NumberForm.PLAIN));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Random chance = new Random(1_000L * shop + version);
    try (RowWriter rows = csv.open(ReportKind.TARGETING, out)) {
      for (int target = 0; target < TARGETS; target++) {
        int clicks = 8 + chance.nextInt(12);
        boolean dead = target == (shop + version / 3) % TARGETS;
        for (int day = DAYS; day >= 1; day--) {
          long orders = dead ? 0 : chance.nextInt(100) < clicks * 8 ? 1 : 0;
          rows.write(row(shop, target, pulled(version).minusDays(day), clicks, orders));
        }
      }
    }
    return out.toByteArray();
  }

  private static ReportRow row(int shop, int target, LocalDate day, long clicks, long orders) {
    RowKey key =
        RowKey.target(
            Long.toString(210_000_000L + shop),
            "Campaign " + shop,
            Long.toString(320_000_000L + shop),
            "Ad group " + shop,
            Long.toString(430_000_000L + 10L * shop + target),
            "garden tool " + target,
            MatchType.EXACT);
    Measures measures =
        Measures.ZERO
            .with(Measure.IMPRESSIONS, clicks * 60)
            .with(Measure.CLICKS, clicks)
            .with(Measure.SPEND, clicks * 700_000)
            .with(Measure.ORDERS_7, orders)
            .with(Measure.UNITS_7, orders)
            .with(Measure.SALES_7, orders * 24_990_000);
    return new ReportRow(day, day, key, measures, EntityState.UNKNOWN);
  }
}
