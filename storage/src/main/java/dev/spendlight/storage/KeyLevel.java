package dev.spendlight.storage;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.Detail;
import dev.spendlight.report.RowKey;
import java.util.List;

/// The levels of a key, each kept in a table of its own whose rows refer to the level above.
enum KeyLevel {
  CAMPAIGN("campaign", "campaign_id campaign_name") {
    @Override
    String[] strings(RowKey key) {
      return new String[] {key.campaignId(), key.campaignName()};
    }

    @Override
    RowKey key(RowKey parent, String[] own) {
      return RowKey.campaign(own[0], own[1]);
    }
  },
  AD_GROUP("ad_group", "ad_group_id ad_group_name") {
    @Override
    String[] strings(RowKey key) {
      return new String[] {key.adGroupId(), key.adGroupName()};
    }

    @Override
    RowKey key(RowKey parent, String[] own) {
      return RowKey.target(
          parent.campaignId(), parent.campaignName(), own[0], own[1], "", "", MatchType.NONE);
    }
  },
  TARGET("target", "target_id targeting match_type") {
    @Override
    String[] strings(RowKey key) {
      return new String[] {key.targetId(), key.targeting(), key.matchType().name()};
    }

    @Override
    RowKey key(RowKey parent, String[] own) {
      return RowKey.target(
          parent.campaignId(),
          parent.campaignName(),
          parent.adGroupId(),
          parent.adGroupName(),
          own[0],
          own[1],
          MatchType.valueOf(own[2]));
    }
  },
  SUBJECT("subject", "search_term asin sku ad_id placement") {
    @Override
    String[] strings(RowKey key) {
      return new String[] {key.searchTerm(), key.asin(), key.sku(), key.adId(), key.placement()};
    }

    @Override
    RowKey key(RowKey parent, String[] own) {
      return parent
          .withSearchTerm(own[0])
          .withProduct(own[1], own[2], own[3])
          .withPlacement(own[4]);
    }
  };

  private final String table;
  private final String columns;

  KeyLevel(String table, String columns) {
    this.table = table;
    this.columns = columns;
  }

  /// The level whose numbers tell apart what this detail tells apart.
  static KeyLevel of(Detail detail) {
    return switch (detail) {
      case CAMPAIGN -> CAMPAIGN;
      case AD_GROUP -> AD_GROUP;
      case TARGET -> TARGET;
      case FULL -> SUBJECT;
    };
  }

  String table() {
    return table;
  }

  /// Of the strings that this level adds to the one above.
  List<String> columns() {
    return List.of(columns.split(" "));
  }

  boolean isTop() {
    return this == CAMPAIGN;
  }

  KeyLevel parent() {
    return values()[ordinal() - 1];
  }

  /// What this level adds to the one above, in the order of the columns.
  abstract String[] strings(RowKey key);

  /// @param parent of the level above; at the top it is not looked at
  abstract RowKey key(RowKey parent, String[] own);
}
