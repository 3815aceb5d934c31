package dev.spendlight.simulator.file;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportRow;
import java.math.BigDecimal;

/// The values of a row as console files show them.
///
/// Ratios are those of the row, as the platform prints them. Of the splits that rows do not tell
/// (advertised and other SKUs, missed ranges) something plausible stands there, so that readers
/// meet the columns.
final class ConsoleCells {
  private static final long OTHER_SKU_EVERY = 5;
  private static final double MISSED_LOW = 0.85;
  private static final double MISSED_HIGH = 1.25;

  private final ConsoleStyle style;
  private final Measure salesColumn;
  private final Measure ordersColumn;
  private final Measure unitsColumn;

  ConsoleCells(ConsoleStyle style) {
    this.style = style;
    this.salesColumn = Measure.sales(style.window());
    this.ordersColumn = Measure.orders(style.window());
    this.unitsColumn = Measure.units(style.window());
  }

  Cell of(ConsoleColumn column, ReportRow row) {
    Measures sums = row.measures();
    long impressions = sums.get(Measure.IMPRESSIONS);
    long clicks = sums.get(Measure.CLICKS);
    long spend = sums.get(Measure.SPEND);
    long sales = sums.get(salesColumn);
    long orders = sums.get(ordersColumn);
    long units = sums.get(unitsColumn);
    return switch (column) {
      case DATE -> new Cell.Day(row.from());
      case START_DATE -> startDate(row);
      case END_DATE -> style.grain() == Grain.DAILY ? Cell.BLANK : new Cell.Day(row.to());
      case PORTFOLIO -> new Cell.Text("No Portfolio");
      case PROGRAM_TYPE, CAMPAIGN_TYPE -> new Cell.Text("Sponsored Products");
      case CURRENCY -> new Cell.Text(style.currency().getCurrencyCode());
      case CAMPAIGN -> new Cell.Text(row.key().campaignName());
      case AD_GROUP -> new Cell.Text(row.key().adGroupName());
      case STATUS -> new Cell.Text(row.state().status());
      case BUDGET -> row.state().budgetMicros().<Cell>map(Cell.Amount::new).orElse(Cell.BLANK);
      case RECOMMENDED_BUDGET -> recommended(row);
      case TIME_IN_BUDGET ->
          row.state()
              .timeInBudget()
              .<Cell>map(share -> new Cell.Percent(share.doubleValue()))
              .orElse(Cell.BLANK);
      case TARGETING_TYPE -> new Cell.Text("Manual targeting");
      case BIDDING_STRATEGY -> new Cell.Text("Dynamic bids - down only");
      case TARGETING -> new Cell.Text(row.key().targeting());
      case MATCH_TYPE -> new Cell.Text(matchType(row.key().matchType()));
      case SEARCH_TERM -> new Cell.Text(row.key().searchTerm());
      case SKU -> new Cell.Text(row.key().sku());
      case ASIN -> new Cell.Text(row.key().asin());
      case PLACEMENT -> new Cell.Text(row.key().placement());
      case IMPRESSIONS -> new Cell.Count(impressions);
      case CLICKS -> new Cell.Count(clicks);
      case SPEND -> new Cell.Amount(spend);
      case SALES -> new Cell.Amount(sales);
      case ORDERS -> new Cell.Count(orders);
      case UNITS -> new Cell.Count(units);
      case CTR -> percent(clicks, impressions);
      case CPC -> clicks == 0 ? Cell.BLANK : new Cell.Amount(Math.round((double) spend / clicks));
      case ACOS -> percent(spend, sales);
      case ROAS -> spend == 0 ? Cell.BLANK : new Cell.Factor((double) sales / spend);
      case CONVERSION_RATE -> percent(orders, clicks);
      case ADVERTISED_SKU_UNITS -> new Cell.Count(units - units / OTHER_SKU_EVERY);
      case OTHER_SKU_UNITS -> new Cell.Count(units / OTHER_SKU_EVERY);
      case ADVERTISED_SKU_SALES -> new Cell.Amount(sales - sales / OTHER_SKU_EVERY);
      case OTHER_SKU_SALES -> new Cell.Amount(sales / OTHER_SKU_EVERY);
      case MISSED_IMPRESSIONS_MIN -> new Cell.Count(missed(row, impressions, MISSED_LOW));
      case MISSED_IMPRESSIONS_MAX -> new Cell.Count(missed(row, impressions, MISSED_HIGH));
      case MISSED_CLICKS_MIN -> new Cell.Count(missed(row, clicks, MISSED_LOW));
      case MISSED_CLICKS_MAX -> new Cell.Count(missed(row, clicks, MISSED_HIGH));
      case MISSED_SALES_MIN -> new Cell.Amount(missed(row, sales, MISSED_LOW));
      case MISSED_SALES_MAX -> new Cell.Amount(missed(row, sales, MISSED_HIGH));
      case EMPTY, LAST_YEAR_IMPRESSIONS, LAST_YEAR_CLICKS, LAST_YEAR_SPEND, LAST_YEAR_CPC ->
          Cell.BLANK;
    };
  }

  private Cell startDate(ReportRow row) {
    return style.grain() == Grain.DAILY
        ? row.state().start().<Cell>map(Cell.Day::new).orElse(Cell.BLANK)
        : new Cell.Day(row.from());
  }

  private static Cell recommended(ReportRow row) {
    double shortOf = 1 - row.state().timeInBudget().map(BigDecimal::doubleValue).orElse(1.0);
    if (shortOf <= 0 || row.state().budgetMicros().isEmpty()) {
      return Cell.BLANK;
    }
    double wanted = row.state().budgetMicros().get() * (1 + shortOf);
    return new Cell.Amount(Math.round(wanted / 1e6) * 1_000_000);
  }

  private static long missed(ReportRow row, long had, double part) {
    double share = row.state().timeInBudget().map(BigDecimal::doubleValue).orElse(1.0);
    return share <= 0 ? 0 : Math.round(had * (1 / share - 1) * part);
  }

  private static Cell percent(long part, long whole) {
    return whole == 0 ? Cell.NO_RATIO : new Cell.Percent((double) part / whole);
  }

  private static String matchType(MatchType type) {
    return switch (type) {
      case BROAD, PHRASE, EXACT -> type.name();
      case AUTO, PRODUCT, NONE -> "-";
    };
  }
}
