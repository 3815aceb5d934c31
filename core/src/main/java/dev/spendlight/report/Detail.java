package dev.spendlight.report;

import dev.spendlight.account.MatchType;

/// How finely rows are told apart when they are read; everything finer is summed by the store.
public enum Detail {
  CAMPAIGN,
  AD_GROUP,
  TARGET,
  /// All keys of the report.
  FULL;

  /// The key with everything finer than this left out.
  public RowKey of(RowKey key) {
    return switch (this) {
      case CAMPAIGN -> RowKey.campaign(key.campaignId(), key.campaignName());
      case AD_GROUP ->
          RowKey.target(
              key.campaignId(),
              key.campaignName(),
              key.adGroupId(),
              key.adGroupName(),
              "",
              "",
              MatchType.NONE);
      case TARGET ->
          RowKey.target(
              key.campaignId(),
              key.campaignName(),
              key.adGroupId(),
              key.adGroupName(),
              key.targetId(),
              key.targeting(),
              key.matchType());
      case FULL -> key;
    };
  }
}
