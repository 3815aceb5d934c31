package dev.spendlight.evaluation.truth;

import dev.spendlight.account.Entity;

/// What a claim or a truth is about: an entity as JSON documents write it.
///
/// @param type account, product, campaign, campaign_match, ad_group, keyword, search_term or
///   placement
/// @param id as in the report files; of a search term its target's id and the term
/// @param name what a person calls it; of a search term the term itself
public record Subject(String type, String id, String name) {

  public static Subject of(Entity entity) {
    String type =
        switch (entity) {
          case Entity.Account account -> "account";
          case Entity.Product product -> "product";
          case Entity.Campaign campaign -> "campaign";
          case Entity.CampaignMatch match -> "campaign_match";
          case Entity.AdGroup group -> "ad_group";
          case Entity.Keyword keyword -> "keyword";
          case Entity.SearchTerm term -> "search_term";
          case Entity.Placement placement -> "placement";
        };
    return new Subject(type, entity.id(), entity.name());
  }

  /// Whether this is narrower than the targets it stands on, so that targets alone do not tell
  /// which one is meant.
  public boolean isWithinTargets() {
    return type.equals("search_term") || type.equals("placement");
  }

  /// Whether both are the same thing: by id, or by the text of a search term or placement, whose
  /// targets are compared anyway.
  public boolean agreesWith(Subject other) {
    return type.equals(other.type) && (id.equals(other.id) || name.equalsIgnoreCase(other.name));
  }
}
