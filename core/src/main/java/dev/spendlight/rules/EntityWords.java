package dev.spendlight.rules;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import java.util.Locale;

/// What a thing is called in a sentence, with a placeholder for its name.
///
/// @param sentence that knows the placeholders
record EntityWords(Sentence sentence) {

  /// For example `exact keyword {k1}`, `the broad targets of campaign {c1}`, `the account`.
  String of(Entity entity) {
    return switch (entity) {
      case Entity.Account any -> "the account";
      case Entity.Placement placement ->
          "placement "
              + sentence.name(placement)
              + " of campaign "
              + sentence.name(placement.campaign());
      default -> noun(entity) + " " + sentence.name(entity);
    };
  }

  /// Whether it is one thing or several.
  static boolean isPlural(Entity entity) {
    return entity instanceof Entity.CampaignMatch;
  }

  private static String noun(Entity entity) {
    return switch (entity) {
      case Entity.Keyword keyword -> target(keyword.matchType());
      case Entity.SearchTerm any -> "search term";
      case Entity.Campaign any -> "campaign";
      case Entity.CampaignMatch match -> targets(match.matchType()) + " of campaign";
      case Entity.AdGroup any -> "ad group";
      case Entity.Product any -> "product";
      case Entity.Placement any -> "placement";
      case Entity.Account any -> "account";
    };
  }

  private static String target(MatchType matchType) {
    return switch (matchType) {
      case BROAD -> "broad keyword";
      case PHRASE -> "phrase keyword";
      case EXACT -> "exact keyword";
      case PRODUCT -> "product target";
      case AUTO -> "automatic target";
      case NONE -> "target";
    };
  }

  private static String targets(MatchType matchType) {
    return switch (matchType) {
      case BROAD, PHRASE, EXACT -> "the " + matchType.name().toLowerCase(Locale.ROOT) + " keywords";
      case PRODUCT -> "the product targets";
      case AUTO -> "the automatic targets";
      case NONE -> "the targets";
    };
  }
}
