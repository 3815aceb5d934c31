package dev.spendlight.simulator.file;

import static dev.spendlight.simulator.file.ConsoleColumn.*;

import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which columns a console report has, in the platform's order.
///
/// The order differs from report to report, and campaign files carry no units: readers go by
/// headers, never by place.
final class ConsoleLayout {
  private ConsoleLayout() {}

  static boolean has(ReportKind kind) {
    return kind != ReportKind.AD_GROUP;
  }

  static List<ConsoleColumn> columns(ReportKind kind, ConsoleStyle style) {
    if (!has(kind)) {
      throw new IllegalArgumentException("The console has no %s report.".formatted(kind.words()));
    }
    List<ConsoleColumn> columns = new ArrayList<>();
    if (style.grain() == Grain.DAILY) {
      columns.add(DATE);
    } else {
      columns.addAll(List.of(START_DATE, END_DATE));
    }
    columns.addAll(keys(kind, style.grain()));
    if (style.emptyColumn()) {
      columns.add(EMPTY);
    }
    columns.addAll(figures(kind));
    return columns;
  }

  static Set<Measure> carried(ReportKind kind, ConsoleStyle style) {
    Set<Measure> carried =
        EnumSet.of(
            Measure.IMPRESSIONS,
            Measure.CLICKS,
            Measure.SPEND,
            Measure.sales(style.window()),
            Measure.orders(style.window()));
    if (figures(kind).contains(UNITS)) {
      carried.add(Measure.units(style.window()));
    }
    return carried;
  }

  private static List<ConsoleColumn> keys(ReportKind kind, Grain grain) {
    return switch (kind) {
      case CAMPAIGN -> {
        List<ConsoleColumn> keys = new ArrayList<>();
        if (grain == Grain.DAILY) {
          // Beside `Date` these are the campaign's own first and last day.
          keys.addAll(List.of(START_DATE, END_DATE));
        }
        keys.addAll(
            List.of(
                PORTFOLIO,
                CAMPAIGN_TYPE,
                CAMPAIGN,
                STATUS,
                CURRENCY,
                BUDGET,
                TARGETING_TYPE,
                BIDDING_STRATEGY));
        yield keys;
      }
      case TARGETING -> List.of(PORTFOLIO, CURRENCY, CAMPAIGN, AD_GROUP, TARGETING, MATCH_TYPE);
      case SEARCH_TERM ->
          List.of(PORTFOLIO, CURRENCY, CAMPAIGN, AD_GROUP, TARGETING, MATCH_TYPE, SEARCH_TERM);
      case ADVERTISED_PRODUCT -> List.of(PORTFOLIO, CURRENCY, CAMPAIGN, AD_GROUP, SKU, ASIN);
      case PLACEMENT -> List.of(PORTFOLIO, CURRENCY, CAMPAIGN, BIDDING_STRATEGY, PLACEMENT);
      case BUDGET ->
          List.of(
              PORTFOLIO,
              PROGRAM_TYPE,
              CURRENCY,
              CAMPAIGN,
              STATUS,
              BUDGET,
              RECOMMENDED_BUDGET,
              TIME_IN_BUDGET);
      case AD_GROUP -> List.of();
    };
  }

  private static List<ConsoleColumn> figures(ReportKind kind) {
    return switch (kind) {
      case CAMPAIGN ->
          List.of(
              IMPRESSIONS,
              LAST_YEAR_IMPRESSIONS,
              CLICKS,
              LAST_YEAR_CLICKS,
              CTR,
              SPEND,
              LAST_YEAR_SPEND,
              CPC,
              LAST_YEAR_CPC,
              ORDERS,
              ACOS,
              ROAS,
              SALES);
      case TARGETING ->
          List.of(
              IMPRESSIONS,
              CLICKS,
              CTR,
              CPC,
              SPEND,
              ACOS,
              ROAS,
              SALES,
              ORDERS,
              UNITS,
              CONVERSION_RATE);
      case SEARCH_TERM, ADVERTISED_PRODUCT ->
          List.of(
              IMPRESSIONS,
              CLICKS,
              CTR,
              CPC,
              SPEND,
              SALES,
              ACOS,
              ROAS,
              ORDERS,
              UNITS,
              CONVERSION_RATE,
              ADVERTISED_SKU_UNITS,
              OTHER_SKU_UNITS,
              ADVERTISED_SKU_SALES,
              OTHER_SKU_SALES);
      case PLACEMENT -> List.of(IMPRESSIONS, CLICKS, CPC, SPEND, ACOS, ROAS, SALES, ORDERS, UNITS);
      case BUDGET ->
          List.of(
              IMPRESSIONS,
              LAST_YEAR_IMPRESSIONS,
              CLICKS,
              LAST_YEAR_CLICKS,
              CTR,
              SPEND,
              LAST_YEAR_SPEND,
              CPC,
              LAST_YEAR_CPC,
              ORDERS,
              ACOS,
              ROAS,
              SALES,
              MISSED_IMPRESSIONS_MIN,
              MISSED_IMPRESSIONS_MAX,
              MISSED_CLICKS_MIN,
              MISSED_CLICKS_MAX,
              MISSED_SALES_MIN,
              MISSED_SALES_MAX);
      case AD_GROUP -> List.of();
    };
  }
}
