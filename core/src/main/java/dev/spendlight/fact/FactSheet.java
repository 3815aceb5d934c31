package dev.spendlight.fact;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.Findings;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.summary.AccountSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an analyst is given: the account's facts, the findings with theirs, and an alias for
/// each thing.
public final class FactSheet {
  private final AccountSummary summary;
  private final Findings findings;
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<Entity, Alias> aliases = new LinkedHashMap<>();
  private final Map<String, Alias> aliasById = new LinkedHashMap<>();

  private FactSheet(AccountSummary summary, Findings findings) {
    this.summary = summary;
    this.findings = findings;
  }

  /// Numbers facts and things: the account's first, then the findings' in their order.
  public static FactSheet of(AccountSummary summary, Findings findings, List<Figure> ofAccount) {
    FactSheet sheet = new FactSheet(summary, findings);
    ofAccount.forEach(figure -> sheet.add(figure, Optional.empty()));
    for (Finding finding : findings.findings()) {
      sheet.alias(finding.entity());
      campaignOf(finding).ifPresent(sheet::alias);
      finding.action().map(Action::on).ifPresent(sheet::alias);
      finding.figures().forEach(figure -> sheet.add(figure, Optional.of(finding.id())));
      ImpliedFigures.of(finding).forEach(figure -> sheet.add(figure, Optional.of(finding.id())));
    }
    return sheet;
  }

  private void add(Figure figure, Optional<String> finding) {
    String id = "f" + (facts.size() + 1);
    facts.put(id, new Fact(id, figure, finding));
  }

  private void alias(Entity entity) {
    aliases.computeIfAbsent(
        entity,
        fresh -> {
          String prefix = Alias.prefix(fresh);
          long same =
              aliases.keySet().stream().filter(each -> Alias.prefix(each).equals(prefix)).count();
          Alias alias = new Alias(prefix + (same + 1), fresh);
          aliasById.put(alias.id(), alias);
          return alias;
        });
  }

  /// The campaign that a thing lies in; a campaign lies in itself, an account and a product in
  /// none.
  public static Optional<Entity.Campaign> campaignOf(Entity entity) {
    return switch (entity) {
      case Entity.Account any -> Optional.empty();
      case Entity.Product any -> Optional.empty();
      case Entity.Campaign campaign -> Optional.of(campaign);
      case Entity.CampaignMatch match -> Optional.of(match.campaign());
      case Entity.AdGroup adGroup -> Optional.of(adGroup.campaign());
      case Entity.Keyword keyword -> Optional.of(keyword.adGroup().campaign());
      case Entity.SearchTerm term -> Optional.of(term.target().adGroup().campaign());
      case Entity.Placement placement -> Optional.of(placement.campaign());
    };
  }

  /// The campaign that an opportunity about a finding names: the one it lies in, or the one with
  /// most of the spend among those that its figures tell of.
  public static Optional<Entity.Campaign> campaignOf(Finding finding) {
    return campaignOf(finding.entity())
        .or(() ->
            finding.figures().stream()
                .filter(each -> each.metric() == Metric.SPEND)
                .filter(each -> each.entity() instanceof Entity.Campaign)
                .max(Comparator.comparing(Figure::value))
                .map(each -> (Entity.Campaign) each.entity()));
  }

  /// The finding that a fact belongs to, if any.
  public Optional<Finding> findingOf(Fact fact) {
    return findings.findings().stream()
        .filter(each -> fact.finding().equals(Optional.of(each.id())))
        .findFirst();
  }

  public AccountSummary summary() {
    return summary;
  }

  public Findings findings() {
    return findings;
  }

  /// All facts, in order.
  public List<Fact> facts() {
    return new ArrayList<>(facts.values());
  }

  public Optional<Fact> fact(String id) {
    return Optional.ofNullable(facts.get(id));
  }

  /// All aliases, in order.
  public List<Alias> aliases() {
    return List.copyOf(aliases.values());
  }

  public Optional<Alias> alias(String id) {
    return Optional.ofNullable(aliasById.get(id));
  }

  /// The alias of a thing that some finding is about, or lies in.
  public Optional<Alias> aliasOf(Entity entity) {
    return Optional.ofNullable(aliases.get(entity));
  }

  /// The account's own fact that states a metric, if there is one.
  public Optional<Fact> ofAccount(Metric metric) {
    return facts.values().stream()
        .filter(fact -> fact.finding().isEmpty() && fact.figure().metric() == metric)
        .findFirst();
  }
}
