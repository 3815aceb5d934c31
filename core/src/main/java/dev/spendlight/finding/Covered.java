package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes out findings that say again what a more specific or a wider one says already.
final class Covered {
  /// From this share of a campaign's loss on, its single targets and terms explain it.
  private static final double EXPLAINED = 0.4;

  private Covered() {}

  static List<Finding> without(List<Finding> found) {
    List<Finding> kept = withoutTermsOfPausedTargets(found);
    return kept.stream().filter(each -> !isExplainedByParts(each, kept)).toList();
  }

  /// A search term of a target that is to be paused needs no action of its own.
  private static List<Finding> withoutTermsOfPausedTargets(List<Finding> found) {
    Set<String> paused =
        found.stream()
            .filter(each -> each.kind() == FindingKind.ZERO_CONVERSION)
            .map(each -> each.entity().id())
            .collect(Collectors.toSet());
    return found.stream()
        .filter(each ->
            !(each.entity() instanceof Entity.SearchTerm term
                && paused.contains(term.target().id())))
        .toList();
  }

  /// A campaign whose loss sits in a few targets needs those stopped, not all its bids lowered.
  private static boolean isExplainedByParts(Finding finding, List<Finding> found) {
    if (!(finding.kind() == FindingKind.BLEEDING
        && finding.entity() instanceof Entity.Campaign campaign)) {
      return false;
    }
    double parts =
        found.stream()
            .filter(each -> isWithin(each.entity(), campaign))
            .mapToDouble(Covered::impact)
            .sum();
    return parts >= EXPLAINED * impact(finding);
  }

  private static boolean isWithin(Entity entity, Entity.Campaign campaign) {
    return switch (entity) {
      case Entity.Keyword target -> target.adGroup().campaign().id().equals(campaign.id());
      case Entity.SearchTerm term -> term.target().adGroup().campaign().id().equals(campaign.id());
      default -> false;
    };
  }

  private static double impact(Finding finding) {
    return finding.impact().map(Impact::amount).map(BigDecimal::doubleValue).orElse(0.0);
  }
}
