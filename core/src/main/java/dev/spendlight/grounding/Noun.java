package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;

/// What sort of thing a word names.
enum Noun implements Meaning {
  ACCOUNT,
  PRODUCT,
  CAMPAIGN,
  AD_GROUP,
  KEYWORD,
  TARGET,
  SEARCH_TERM,
  PLACEMENT;

  /// Whether a thing may be called so. The keywords of one match type bear their campaign's name.
  boolean names(Entity entity) {
    return switch (entity) {
      case Entity.Account any -> this == ACCOUNT;
      case Entity.Product any -> this == PRODUCT;
      case Entity.Campaign any -> this == CAMPAIGN;
      case Entity.CampaignMatch match -> this == CAMPAIGN || isTarget(match.matchType());
      case Entity.AdGroup any -> this == AD_GROUP;
      case Entity.Keyword keyword -> isTarget(keyword.matchType());
      case Entity.SearchTerm any -> this == SEARCH_TERM;
      case Entity.Placement any -> this == PLACEMENT;
    };
  }

  /// Any target may be called so; a keyword is one with a keyword's match type.
  private boolean isTarget(MatchType matchType) {
    return switch (matchType) {
      case BROAD, PHRASE, EXACT -> this == TARGET || this == KEYWORD;
      case PRODUCT, AUTO, NONE -> this == TARGET;
    };
  }
}
