package dev.spendlight.simulator.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import java.io.IOException;

/// The fields of one attribution window in a Reporting v3 row.
///
/// The API has ratios for two of the windows. The `SameSku` fields are a part of the sums above
/// them, under names that look like theirs.
final class WindowFields {
  private final Measure orders;
  private final Measure units;
  private final Measure sales;
  private final boolean ratios;
  private final SerializedString purchasesField;
  private final SerializedString unitsField;
  private final SerializedString salesField;
  private final SerializedString acosField;
  private final SerializedString roasField;
  private final SerializedString sameSkuPurchasesField;
  private final SerializedString sameSkuSalesField;

  WindowFields(AttributionWindow window) {
    String days = window.days() + "d";
    this.orders = Measure.orders(window);
    this.units = Measure.units(window);
    this.sales = Measure.sales(window);
    this.ratios = window == AttributionWindow.DAYS_7 || window == AttributionWindow.DAYS_14;
    this.purchasesField = new SerializedString("purchases" + days);
    this.unitsField = new SerializedString("unitsSoldClicks" + days);
    this.salesField = new SerializedString("sales" + days);
    this.acosField = new SerializedString("acosClicks" + days);
    this.roasField = new SerializedString("roasClicks" + days);
    this.sameSkuPurchasesField = new SerializedString("purchasesSameSku" + days);
    this.sameSkuSalesField = new SerializedString("attributedSalesSameSku" + days);
  }

  void write(JsonGenerator json, Measures sums) throws IOException {
    long sold = sums.get(sales);
    json.writeFieldName(purchasesField);
    json.writeNumber(sums.get(orders));
    json.writeFieldName(unitsField);
    json.writeNumber(sums.get(units));
    json.writeFieldName(salesField);
    json.writeNumber(NumberText.decimal(sold, 1));
    if (ratios) {
      long spend = sums.get(Measure.SPEND);
      ratio(json, acosField, 100.0 * spend, sold);
      ratio(json, roasField, (double) sold, spend);
    }
    json.writeFieldName(sameSkuPurchasesField);
    json.writeNumber(sums.get(orders) * 4 / 5);
    json.writeFieldName(sameSkuSalesField);
    json.writeNumber(NumberText.decimal(sold - sold / 5, 1));
  }

  private static void ratio(JsonGenerator json, SerializedString field, double part, long whole)
      throws IOException {
    json.writeFieldName(field);
    if (whole == 0) {
      json.writeNull();
    } else {
      json.writeNumber(part / whole);
    }
  }
}
