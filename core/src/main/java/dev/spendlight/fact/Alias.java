package dev.spendlight.fact;

import dev.spendlight.account.Entity;

/// What a thing is called until names are put in: no text written by somebody else goes further
/// than this.
///
/// @param id `c4` for a campaign, `k2` for a target, `s1` for a search term ...
public record Alias(String id, Entity entity) {

  static String prefix(Entity entity) {
    return switch (entity) {
      case Entity.Account any -> "a";
      case Entity.Product any -> "p";
      case Entity.Campaign any -> "c";
      case Entity.CampaignMatch any -> "m";
      case Entity.AdGroup any -> "g";
      case Entity.Keyword any -> "k";
      case Entity.SearchTerm any -> "s";
      case Entity.Placement any -> "l";
    };
  }
}
