package dev.spendlight.simulator.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spendlight.account.MatchType;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// The objects of a Reporting v3 file.
///
/// Ids are written as numbers, as the API does, although they are larger than a double holds. What
/// does not apply is null. `cost` stands beside `spend` in campaign files: the same money, not more
/// of it.
final class JsonRows implements RowWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_NUMBER = 18;

  private final JsonGenerator json;
  private final ReportKind kind;
  private final Grain grain;
  private final String currency;
  private final List<WindowFields> windows;

  JsonRows(OutputStream out, ReportKind kind, ReportingJson form) throws IOException {
    this.json = JSON.createGenerator(out);
    this.kind = kind;
    this.grain = form.grain();
    this.currency = form.currency().getCurrencyCode();
    this.windows = form.windows().stream().sorted().map(WindowFields::new).toList();
    json.writeStartArray();
  }

  @Override
  public void write(ReportRow row) throws IOException {
    json.writeStartObject();
    if (grain == Grain.DAILY) {
      json.writeStringField("date", row.from().toString());
    } else {
      json.writeStringField("startDate", row.from().toString());
      json.writeStringField("endDate", row.to().toString());
    }
    keys(row.key(), row.state());
    figures(row.measures());
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.close();
  }

  private void keys(RowKey key, EntityState state) throws IOException {
    id("campaignId", key.campaignId());
    text("campaignName", key.campaignName());
    switch (kind) {
      case CAMPAIGN, PLACEMENT -> {
        text("campaignStatus", state.status());
        money("campaignBudgetAmount", state.budgetMicros());
        json.writeStringField("campaignBudgetType", "DAILY_BUDGET");
        if (kind == ReportKind.PLACEMENT) {
          text("placementClassification", key.placement());
        }
      }
      case AD_GROUP -> adGroup(key);
      case TARGETING -> {
        target(key);
        money("keywordBid", state.bidMicros());
        text("adKeywordStatus", state.status());
      }
      case SEARCH_TERM -> {
        target(key);
        text("searchTerm", key.searchTerm());
      }
      case ADVERTISED_PRODUCT -> {
        adGroup(key);
        id("adId", key.adId());
        text("advertisedAsin", key.asin());
        text("advertisedSku", key.sku());
      }
      case BUDGET -> throw new IllegalStateException("No budget report here.");
    }
    json.writeStringField("campaignBudgetCurrencyCode", currency);
  }

  private void adGroup(RowKey key) throws IOException {
    id("adGroupId", key.adGroupId());
    text("adGroupName", key.adGroupName());
  }

  private void target(RowKey key) throws IOException {
    adGroup(key);
    id("keywordId", key.targetId());
    text("keyword", key.targeting());
    text("targeting", key.targeting());
    String type = type(key.matchType());
    text("matchType", type);
    text("keywordType", type);
  }

  private static String type(MatchType type) {
    return switch (type) {
      case BROAD, PHRASE, EXACT -> type.name();
      case PRODUCT -> "TARGETING_EXPRESSION";
      case AUTO -> "TARGETING_EXPRESSION_PREDEFINED";
      case NONE -> "";
    };
  }

  private void figures(Measures sums) throws IOException {
    long impressions = sums.get(Measure.IMPRESSIONS);
    long clicks = sums.get(Measure.CLICKS);
    long spend = sums.get(Measure.SPEND);
    json.writeNumberField("impressions", impressions);
    json.writeNumberField("clicks", clicks);
    money("cost", spend);
    if (kind == ReportKind.CAMPAIGN) {
      money("spend", spend);
    }
    ratio("costPerClick", spend / 1e6, clicks);
    ratio("clickThroughRate", 100.0 * clicks, impressions);
    for (WindowFields window : windows) {
      window.write(json, sums);
    }
  }

  private void id(String field, String id) throws IOException {
    json.writeFieldName(field);
    if (id.isEmpty()) {
      json.writeNull();
    } else if (isNumber(id)) {
      json.writeNumber(Long.parseLong(id));
    } else {
      json.writeString(id);
    }
  }

  private static boolean isNumber(String id) {
    if (id.length() > LONGEST_NUMBER || id.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private void text(String field, String text) throws IOException {
    json.writeFieldName(field);
    if (text.isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(text);
    }
  }

  private void money(String field, Optional<Long> micros) throws IOException {
    if (micros.isPresent()) {
      money(field, micros.get());
    } else {
      json.writeNullField(field);
    }
  }

  private void money(String field, long micros) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(NumberText.decimal(micros, 1));
  }

  private void ratio(String field, double part, long whole) throws IOException {
    json.writeFieldName(field);
    if (whole == 0) {
      json.writeNull();
    } else {
      json.writeNumber(part / whole);
    }
  }
}
