package dev.spendlight.rules;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Placeholders of one finding, for writing about it.
final class Sentence {
  private final FactSheet sheet;
  private final Finding finding;

  Sentence(FactSheet sheet, Finding finding) {
    this.sheet = sheet;
    this.finding = finding;
  }

  /// `{k1}`: the finding's entity.
  String it() {
    return name(finding.entity());
  }

  String name(Entity entity) {
    return sheet
        .aliasOf(entity)
        .map(alias -> "{" + alias.id() + "}")
        .orElseThrow(() -> new IllegalArgumentException("no alias for " + entity));
  }

  /// The campaign that it lies in, or that has most of its spend.
  String campaign() {
    return FactSheet.campaignOf(finding).map(this::name).orElse("the account");
  }

  /// The fact that states a metric of the finding's own entity in its days, or of the account's
  /// settings.
  Optional<String> fact(Metric metric) {
    return facts(metric).filter(fact -> !isBefore(fact)).findFirst().map(Sentence::cite);
  }

  /// The same of the days before.
  private Optional<String> before(Metric metric) {
    return facts(metric).filter(this::isBefore).findFirst().map(Sentence::cite);
  }

  /// The fact that states a metric of a thing with this very value, such as a bid to be set.
  String stating(Entity entity, Metric metric, BigDecimal value) {
    return own()
        .filter(fact -> fact.figure().entity().equals(entity) && fact.figure().metric() == metric)
        .filter(fact -> fact.figure().value().compareTo(value) == 0)
        .findFirst()
        .map(Sentence::cite)
        .orElseThrow(() -> new IllegalArgumentException("no fact states " + metric));
  }

  /// The same of a value as a driver has it.
  String stating(Entity entity, Metric metric, double value) {
    return stating(entity, metric, new BigDecimal(value, MathContext.DECIMAL32));
  }

  private Stream<Fact> own() {
    return sheet.facts().stream().filter(fact -> fact.finding().equals(Optional.of(finding.id())));
  }

  private Stream<Fact> facts(Metric metric) {
    return own()
        .filter(fact -> fact.figure().metric() == metric)
        .filter(fact ->
            metric == Metric.TARGET_ACOS || fact.figure().entity().equals(finding.entity()));
  }

  private boolean isBefore(Fact fact) {
    return fact.figure().period().to().isBefore(finding.window().from());
  }

  /// `{f1}, against {f9}`: a metric since something began, and before, as far as they are known.
  String change(Metric metric) {
    return fact(metric).orElse("") + before(metric).map(", against %s"::formatted).orElse("");
  }

  /// The same where room is short.
  String changeBriefly(Metric metric) {
    return fact(metric).orElse("") + before(metric).map(", %s"::formatted).orElse("");
  }

  /// The first and the second figure of a metric, both of the same days: what was seen and what was
  /// due.
  String seenAndDue(Metric metric, String words) {
    List<String> both = facts(metric).map(Sentence::cite).limit(2).toList();
    return String.join(words, both);
  }

  /// The account's own ACOS, where the finding is judged against it.
  Optional<String> comparator() {
    return own()
        .filter(fact -> fact.figure().metric() == Metric.ACOS)
        .filter(fact -> fact.figure().entity() instanceof Entity.Account)
        .findFirst()
        .map(Sentence::cite);
  }

  static String cite(Fact fact) {
    return "{" + fact.id() + "}";
  }

  /// The first words when the fact is known, with `%s` in its place; else nothing.
  String with(String words, Metric metric) {
    return fact(metric).map(words::formatted).orElse("");
  }

  /// Those that are known, as `a, b and c`.
  String list(Metric... metrics) {
    List<String> known = new ArrayList<>();
    for (Metric metric : metrics) {
      fact(metric).ifPresent(known::add);
    }
    return listed(known);
  }

  static String listed(List<String> parts) {
    return switch (parts.size()) {
      case 0 -> "";
      case 1 -> parts.getFirst();
      default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    };
  }
}
