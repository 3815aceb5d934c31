package dev.spendlight.service;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.report.Detail;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Into which entities a whole is divided, and which reports can tell of them.
public enum Breakdown {
  CAMPAIGN(Detail.CAMPAIGN, "campaign"),
  /// Keywords, product targets, automatic targets. A search-term report holds all of their clicks
  /// too.
  KEYWORD(Detail.TARGET, "keyword or target"),
  PRODUCT(Detail.FULL, "product"),
  CAMPAIGN_MATCH(Detail.TARGET, "match type of a campaign"),
  AD_GROUP(Detail.AD_GROUP, "ad group"),
  SEARCH_TERM(Detail.FULL, "search term"),
  PLACEMENT(Detail.FULL, "placement");

  private static final String UNNAMED = "(unnamed)";

  private final Detail detail;
  private final String words;

  Breakdown(Detail detail, String words) {
    this.detail = detail;
    this.words = words;
  }

  /// How finely rows have to be read.
  public Detail detail() {
    return detail;
  }

  /// The reports that tell of it.
  public Set<ReportKind> kinds() {
    return switch (this) {
      case CAMPAIGN -> EnumSet.allOf(ReportKind.class);
      case KEYWORD, CAMPAIGN_MATCH -> EnumSet.of(ReportKind.TARGETING, ReportKind.SEARCH_TERM);
      case PRODUCT -> EnumSet.of(ReportKind.ADVERTISED_PRODUCT);
      case AD_GROUP ->
          EnumSet.of(
              ReportKind.TARGETING,
              ReportKind.AD_GROUP,
              ReportKind.ADVERTISED_PRODUCT,
              ReportKind.SEARCH_TERM);
      case SEARCH_TERM -> EnumSet.of(ReportKind.SEARCH_TERM);
      case PLACEMENT -> EnumSet.of(ReportKind.PLACEMENT);
    };
  }

  /// As in running text, of one.
  public String words() {
    return words;
  }

  /// As in JSON documents and on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The entity that a resolved row belongs to.
  Entity entity(RowKey key) {
    Entity.Campaign campaign = new Entity.Campaign(key.campaignId(), key.campaignName());
    return switch (this) {
      case CAMPAIGN -> campaign;
      case CAMPAIGN_MATCH -> new Entity.CampaignMatch(campaign, key.matchType());
      case AD_GROUP -> adGroup(key, campaign);
      case KEYWORD -> target(key, campaign);
      case SEARCH_TERM ->
          new Entity.SearchTerm(
              key.targetId() + ":" + key.searchTerm(), key.searchTerm(), target(key, campaign));
      case PRODUCT -> product(key);
      case PLACEMENT -> new Entity.Placement(named(key.placement()), campaign);
    };
  }

  private static Entity.AdGroup adGroup(RowKey key, Entity.Campaign campaign) {
    return key.adGroupId().isEmpty()
        ? new Entity.AdGroup(campaign.id() + ":", UNNAMED, campaign)
        : new Entity.AdGroup(key.adGroupId(), key.adGroupName(), campaign);
  }

  private static Entity.Keyword target(RowKey key, Entity.Campaign campaign) {
    Entity.AdGroup adGroup = adGroup(key, campaign);
    return key.targetId().isEmpty()
        ? new Entity.Keyword(adGroup.id() + ":", UNNAMED, MatchType.NONE, adGroup)
        : new Entity.Keyword(key.targetId(), key.targeting(), key.matchType(), adGroup);
  }

  /// A product is an ASIN; files of sellers may tell the SKU alone.
  private static Entity.Product product(RowKey key) {
    String id = named(key.asin().isEmpty() ? key.sku() : key.asin());
    return new Entity.Product(id, id);
  }

  private static String named(String text) {
    return text.isEmpty() ? UNNAMED : text;
  }
}
