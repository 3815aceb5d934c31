package dev.spendlight.app;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import dev.spendlight.simulator.file.ReportingJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// An account in which everything has a name by somebody else: each text names a campaign, an ad
/// group, a keyword that never sells, a search term that never sells, and a product's SKU.
final class ForeignAccount {
  static final LocalDate LAST = LocalDate.of(2026, 3, 14);
  private static final int DAYS = 7;

  private final Map<ReportKind, List<ReportRow>> rows = new EnumMap<>(ReportKind.class);

  private ForeignAccount() {}

  /// Writes its reports as the Reporting API delivers them.
  static Path write(Path folder, List<String> texts) {
    ForeignAccount account = new ForeignAccount();
    for (int i = 0; i < texts.size(); i++) {
      account.campaign(1_000 + i, texts.get(i));
    }
    ReportingJson json = new ReportingJson(Currency.getInstance("USD"));
    try {
      Files.createDirectories(folder);
      for (Map.Entry<ReportKind, List<ReportRow>> each : account.rows.entrySet()) {
        json.write(each.getKey(), each.getValue(), folder.resolve(json.fileName(each.getKey())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private void campaign(int id, String text) {
    RowKey sells = target(id, text, 1, "garden chair " + id);
    RowKey dead = target(id, text, 2, text);
    RowKey product =
        new RowKey(
            "" + id,
            text,
            id + "0",
            text,
            "",
            "",
            MatchType.NONE,
            "",
            "B0%08d".formatted(id),
            text,
            id + "9",
            "");
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = LAST.minusDays(i);
      row(ReportKind.TARGETING, day, sells, 60, 6);
      row(ReportKind.TARGETING, day, dead, 40, 0);
      row(ReportKind.SEARCH_TERM, day, sells.withSearchTerm("garden chair " + id), 30, 6);
      row(ReportKind.SEARCH_TERM, day, sells.withSearchTerm(text), 30, 0);
      row(ReportKind.SEARCH_TERM, day, dead.withSearchTerm("garden bench " + id), 40, 0);
      row(ReportKind.ADVERTISED_PRODUCT, day, product, 100, 6);
    }
  }

  private static RowKey target(int campaign, String text, int number, String keyword) {
    return RowKey.target(
        "" + campaign,
        text,
        campaign + "0",
        text,
        campaign + "0" + number,
        keyword,
        MatchType.BROAD);
  }

  /// Clicks of a dollar, and orders of 30.
  private void row(ReportKind kind, LocalDate day, RowKey key, int clicks, int orders) {
    rows.computeIfAbsent(kind, any -> new ArrayList<>())
        .add(
            new ReportRow(
                day,
                day,
                key,
                Measures.ZERO
                    .with(Measure.IMPRESSIONS, 100L * clicks)
                    .with(Measure.CLICKS, clicks)
                    .with(Measure.SPEND, clicks * 1_000_000L)
                    .with(Measure.ORDERS_7, orders)
                    .with(Measure.UNITS_7, orders)
                    .with(Measure.SALES_7, orders * 30_000_000L),
                EntityState.UNKNOWN));
  }
}
