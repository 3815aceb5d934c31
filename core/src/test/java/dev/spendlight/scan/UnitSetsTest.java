package dev.spendlight.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.history.HistoryRows;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitSetsTest {
  private final HistoryRows rows = new HistoryRows(ReportKind.TARGETING, 1);
  private final Map<String, Entity.Product> products = new HashMap<>();

  private UnitSetsTest target(String campaign, String adGroup, String id, MatchType match) {
    rows.row(RowKey.target(campaign, "", adGroup, "", id, "keyword", match), 0, 1, 1, 0, 0, 0);
    return this;
  }

  private UnitSetsTest product(String adGroup, String asin) {
    products.put(adGroup, new Entity.Product(asin, asin));
    return this;
  }

  private UnitSets sets() {
    return UnitSets.of(rows.history(), products);
  }

  private List<String> names(ScanLevel level) {
    return names(sets().of(level));
  }

  private static List<String> names(List<UnitSet> sets) {
    return sets.stream().map(set -> set.level() + " " + set.entity().id()).toList();
  }

  @Test
  void everyPartOfAnAccountIsASet() {
    target("c1", "g1", "1", MatchType.EXACT).target("c1", "g1", "2", MatchType.BROAD);
    target("c1", "g2", "3", MatchType.EXACT).target("c1", "g2", "4", MatchType.BROAD);
    target("c2", "g3", "5", MatchType.EXACT).target("c2", "g3", "6", MatchType.EXACT);
    product("g1", "B0A").product("g3", "B0A").product("g2", "B0B");
    assertThat(names(ScanLevel.UNIT)).hasSize(6);
    assertThat(names(ScanLevel.CAMPAIGN)).containsExactly("CAMPAIGN c1", "CAMPAIGN c2");
    assertThat(names(ScanLevel.CAMPAIGN_MATCH))
        .as("all of campaign 2 is exact")
        .containsExactly("CAMPAIGN_MATCH c1:EXACT", "CAMPAIGN_MATCH c1:BROAD");
    assertThat(sets().of(ScanLevel.PRODUCT).getFirst().entity().id()).isEqualTo("B0A");
    assertThat(sets().of(ScanLevel.PRODUCT).getFirst().campaigns()).containsExactly(0, 1);
  }

  @Test
  void noTwoSetsHoldTheSameUnits() {
    target("c1", "g1", "1", MatchType.EXACT).target("c1", "g1", "2", MatchType.EXACT);
    target("c2", "g2", "3", MatchType.EXACT).target("c2", "g2", "4", MatchType.BROAD);
    product("g1", "B0A").product("g2", "B0B");
    UnitSets sets = sets();
    List<List<Integer>> held =
        List.of(ScanLevel.values()).stream()
            .flatMap(level -> sets.of(level).stream())
            .map(set -> IntStream.of(set.units()).boxed().toList())
            .toList();
    assertThat(held).doesNotHaveDuplicates();
    assertThat(names(ScanLevel.PRODUCT)).as("a product of one campaign is the campaign").isEmpty();
    assertThat(names(ScanLevel.AD_GROUP)).as("so is the only ad group").isEmpty();
    assertThat(names(ScanLevel.CAMPAIGN_MATCH)).as("and the only match type").isEmpty();
  }

  @Test
  void theWiderSetsOfATargetComeNarrowestFirst() {
    target("c1", "g1", "1", MatchType.EXACT).target("c1", "g1", "2", MatchType.BROAD);
    target("c1", "g2", "3", MatchType.EXACT).target("c1", "g2", "4", MatchType.BROAD);
    target("c2", "g3", "5", MatchType.EXACT).target("c2", "g3", "6", MatchType.BROAD);
    product("g1", "B0A").product("g2", "B0A").product("g3", "B0A");
    UnitSets sets = sets();
    assertThat(names(sets.around(sets.of(ScanLevel.UNIT).getFirst())))
        .containsExactly("CAMPAIGN_MATCH c1:EXACT", "AD_GROUP g1", "CAMPAIGN c1", "PRODUCT B0A");
    UnitSet exact = sets.of(ScanLevel.CAMPAIGN_MATCH).getFirst();
    assertThat(names(sets.around(exact)))
        .as("a match type over two ad groups lies in neither")
        .containsExactly("CAMPAIGN c1", "PRODUCT B0A");
  }

  @Test
  void withoutTargetsEachCampaignIsAUnit() {
    UnitSets sets =
        UnitSets.of(
            new HistoryRows(ReportKind.CAMPAIGN, 1)
                .row(RowKey.campaign("c1", ""), 0, 1, 1, 0, 0, 0)
                .row(RowKey.campaign("c2", ""), 0, 1, 1, 0, 0, 0)
                .history(HistoryRows::campaign),
            Map.of());
    assertThat(names(sets.of(ScanLevel.UNIT))).containsExactly("UNIT c1", "UNIT c2");
    assertThat(sets.of(ScanLevel.CAMPAIGN)).as("told once").isEmpty();
  }
}
