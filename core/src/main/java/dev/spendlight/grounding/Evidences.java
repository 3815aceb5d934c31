package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.grounding.Contrast.With;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sheet's facts show when they are held against each other: worked out once for all texts.
final class Evidences {
  private final FactSheet sheet;
  private final Map<String, Finding> findings = new HashMap<>();
  private final Map<String, List<Fact>> factsOf = new HashMap<>();
  private final Map<String, List<Contrast>> contrastsOf = new HashMap<>();
  private final List<Contrast> ofAccount;

  Evidences(FactSheet sheet) {
    this.sheet = sheet;
    sheet.findings().findings().forEach(each -> findings.put(each.id(), each));
    for (Fact fact : sheet.facts()) {
      factsOf.computeIfAbsent(fact.finding().orElse(""), any -> new ArrayList<>()).add(fact);
    }
    factsOf.forEach((finding, facts) -> contrastsOf.put(finding, contrasts(facts)));
    ofAccount = contrastsOf.getOrDefault("", List.of());
  }

  FactSheet sheet() {
    return sheet;
  }

  Optional<Finding> findingOf(Fact fact) {
    return fact.finding().map(findings::get);
  }

  Optional<Finding> finding(String id) {
    return Optional.ofNullable(findings.get(id));
  }

  List<Fact> factsOf(Finding finding) {
    return factsOf.getOrDefault(finding.id(), List.of());
  }

  /// Those of a finding.
  List<Contrast> contrastsOf(Finding finding) {
    return contrastsOf.getOrDefault(finding.id(), List.of());
  }

  /// Those of the account as a whole.
  List<Contrast> ofAccount() {
    return ofAccount;
  }

  private static List<Contrast> contrasts(List<Fact> facts) {
    List<Contrast> contrasts = new ArrayList<>();
    for (Fact current : facts) {
      for (Fact reference : facts) {
        with(current.figure(), reference.figure())
            .map(each -> new Contrast(current, reference, each))
            .ifPresent(contrasts::add);
      }
    }
    return List.copyOf(contrasts);
  }

  private static Optional<With> with(Figure current, Figure reference) {
    boolean sameThing = current.entity().equals(reference.entity());
    if (sameThing
        && current.metric() == reference.metric()
        && reference.period().to().isBefore(current.period().from())) {
      return Optional.of(With.BEFORE);
    }
    boolean usual =
        (current.metric() == Metric.ORDERS && reference.metric() == Metric.EXPECTED_ORDERS)
            || (current.metric() == Metric.DAILY_IMPRESSIONS
                && reference.metric() == Metric.DAILY_IMPRESSIONS
                && current.nature() != Figure.Nature.ESTIMATED
                && reference.nature() == Figure.Nature.ESTIMATED);
    if (sameThing && usual) {
      return Optional.of(With.USUAL);
    }
    boolean wanted =
        current.metric() == Metric.ACOS
            && (reference.metric() == Metric.TARGET_ACOS
                || (reference.metric() == Metric.ACOS
                    && reference.entity() instanceof Entity.Account
                    && !sameThing));
    return wanted ? Optional.of(With.WANTED) : Optional.empty();
  }

  /// The part of a change that one factor has, between 0 and 1; 0 where it moved the other way.
  static double share(Finding finding, Driver.Part part) {
    double whole = change(finding, part.of());
    return whole == 0 ? 0 : Math.max(0, part.contribution() / whole);
  }

  /// The whole change of a metric that a finding's drivers take apart.
  static double change(Finding finding, Metric of) {
    return finding.drivers().stream()
        .mapToDouble(
            each -> each instanceof Driver.Part part && part.of() == of ? part.contribution() : 0)
        .sum();
  }

  /// Whether a finding tells of a change in time, rather than of a level.
  static boolean isChange(Finding finding) {
    return finding.onset().isPresent()
        && finding.kind() != FindingKind.LAUNCH_OUTPERFORMING
        && finding.kind() != FindingKind.LAUNCH_UNDERPERFORMING;
  }
}
