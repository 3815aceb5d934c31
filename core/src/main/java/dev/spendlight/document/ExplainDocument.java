package dev.spendlight.document;

import dev.spendlight.driver.Decomposition;
import dev.spendlight.driver.Factor;
import dev.spendlight.driver.SegmentContribution;
import dev.spendlight.driver.SegmentContribution.Split;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.service.Explanation;
import dev.spendlight.service.Explanation.Part;
import dev.spendlight.service.Explanation.Side;
import dev.spendlight.service.ExplanationLocation.Place;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// `explain --json`, described by `explain.schema.json`.
///
/// Numbers that have to add up are told with all their digits.
public final class ExplainDocument {
  /// Parts told one by one; the others are told as one, so that all still add up.
  static final int PARTS = 1000;

  private static final List<Metric> FACTORS =
      List.of(Metric.CPC, Metric.CVR, Metric.AOV, Metric.IMPRESSIONS, Metric.CTR);

  private ExplainDocument() {}

  public static String of(Explanation explanation) {
    Optional<Decomposition> whole = explanation.decomposition();
    return Json.object(json -> {
      json.text("account", explanation.account().value())
          .text("as_of", explanation.asOf().toString())
          .text("currency", explanation.currency().map(Currency::getCurrencyCode))
          .text("metric", explanation.metric().key())
          .text("level", explanation.breakdown().key())
          .object("from", side -> side(side, explanation.before()))
          .object("to", side -> side(side, explanation.after()))
          .truth("per_day", explanation.perDay())
          .exact("before", value(explanation, explanation.before(), Decomposition::before))
          .exact("after", value(explanation, explanation.after(), Decomposition::after))
          .exact("change", number(whole, Decomposition::change))
          .number("entities", explanation.entities().size());
      located(json, "located", explanation.location().places());
      json.objects("parts", rows(explanation), ExplainDocument::row)
          .exact("sum_of_parts", number(whole, Decomposition::sumOfParts))
          .object(
              "factors",
              fields ->
                  factors(
                      fields,
                      metric ->
                          whole
                              .map(each -> Factor.find(each.factors(), metric))
                              .orElseGet(OptionalDouble::empty)))
          .texts("caveats", explanation.caveats());
    });
  }

  /// The widest place, with the narrower one within it.
  private static void located(Json json, String name, List<Place> places) {
    if (places.isEmpty()) {
      json.absent(name);
      return;
    }
    Place place = places.getFirst();
    json.object(
        name,
        fields -> {
          fields
              .text("level", place.level().key())
              .objects("entities", place.entities(), EntityJson::write)
              .exact("share_of_change", OptionalDouble.of(place.shareOfChange()))
              .exact("size_share", OptionalDouble.of(place.sizeShare()));
          located(fields, "within", places.subList(1, places.size()));
        });
  }

  private static void side(Json json, Side side) {
    FigureJson.period(json, side.coverage().period());
    json.number("delivered_days", side.delivered())
        .text("report", side.coverage().kind().key())
        .text("grain", side.coverage().grain().key())
        .object("totals", totals -> FigureJson.metrics(totals, side.totals()));
  }

  private static OptionalDouble number(
      Optional<Decomposition> whole, Function<Decomposition, Double> value) {
    return whole.map(each -> OptionalDouble.of(value.apply(each))).orElseGet(OptionalDouble::empty);
  }

  /// Of a ratio that lacks a denominator in one period, the other period's value all the same.
  private static OptionalDouble value(
      Explanation explanation, Side side, Function<Decomposition, Double> value) {
    return explanation.decomposition().isPresent()
        ? number(explanation.decomposition(), value)
        : side.totals()
            .get(explanation.metric())
            .map(each -> OptionalDouble.of(each.doubleValue()))
            .orElseGet(OptionalDouble::empty);
  }

  /// One element of `parts`.
  ///
  /// @param part the entity; absent for all others together
  /// @param members what the numbers are sums of
  private record Row(Optional<Part> part, String kind, List<Part> members) {
    double contribution() {
      return members.stream().mapToDouble(each -> each.contribution().contribution()).sum();
    }

    /// The sum over the members; absent when one of them has none.
    OptionalDouble sum(Function<SegmentContribution<String>, OptionalDouble> value) {
      List<OptionalDouble> values =
          members.stream().map(each -> value.apply(each.contribution())).toList();
      return values.stream().allMatch(OptionalDouble::isPresent)
          ? OptionalDouble.of(values.stream().mapToDouble(OptionalDouble::getAsDouble).sum())
          : OptionalDouble.empty();
    }

    OptionalDouble split(Function<Split, Double> value) {
      return sum(each ->
          each.split()
              .map(split -> OptionalDouble.of(value.apply(split)))
              .orElseGet(OptionalDouble::empty));
    }

    Metrics metrics(Function<Part, Metrics> period) {
      return members.stream().map(period).reduce(Metrics::plus).orElse(Metrics.UNKNOWN);
    }
  }

  private static List<Row> rows(Explanation explanation) {
    List<Part> parts = explanation.parts();
    Stream<Row> told =
        parts.stream()
            .limit(PARTS)
            .map(part ->
                new Row(Optional.of(part), kind(explanation.metric(), part), List.of(part)));
    return parts.size() <= PARTS
        ? told.toList()
        : Stream.concat(
                told,
                Stream.of(new Row(Optional.empty(), "others", parts.subList(PARTS, parts.size()))))
            .toList();
  }

  private static void row(Json json, Row row) {
    row.part()
        .ifPresentOrElse(
            part -> json.object("entity", entity -> EntityJson.write(entity, part.entity())),
            () -> json.absent("entity"));
    json.text("class", row.kind())
        .exact("contribution", OptionalDouble.of(row.contribution()))
        .exact("mix", row.split(Split::mix))
        .exact("rate", row.split(Split::rate));
    factors(json, metric -> row.sum(part -> part.factor(metric)));
    json.object("before", before -> FigureJson.metrics(before, row.metrics(Part::before)))
        .object("after", after -> FigureJson.metrics(after, row.metrics(Part::after)));
  }

  private static String kind(Metric metric, Part part) {
    return switch (part.contribution().course()) {
      case CONTINUED -> "continuing";
      case STARTED -> "started";
      case STOPPED -> "stopped";
      case WITHOUT_DENOMINATOR ->
          metric == Metric.ACOS ? "spend_without_sales" : "without_denominator";
    };
  }

  private static void factors(Json json, Function<Metric, OptionalDouble> value) {
    FACTORS.forEach(metric -> json.exact(metric.key(), value.apply(metric)));
  }
}
