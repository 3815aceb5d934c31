package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The keys of all rows that an account's reports can have, numbered: terms and ads by what they
/// belong to. With the names of one time.
final class RowKeys {
  private final List<RowKey> campaigns = new ArrayList<>();
  private final List<RowKey> placements = new ArrayList<>();
  private final List<RowKey> adGroups = new ArrayList<>();
  private final List<RowKey> ads = new ArrayList<>();
  private final List<RowKey> targets = new ArrayList<>();
  private final List<RowKey> terms = new ArrayList<>();
  private final int[] firstAd;
  private final int[] firstTerm;

  private RowKeys(AccountPlan plan, Map<Integer, String> names) {
    this.firstAd = new int[plan.adGroups().size()];
    this.firstTerm = new int[plan.targets().size()];
    for (CampaignPlan campaign : plan.campaigns()) {
      RowKey key = RowKey.campaign(campaign.id(), name(campaign, names));
      campaigns.add(key);
      PlacementModel.NAMES.forEach(name -> placements.add(key.withPlacement(name)));
    }
    for (AdGroupPlan group : plan.adGroups()) {
      RowKey key = adGroup(plan, group, names);
      adGroups.add(key);
      firstAd[group.index()] = ads.size();
      for (int i = 0; i < group.products().size(); i++) {
        ProductPlan product = group.products().get(i);
        ads.add(key.withProduct(product.asin(), product.sku(), group.ads().get(i)));
      }
    }
    for (TargetPlan target : plan.targets()) {
      RowKey group = adGroups.get(target.adGroup());
      RowKey key =
          RowKey.target(
              group.campaignId(),
              group.campaignName(),
              group.adGroupId(),
              group.adGroupName(),
              target.id(),
              target.text(),
              target.match());
      targets.add(key);
      firstTerm[target.index()] = terms.size();
      target.terms().forEach(term -> terms.add(key.withSearchTerm(term.text())));
    }
  }

  static RowKeys named(AccountPlan plan, Map<Integer, String> names) {
    return new RowKeys(plan, names);
  }

  private static RowKey adGroup(AccountPlan plan, AdGroupPlan group, Map<Integer, String> names) {
    CampaignPlan campaign = plan.campaigns().get(group.campaign());
    return RowKey.target(
        campaign.id(), name(campaign, names), group.id(), group.name(), "", "", MatchType.NONE);
  }

  private static String name(CampaignPlan campaign, Map<Integer, String> names) {
    return names.getOrDefault(campaign.index(), campaign.name());
  }

  List<RowKey> campaigns() {
    return campaigns;
  }

  /// Four a campaign.
  List<RowKey> placements() {
    return placements;
  }

  List<RowKey> adGroups() {
    return adGroups;
  }

  List<RowKey> ads() {
    return ads;
  }

  List<RowKey> targets() {
    return targets;
  }

  List<RowKey> terms() {
    return terms;
  }

  int ad(int adGroup, int product) {
    return firstAd[adGroup] + product;
  }

  int term(int target, int term) {
    return firstTerm[target] + term;
  }
}
