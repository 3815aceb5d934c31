package dev.spendlight.document;

import dev.spendlight.fact.Fact;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metrics;
import java.util.Locale;

/// How figures, facts, sums and periods are told.
final class FigureJson {
  private FigureJson() {}

  static void fact(Json json, Fact fact) {
    Figure figure = fact.figure();
    json.text("id", fact.id())
        .text("finding", fact.finding())
        .object("entity", entity -> EntityJson.write(entity, figure.entity()))
        .text("metric", figure.metric().key())
        .object("period", period -> period(period, figure.period()))
        .decimal("value", Json.rounded(figure.value()))
        .text("unit", figure.metric().unit().name().toLowerCase(Locale.ROOT))
        .text("kind", figure.nature().name().toLowerCase(Locale.ROOT))
        .text("provenance", figure.origin());
  }

  static void period(Json json, DateRange period) {
    json.text("from", period.from().toString())
        .text("to", period.to().toString())
        .number("days", period.days());
  }

  /// The sums alone.
  static void sums(Json json, Metrics metrics) {
    json.count("impressions", metrics.impressions())
        .count("clicks", metrics.clicks())
        .decimal("spend", metrics.spend())
        .decimal("sales", metrics.sales())
        .count("orders", metrics.orders())
        .count("units", metrics.units());
  }

  /// Sums, and the ratios of those sums.
  static void metrics(Json json, Metrics metrics) {
    sums(json, metrics);
    json.ratio("acos", metrics.acos())
        .ratio("ctr", metrics.ctr())
        .ratio("cvr", metrics.cvr())
        .ratio("cpc", metrics.cpc())
        .ratio("roas", metrics.roas());
  }
}
