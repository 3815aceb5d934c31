package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.util.List;

/// What a campaign is for; agencies build accounts of these.
enum CampaignRole {
  BRAND("Brand"),
  AUTO("Auto"),
  PRODUCT("PT"),
  EXACT("Exact"),
  PHRASE("Phrase"),
  BROAD("Broad"),
  MIXED("Generic");

  private final String word;

  CampaignRole(String word) {
    this.word = word;
  }

  /// As in campaign names.
  String word() {
    return word;
  }

  /// The match types of its targets, as often as they are usual.
  List<MatchType> matches() {
    return switch (this) {
      case BRAND -> List.of(MatchType.EXACT, MatchType.PHRASE);
      case AUTO -> List.of(MatchType.AUTO);
      case PRODUCT -> List.of(MatchType.PRODUCT);
      case EXACT -> List.of(MatchType.EXACT);
      case PHRASE -> List.of(MatchType.PHRASE);
      case BROAD -> List.of(MatchType.BROAD);
      case MIXED -> List.of(MatchType.BROAD, MatchType.BROAD, MatchType.PHRASE, MatchType.EXACT);
    };
  }
}
