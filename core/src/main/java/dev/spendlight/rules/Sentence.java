package dev.spendlight.rules;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /// The campaign that it lies in.
  String campaign() {
    return FactSheet.campaignOf(finding.entity()).map(this::name).orElse("the account");
  }

  /// The fact that states a metric of the finding's own entity, or of the account's settings.
  Optional<String> fact(Metric metric) {
    return sheet.facts().stream()
        .filter(fact ->
            fact.finding().equals(Optional.of(finding.id())) && fact.figure().metric() == metric)
        .filter(
            fact -> metric == Metric.TARGET_ACOS || fact.figure().entity().equals(finding.entity()))
        .findFirst()
        .map(fact -> "{" + fact.id() + "}");
  }

  /// The account's own ACOS, where the finding is judged against it.
  Optional<String> comparator() {
    return sheet.facts().stream()
        .filter(fact -> fact.finding().equals(Optional.of(finding.id())))
        .filter(fact -> fact.figure().metric() == Metric.ACOS)
        .filter(fact -> fact.figure().entity() instanceof Entity.Account)
        .findFirst()
        .map(fact -> "{" + fact.id() + "}");
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
