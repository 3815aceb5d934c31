package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.statistics.GammaPoisson;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes out findings that say again what a more specific or a wider one says already.
final class Covered {
  /// What is left of a campaign without its single findings is the campaign still, from this share
  /// of its spend on, as long as it is above the limit with this probability.
  private static final double STILL_THE_CAMPAIGN = 0.3;

  private static final double STILL_ABOVE = 0.1;

  /// Where several bids of a campaign are too high and the rest looks no better than this, it is
  /// the campaign's bids that are.
  private static final int SEVERAL = 2;

  private static final double NO_BETTER = 0.9;
  private static final double NOISE = 0.1;

  private Covered() {}

  static List<Finding> without(CaseFile file, List<Finding> found) {
    List<Finding> kept = withoutTermsOfPausedTargets(found);
    List<Finding> parts = kept.stream().filter(each -> !isCostlyCampaign(each)).toList();
    List<Finding> campaigns =
        kept.stream()
            .filter(Covered::isCostlyCampaign)
            .filter(each -> !isToldAsLaunch(each, parts))
            .filter(each -> !isExplainedByParts(file, each, parts))
            .toList();
    List<Finding> whole =
        Stream.concat(campaigns.stream(), parts.stream().filter(Covered::isPoorLaunch)).toList();
    return kept.stream()
        .filter(
            each -> isCostlyCampaign(each) ? campaigns.contains(each) : !isBidWithin(each, whole))
        .toList();
  }

  /// That a campaign is new says more than that it costs too much.
  private static boolean isToldAsLaunch(Finding campaign, List<Finding> parts) {
    return parts.stream()
        .filter(Covered::isPoorLaunch)
        .anyMatch(each -> each.entity().id().equals(campaign.entity().id()));
  }

  private static boolean isPoorLaunch(Finding finding) {
    return finding.kind() == FindingKind.LAUNCH_UNDERPERFORMING;
  }

  /// A whole campaign that costs more than its orders pay for, and did not fall.
  private static boolean isCostlyCampaign(Finding finding) {
    return finding.entity() instanceof Entity.Campaign
        && (finding.kind() == FindingKind.BID_TOO_HIGH
            || (finding.kind() == FindingKind.BLEEDING && finding.onset().isEmpty()));
  }

  /// Lowering all bids of a campaign leaves no single bid to lower.
  private static boolean isBidWithin(Finding finding, List<Finding> campaigns) {
    return finding.kind() == FindingKind.BID_TOO_HIGH
        && campaigns.stream()
            .anyMatch(each -> isWithin(finding.entity(), (Entity.Campaign) each.entity()));
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

  /// A campaign whose loss sits in a placement or in a few targets needs those mended, not all its
  /// bids lowered: unless what is left without them is above the limit by itself, or several bids
  /// are too high and the rest looks no better.
  private static boolean isExplainedByParts(CaseFile file, Finding campaign, List<Finding> parts) {
    if (campaign.onset().isPresent()) {
      // All its bids were raised, which was tested by itself.
      return false;
    }
    Set<String> told =
        parts.stream()
            .filter(each -> isWithin(each.entity(), (Entity.Campaign) campaign.entity()))
            .flatMap(each -> each.targetIds().stream())
            .collect(Collectors.toSet());
    if (parts.stream().anyMatch(each -> isPlacementOf(each.entity(), campaign.entity()))) {
      return true;
    }
    if (told.isEmpty() || file.tallies(Level.TARGET).isEmpty() || file.target().isEmpty()) {
      return false;
    }
    double all = 0;
    double spend = 0;
    double sales = 0;
    double orders = 0;
    for (Tally tally : file.targets()) {
      if (tally.key().campaignId().equals(campaign.entity().id())) {
        all += tally.spend();
        if (!told.contains(tally.entity().id())) {
          spend += tally.spend();
          sales += tally.sales();
          orders += tally.orders();
        }
      }
    }
    double limit = file.target().get().limit();
    double value = file.account().aov().map(Number::doubleValue).orElse(0.0);
    double due = value > 0 ? spend / (limit * (orders > 0 ? sales / orders : value)) : 0;
    double chance =
        due <= 0 ? 1 : GammaPoisson.lowerTail(Math.round(orders), due, Math.max(1, orders), NOISE);
    long bids =
        parts.stream()
            .filter(each -> each.kind() == FindingKind.BID_TOO_HIGH)
            .filter(each -> told.contains(each.entity().id()))
            .count();
    boolean restIsNoBetter = orders + 1 < NO_BETTER * (due + 1) || spend == 0;
    return !(bids >= SEVERAL && restIsNoBetter)
        && (spend < STILL_THE_CAMPAIGN * all || chance > STILL_ABOVE);
  }

  private static boolean isPlacementOf(Entity entity, Entity campaign) {
    return entity instanceof Entity.Placement placement
        && placement.campaign().id().equals(campaign.id());
  }

  private static boolean isWithin(Entity entity, Entity.Campaign campaign) {
    return switch (entity) {
      case Entity.Keyword target -> target.adGroup().campaign().id().equals(campaign.id());
      case Entity.SearchTerm term -> term.target().adGroup().campaign().id().equals(campaign.id());
      default -> false;
    };
  }
}
