package dev.spendlight.scan;

/// How wide a set of units is, the widest first.
public enum ScanLevel {
  PRODUCT,
  CAMPAIGN,
  AD_GROUP,
  CAMPAIGN_MATCH,
  /// One target; where no report tells of targets, this is a campaign.
  UNIT
}
