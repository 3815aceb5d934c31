package dev.spendlight.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A daily campaign report as the console exports it, small and fictional.
final class CampaignReport {
  private static final String HEADER =
      "Date,Campaign Name,Currency,Impressions,Clicks,Spend,7 Day Total Orders (#),7 Day Total Sales";

  private final String currency;
  private final List<String> lines = new ArrayList<>(List.of(HEADER));

  CampaignReport() {
    this("USD");
  }

  CampaignReport(String currency) {
    this.currency = currency;
  }

  CampaignReport row(
      String day,
      String campaign,
      int impressions,
      int clicks,
      String spend,
      int orders,
      String sales) {
    String quoted = '"' + campaign.replace("\"", "\"\"") + '"';
    lines.add(
        String.join(
            ",", day, quoted, currency, "" + impressions, "" + clicks, spend, "" + orders, sales));
    return this;
  }

  /// One campaign with so many clicks at a dollar each, an order of 20 dollars for every tenth.
  static CampaignReport clicks(String day, String campaign, int clicks) {
    return new CampaignReport()
        .row(
            day,
            campaign,
            100 * clicks,
            clicks,
            clicks + ".00",
            clicks / 10,
            2 * (clicks / 10 * 10) + ".00");
  }

  CampaignReport line(String text) {
    lines.add(text);
    return this;
  }

  /// @return the file's path, as a user would type it
  String write(Path folder, String name) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
