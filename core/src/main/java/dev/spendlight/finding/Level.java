package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.report.Detail;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.EnumSet;
import java.util.Set;

/// At what a detector looks: which reports can tell of it, and how finely they are read.
public enum Level {
  CAMPAIGN(Detail.CAMPAIGN),
  /// Keywords, product targets, automatic targets. A search-term report holds all of their clicks
  /// too.
  TARGET(Detail.TARGET),
  SEARCH_TERM(Detail.FULL),
  /// One placement of a campaign.
  PLACEMENT(Detail.FULL);

  private final Detail detail;

  Level(Detail detail) {
    this.detail = detail;
  }

  Detail detail() {
    return detail;
  }

  Set<ReportKind> kinds() {
    return switch (this) {
      case CAMPAIGN -> EnumSet.allOf(ReportKind.class);
      case TARGET -> EnumSet.of(ReportKind.TARGETING, ReportKind.SEARCH_TERM);
      case SEARCH_TERM -> EnumSet.of(ReportKind.SEARCH_TERM);
      case PLACEMENT -> EnumSet.of(ReportKind.PLACEMENT);
    };
  }

  /// The entity that a resolved key is about.
  Entity entity(RowKey key) {
    Entity.Campaign campaign = new Entity.Campaign(key.campaignId(), key.campaignName());
    if (this == CAMPAIGN) {
      return campaign;
    }
    if (this == PLACEMENT) {
      return new Entity.Placement(key.placement(), campaign);
    }
    Entity.AdGroup adGroup = new Entity.AdGroup(key.adGroupId(), key.adGroupName(), campaign);
    Entity.Keyword target =
        new Entity.Keyword(key.targetId(), key.targeting(), key.matchType(), adGroup);
    return this == TARGET
        ? target
        : new Entity.SearchTerm(key.targetId() + ":" + key.searchTerm(), key.searchTerm(), target);
  }
}
