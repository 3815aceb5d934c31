package dev.spendlight.document;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.fact.FactSheet;
import java.util.Optional;

/// How an entity is told: the same nine fields for each type, null where they do not apply.
final class EntityJson {
  private EntityJson() {}

  static void write(Json json, Entity entity) {
    Optional<Entity.Campaign> campaign = FactSheet.campaignOf(entity);
    Optional<Entity.AdGroup> adGroup = adGroup(entity);
    json.text("type", type(entity))
        .text("id", entity.id())
        .text("name", entity.name())
        .text("campaign_id", campaign.map(Entity.Campaign::id))
        .text("campaign_name", campaign.map(Entity.Campaign::name))
        .text("ad_group_id", adGroup.map(Entity.AdGroup::id))
        .text("ad_group_name", adGroup.map(Entity.AdGroup::name))
        .text("targeting", target(entity).map(Entity.Keyword::name))
        .text(
            "match_type", matchType(entity).filter(each -> each != MatchType.NONE).map(Enum::name));
  }

  static String type(Entity entity) {
    return switch (entity) {
      case Entity.Account any -> "account";
      case Entity.Product any -> "product";
      case Entity.Campaign any -> "campaign";
      case Entity.CampaignMatch any -> "campaign_match";
      case Entity.AdGroup any -> "ad_group";
      case Entity.Keyword any -> "keyword";
      case Entity.SearchTerm any -> "search_term";
      case Entity.Placement any -> "placement";
    };
  }

  private static Optional<Entity.Keyword> target(Entity entity) {
    return switch (entity) {
      case Entity.Keyword keyword -> Optional.of(keyword);
      case Entity.SearchTerm term -> Optional.of(term.target());
      default -> Optional.empty();
    };
  }

  private static Optional<Entity.AdGroup> adGroup(Entity entity) {
    return entity instanceof Entity.AdGroup adGroup
        ? Optional.of(adGroup)
        : target(entity).map(Entity.Keyword::adGroup);
  }

  private static Optional<MatchType> matchType(Entity entity) {
    return entity instanceof Entity.CampaignMatch match
        ? Optional.of(match.matchType())
        : target(entity).map(Entity.Keyword::matchType);
  }
}
