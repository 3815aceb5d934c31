package dev.spendlight.scan;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All sets of an account that a scan looks at: every product, campaign, ad group, match type of a
/// campaign and target, each set of units once. A product with one campaign is that campaign, an ad
/// group that is all of its campaign likewise.
public final class UnitSets {
  private final Map<ScanLevel, List<UnitSet>> byLevel;
  private final Grouping campaigns;
  private final int[][] wider;

  private UnitSets(Map<ScanLevel, List<UnitSet>> byLevel, Grouping campaigns, int units) {
    this.byLevel = byLevel;
    this.campaigns = campaigns;
    this.wider = new int[ScanLevel.values().length][units];
    byLevel.forEach((level, sets) -> {
      Arrays.fill(wider[level.ordinal()], Grouping.NONE);
      for (int place = 0; place < sets.size(); place++) {
        for (int unit : sets.get(place).units()) {
          wider[level.ordinal()][unit] = place;
        }
      }
    });
  }

  /// @param products the product of each ad group that is (almost) all for one product, by the ad
  ///   group's id
  public static UnitSets of(AccountHistory history, Map<String, Entity.Product> products) {
    int units = history.units().size();
    Grouping campaigns = history.campaigns();
    Map<ScanLevel, List<UnitSet>> byLevel = new EnumMap<>(ScanLevel.class);
    Set<List<Integer>> known = new HashSet<>();
    List<UnitSet> single = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      single.add(set(ScanLevel.UNIT, history.units().get(unit), new int[] {unit}, campaigns));
    }
    byLevel.put(ScanLevel.UNIT, List.copyOf(single));
    // The widest name of a set is kept, but a campaign is more specific than its product.
    List<Level> levels =
        List.of(
            new Level(ScanLevel.CAMPAIGN, campaigns),
            new Level(ScanLevel.PRODUCT, history.products(products)),
            new Level(ScanLevel.AD_GROUP, history.adGroups()),
            new Level(ScanLevel.CAMPAIGN_MATCH, history.campaignMatches()));
    for (Level level : levels) {
      List<UnitSet> sets = new ArrayList<>();
      int[][] members = level.grouping().members();
      for (int group = 0; group < members.length; group++) {
        if ((members[group].length > 1 || level.level() == ScanLevel.CAMPAIGN)
            && history.hasTargets()
            && known.add(Arrays.stream(members[group]).boxed().toList())) {
          Entity entity = level.grouping().groups().get(group);
          sets.add(set(level.level(), entity, members[group], campaigns));
        }
      }
      byLevel.put(level.level(), List.copyOf(sets));
    }
    return new UnitSets(byLevel, campaigns, units);
  }

  private record Level(ScanLevel level, Grouping grouping) {}

  private static UnitSet set(ScanLevel level, Entity entity, int[] units, Grouping campaigns) {
    int[] within =
        Arrays.stream(units)
            .map(unit -> campaigns.groupOf()[unit])
            .filter(campaign -> campaign != Grouping.NONE)
            .distinct()
            .toArray();
    return new UnitSet(level, entity, units, within);
  }

  /// The targets of a product.
  UnitSet of(Entity.Product product, int[] units) {
    return set(ScanLevel.PRODUCT, product, units, campaigns);
  }

  public List<UnitSet> of(ScanLevel level) {
    return byLevel.getOrDefault(level, List.of());
  }

  /// The account's campaigns.
  public Grouping campaigns() {
    return campaigns;
  }

  /// The next wider sets that hold all of a set, narrowest first.
  public List<UnitSet> around(UnitSet set) {
    List<UnitSet> around = new ArrayList<>();
    for (int level = set.level().ordinal() - 1; level >= 0; level--) {
      int place = wider[level][set.units()[0]];
      ScanLevel wide = ScanLevel.values()[level];
      if (place != Grouping.NONE && holds(level, place, set)) {
        around.add(of(wide).get(place));
      }
    }
    return around;
  }

  private boolean holds(int level, int place, UnitSet set) {
    for (int unit : set.units()) {
      if (wider[level][unit] != place) {
        return false;
      }
    }
    return true;
  }
}
