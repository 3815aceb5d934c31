package dev.spendlight.simulator;

import dev.spendlight.account.Entity;

/// What findings would call a place.
final class Entities {
  private final AccountPlan plan;
  private final RowKeys names;

  /// @param names as they are on the day asked for
  Entities(AccountPlan plan, RowKeys names) {
    this.plan = plan;
    this.names = names;
  }

  Entity at(Place place) {
    return switch (place) {
      case Place.WholeAccount all -> new Entity.Account(SimulatedAccount.ID);
      case Place.OfProduct(int product) -> {
        ProductPlan sold = plan.products().get(product);
        yield new Entity.Product(sold.asin(), sold.asin());
      }
      case Place.OfCampaign(int campaign) -> campaign(campaign);
      case Place.OfMatch(int campaign, var match) ->
          new Entity.CampaignMatch(campaign(campaign), match);
      case Place.OfAdGroup(int adGroup) -> adGroup(adGroup);
      case Place.OfTarget(int target) -> target(target);
      case Place.OfTerm(int target, int term) -> {
        String text = plan.targets().get(target).terms().get(term).text();
        Entity.Keyword keyword = target(target);
        yield new Entity.SearchTerm(keyword.id() + ":" + text, text, keyword);
      }
      case Place.OfPlacement(int campaign, int placement) ->
          new Entity.Placement(PlacementModel.NAMES.get(placement), campaign(campaign));
    };
  }

  private Entity.Campaign campaign(int index) {
    return new Entity.Campaign(
        plan.campaigns().get(index).id(), names.campaigns().get(index).campaignName());
  }

  private Entity.AdGroup adGroup(int index) {
    AdGroupPlan group = plan.adGroups().get(index);
    return new Entity.AdGroup(group.id(), group.name(), campaign(group.campaign()));
  }

  private Entity.Keyword target(int index) {
    TargetPlan target = plan.targets().get(index);
    return new Entity.Keyword(
        target.id(), target.text(), target.match(), adGroup(target.adGroup()));
  }
}
