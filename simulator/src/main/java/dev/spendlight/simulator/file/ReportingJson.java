package dev.spendlight.simulator.file;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;

/// A report of the Reporting API, version 3: a JSON array, one object a row, ids and names, all
/// attribution windows.
///
/// @param grain daily (`date`), or summary (`startDate`, `endDate`)
/// @param gzip as the API delivers it
/// @param windows the attribution windows whose columns were asked for
public record ReportingJson(
    Currency currency, Grain grain, boolean gzip, Set<AttributionWindow> windows)
    implements ReportFileWriter {

  public ReportingJson {
    windows = Set.copyOf(windows);
  }

  /// With all windows.
  public ReportingJson(Currency currency, Grain grain, boolean gzip) {
    this(currency, grain, gzip, EnumSet.allOf(AttributionWindow.class));
  }

  /// Daily and gzipped.
  public ReportingJson(Currency currency) {
    this(currency, Grain.DAILY, true);
  }

  @Override
  public boolean writes(ReportKind kind) {
    return kind != ReportKind.BUDGET;
  }

  @Override
  public Set<Measure> carried(ReportKind kind) {
    Set<Measure> carried = EnumSet.of(Measure.IMPRESSIONS, Measure.CLICKS, Measure.SPEND);
    for (AttributionWindow window : windows) {
      carried.add(Measure.sales(window));
      carried.add(Measure.orders(window));
      carried.add(Measure.units(window));
    }
    return carried;
  }

  @Override
  public boolean hasIds() {
    return true;
  }

  @Override
  public String fileName(ReportKind kind) {
    String name =
        switch (kind) {
          case CAMPAIGN -> "spCampaigns";
          case AD_GROUP -> "spCampaigns-adGroup";
          case PLACEMENT -> "spCampaigns-campaignPlacement";
          case TARGETING -> "spTargeting";
          case SEARCH_TERM -> "spSearchTerm";
          case ADVERTISED_PRODUCT -> "spAdvertisedProduct";
          case BUDGET -> throw noBudget();
        };
    return name + (gzip ? ".json.gz" : ".json");
  }

  @Override
  public RowWriter open(ReportKind kind, OutputStream out) throws IOException {
    if (kind == ReportKind.BUDGET) {
      throw noBudget();
    }
    return new JsonRows(gzip ? new FastGzip(out) : out, kind, this);
  }

  private static IllegalArgumentException noBudget() {
    return new IllegalArgumentException("The Reporting API has no budget report.");
  }
}
