package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/// A thing and those it lies in: what one text may name.
final class Lineage {
  private Lineage() {}

  static List<Entity> of(Entity entity) {
    List<Entity> line = new ArrayList<>(List.of(entity));
    switch (entity) {
      case Entity.Keyword keyword -> line.add(keyword.adGroup());
      case Entity.SearchTerm term -> {
        line.add(term.target());
        line.add(term.target().adGroup());
      }
      case Entity.Account any -> {}
      case Entity.Product any -> {}
      case Entity.Campaign any -> {}
      case Entity.CampaignMatch any -> {}
      case Entity.AdGroup any -> {}
      case Entity.Placement any -> {}
    }
    FactSheet.campaignOf(entity).ifPresent(line::add);
    return line;
  }

  /// What a text about a finding may name.
  static List<Entity> of(Finding finding) {
    List<Entity> line = of(finding.entity());
    finding.action().map(Action::on).map(Lineage::of).ifPresent(line::addAll);
    FactSheet.campaignOf(finding).ifPresent(line::add);
    return line;
  }
}
