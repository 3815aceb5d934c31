package dev.spendlight.report;

import dev.spendlight.account.MatchType;

/// What a row is about, as its file says it. A part that the file does not have is the empty
/// string.
///
/// Console files give names and no ids, the API gives both; package `history` brings the two
/// together. Rows that share all keys and the day are summed.
///
/// @param targeting the keyword or the targeting expression
/// @param searchTerm what the customer typed; `*` where the platform tells no query
public record RowKey(
    String campaignId,
    String campaignName,
    String adGroupId,
    String adGroupName,
    String targetId,
    String targeting,
    MatchType matchType,
    String searchTerm,
    String asin,
    String sku,
    String adId,
    String placement) {

  /// A campaign alone.
  public static RowKey campaign(String id, String name) {
    return new RowKey(id, name, "", "", "", "", MatchType.NONE, "", "", "", "", "");
  }

  /// A target in its ad group and campaign; ids may be empty.
  public static RowKey target(
      String campaignId,
      String campaignName,
      String adGroupId,
      String adGroupName,
      String targetId,
      String targeting,
      MatchType matchType) {
    return new RowKey(
        campaignId,
        campaignName,
        adGroupId,
        adGroupName,
        targetId,
        targeting,
        matchType,
        "",
        "",
        "",
        "",
        "");
  }

  public RowKey withSearchTerm(String term) {
    return new RowKey(
        campaignId,
        campaignName,
        adGroupId,
        adGroupName,
        targetId,
        targeting,
        matchType,
        term,
        asin,
        sku,
        adId,
        placement);
  }

  public RowKey withProduct(String productAsin, String productSku, String productAdId) {
    return new RowKey(
        campaignId,
        campaignName,
        adGroupId,
        adGroupName,
        targetId,
        targeting,
        matchType,
        searchTerm,
        productAsin,
        productSku,
        productAdId,
        placement);
  }

  public RowKey withPlacement(String where) {
    return new RowKey(
        campaignId,
        campaignName,
        adGroupId,
        adGroupName,
        targetId,
        targeting,
        matchType,
        searchTerm,
        asin,
        sku,
        adId,
        where);
  }
}
