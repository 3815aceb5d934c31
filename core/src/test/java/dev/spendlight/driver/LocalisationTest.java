package dev.spendlight.driver;

import static dev.spendlight.driver.Tree.clicks;
import static dev.spendlight.driver.Tree.converting;
import static dev.spendlight.driver.Tree.dearer;
import static dev.spendlight.driver.Tree.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.driver.Localisation.Verdict;
import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Where a change sits, by hand-made accounts.
class LocalisationTest {
  private static final UnaryOperator<Sums> SAME = UnaryOperator.identity();

  /// Campaigns of 4000 clicks: two match types, an ad group each, two targets each.
  private static Tree campaigns(int count) {
    Tree tree = new Tree();
    for (int campaign = 1; campaign <= count; campaign++) {
      for (String match : List.of("BROAD", "EXACT")) {
        for (int target = 1; target <= 2; target++) {
          tree.put(path("c" + campaign, match, target), clicks(1000), SAME);
        }
      }
    }
    return tree;
  }

  private static String path(String campaign, String match, int target) {
    return "%1$s/%1$s:%2$s/%1$s-g%2$s/%1$s-%2$s-%3$d".formatted(campaign, match, target);
  }

  private static Tree changed(Tree tree, String campaign, UnaryOperator<Sums> change) {
    return changed(changed(tree, campaign, "BROAD", change), campaign, "EXACT", change);
  }

  private static Tree changed(
      Tree tree, String campaign, String match, UnaryOperator<Sums> change) {
    return tree.put(path(campaign, match, 1), clicks(1000), change)
        .put(path(campaign, match, 2), clicks(1000), change);
  }

  private static List<List<String>> ids(Localisation found) {
    return found.places().stream().map(Place::ids).toList();
  }

  @Test
  void aCampaignThatBecameDearerIsNamedAndNothingWithinIt() {
    Localisation found = changed(campaigns(5), "c3", dearer(1.6)).locate(Metric.ACOS);
    assertThat(found.verdict()).isEqualTo(Verdict.LOCATED);
    assertThat(ids(found)).containsExactly(List.of("c3"));
    Place place = found.places().getFirst();
    assertThat(place.level()).isZero();
    assertThat(place.shareOfChange()).isCloseTo(1, within(1e-12));
    assertThat(place.sizeShare()).isEqualTo(0.2);
  }

  @Test
  void theSearchGoesDownToTheTargetThatCarriesNearlyAllOfItsCampaign() {
    Localisation found =
        campaigns(5).put(path("c3", "BROAD", 2), clicks(4000), converting(0.3)).locate(Metric.ACOS);
    assertThat(ids(found))
        .as("an ad group that is all of its match type is no narrower place")
        .containsExactly(List.of("c3"), List.of("c3:BROAD"), List.of("c3-BROAD-2"));
    assertThat(found.places()).extracting(Place::level).containsExactly(0, 1, 3);
    assertThat(found.places())
        .allSatisfy(place -> assertThat(place.shareOfChange()).isCloseTo(1, within(1e-12)));
  }

  @Test
  void halfOfTheAccountThatCarriesHalfOfTheChangeIsNoPlace() {
    Tree tree =
        new Tree()
            .put("a", clicks(6000), dearer(1.3))
            .put("b", clicks(2000), dearer(1.3))
            .put("c", clicks(2000), dearer(1.3));
    for (Metric metric : List.of(Metric.ACOS, Metric.SPEND, Metric.CPC, Metric.ROAS)) {
      assertThat(tree.locate(metric).verdict()).as(metric.key()).isEqualTo(Verdict.SPREAD);
    }
  }

  /// Spend and sales grow by half, sales a little less: with a dear and a cheap campaign the parts
  /// are large, yet neither did anything of its own.
  @Test
  void whatMovesAlikeIsNoPlaceHoweverLargeItsPart() {
    Tree tree = new Tree();
    for (int i = 1; i <= 4; i++) {
      UnaryOperator<Sums> grown = times(1.45).andThen(dearer(1.5 / 1.45))::apply;
      tree.put("cheap" + i, clicks(2000), grown)
          .put("dear" + i, dearer(3).apply(clicks(1000)), grown);
    }
    assertThat(tree.decompose(Metric.ACOS, 0).parts().getFirst().contribution())
        .as("of a change of")
        .isGreaterThan(0.4 * tree.decompose(Metric.ACOS, 0).change());
    assertThat(tree.locate(Metric.ACOS).verdict()).isEqualTo(Verdict.SPREAD);
  }

  @Test
  void aMatchTypeOfEveryCampaignIsSpreadAndOfTwoItIsNamed() {
    Tree everywhere = campaigns(10);
    for (int campaign = 1; campaign <= 10; campaign++) {
      changed(everywhere, "c" + campaign, "BROAD", converting(0.5));
    }
    assertThat(everywhere.locate(Metric.ACOS).verdict()).isEqualTo(Verdict.SPREAD);

    Tree two = campaigns(10);
    changed(two, "c2", "BROAD", converting(0.2));
    changed(two, "c7", "BROAD", converting(0.2));
    assertThat(ids(two.locate(Metric.ACOS)))
        .as("ties by id")
        .containsExactly(List.of("c2", "c7"), List.of("c2:BROAD", "c7:BROAD"));
  }

  @Test
  void anAccountOfOneCampaignIsSearchedWithinIt() {
    Localisation found = changed(campaigns(1), "c1", "BROAD", dearer(2)).locate(Metric.SPEND);
    assertThat(ids(found)).containsExactly(List.of("c1:BROAD"));
    assertThat(new Tree().put("c1", clicks(100), dearer(2)).locate(Metric.SPEND).verdict())
        .as("one entity has no place in itself")
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void moreThanFiveAreNoPlace() {
    Tree six = campaigns(30);
    Tree twelve = campaigns(30);
    for (int campaign = 1; campaign <= 12; campaign++) {
      changed(twelve, "c" + campaign, dearer(1.9));
      if (campaign <= 6) {
        changed(six, "c" + campaign, dearer(1.9));
      }
    }
    assertThat(ids(six.locate(Metric.CPC)))
        .as("five of the six carry nearly all")
        .containsExactly(List.of("c1", "c2", "c3", "c4", "c5"));
    assertThat(twelve.locate(Metric.CPC).verdict()).isEqualTo(Verdict.SPREAD);
  }

  @Test
  void movesAgainstEachOtherAreOffsetOrNamedWithMoreThanAll() {
    Tree some = changed(changed(campaigns(10), "c1", times(2)), "c2", times(0.6));
    Localisation found = some.locate(Metric.SPEND);
    assertThat(ids(found)).containsExactly(List.of("c1"));
    assertThat(found.places().getFirst().shareOfChange()).isCloseTo(1 / 0.6, within(1e-12));

    Tree most = changed(changed(campaigns(10), "c1", times(1.8)), "c2", times(0.3));
    assertThat(most.locate(Metric.SPEND).verdict()).isEqualTo(Verdict.OFFSETTING);
  }

  @Test
  void onesFallAgainstARiseOfAllTheOthersIsOffsetting() {
    Tree tree = new Tree().put("c00", clicks(1000), times(0.4));
    for (int i = 1; i <= 40; i++) {
      tree.put("c" + i, clicks(200), times(1.1));
    }
    assertThat(tree.locate(Metric.SPEND).verdict()).isEqualTo(Verdict.OFFSETTING);
  }

  @Test
  void whatStartsAndWhatVanishesIsNamed() {
    assertThat(ids(campaigns(5).only("n/n:BROAD/ng/nt", clicks(6000), true).locate(Metric.SALES)))
        .containsExactly(List.of("n"), List.of("nt"));
    assertThat(ids(campaigns(5).only("n/n:BROAD/ng/nt", clicks(6000), false).locate(Metric.ORDERS)))
        .containsExactly(List.of("n"), List.of("nt"));
    Tree all =
        new Tree()
            .only("a", clicks(100), true)
            .only("b", clicks(100), true)
            .only("c", clicks(100), true);
    assertThat(all.locate(Metric.SPEND).verdict())
        .as("where everything is new nothing stands out")
        .isEqualTo(Verdict.SPREAD);
  }

  @Test
  void spendThatNeverSellsIsNamedWithoutDividingByItsSales() {
    Sums unsold = new Sums(300_000, 3000, 3000, 0, 0);
    Localisation found =
        campaigns(5).put("z/z:AUTO/zg/zt", new Sums(0, 0, 0, 0, 0), unsold).locate(Metric.ACOS);
    assertThat(ids(found))
        .as("its one target is told, the levels between are not")
        .containsExactly(List.of("z"), List.of("zt"));
    assertThat(found.places().getFirst().sizeShare()).isZero();
  }

  @Test
  void withoutAChangeADenominatorOrAnythingThereIsNothingToLocate() {
    assertThat(campaigns(5).locate(Metric.ACOS).verdict()).isEqualTo(Verdict.NONE);
    Tree unsold =
        new Tree()
            .put("a", clicks(100), converting(0))
            .put("b", clicks(100), converting(0))
            .put("c", Sums.ZERO, SAME);
    assertThat(unsold.locate(Metric.ACOS).verdict()).isEqualTo(Verdict.NONE);
    assertThat(unsold.locate(Metric.CVR).verdict()).as("to 0 everywhere").isEqualTo(Verdict.SPREAD);
    assertThat(new Tree().locate(Metric.SPEND).verdict()).isEqualTo(Verdict.NONE);
    assertThat(new Tree().put("a", Sums.ZERO, SAME).put("b", Sums.ZERO, SAME).locate(Metric.CTR))
        .extracting(Localisation::verdict)
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void whatAFewOrdersDoIsChance() {
    Tree tree = new Tree();
    for (int i = 1; i <= 6; i++) {
      tree.put("c" + i, clicks(100), SAME);
    }
    tree.put("c3", clicks(100), converting(0.7));
    assertThat(tree.locate(Metric.CVR).verdict()).as("7 orders of 10").isEqualTo(Verdict.SPREAD);
    Tree large = new Tree();
    for (int i = 1; i <= 6; i++) {
      large.put("c" + i, clicks(10_000), SAME);
    }
    large.put("c3", clicks(10_000), converting(0.4));
    assertThat(ids(large.locate(Metric.CVR))).containsExactly(List.of("c3"));
  }

  @Test
  void sumsByTheDayAreOfMoreEventsThanTheyShow() {
    Tree day = new Tree();
    for (int i = 1; i <= 6; i++) {
      day.put("c" + i, clicks(100), SAME);
    }
    day.put("c3", clicks(100), converting(0.2));
    assertThat(day.locate(Metric.CVR).verdict()).isEqualTo(Verdict.SPREAD);
    assertThat(ids(day.locate(Metric.CVR, 28))).containsExactly(List.of("c3"));
  }

  /// Half of the entities move up or down by a third: that is how entities of this account are.
  @Test
  void whereEntitiesUsuallyDifferMuchMoreIsNeededToStandOut() {
    Tree calm = new Tree();
    Tree wild = new Tree();
    for (int i = 10; i < 40; i++) {
      calm.put("c" + i, clicks(3000), times(i % 2 == 0 ? 1.02 : 0.98));
      wild.put("c" + i, clicks(3000), times(i % 2 == 0 ? 1.35 : 0.65));
    }
    calm.put("c20", clicks(3000), times(1.9));
    wild.put("c20", clicks(3000), times(1.9));
    assertThat(ids(calm.locate(Metric.CLICKS))).containsExactly(List.of("c20"));
    assertThat(wild.locate(Metric.CLICKS).verdict()).isNotEqualTo(Verdict.LOCATED);
  }

  @Test
  void sharesAreThoseOfTheDecompositionAndTheOrderOfRowsDoesNotMatter() {
    Tree tree = changed(changed(campaigns(9), "c4", dearer(1.7)), "c8", converting(1.2));
    for (Metric metric : List.of(Metric.ACOS, Metric.ROAS, Metric.SPEND, Metric.CPC)) {
      Localisation found = tree.locate(metric);
      Decomposition whole = tree.decompose(metric, 0);
      assertThat(ids(found)).as(metric.key()).containsExactly(List.of("c4"));
      assertThat(found.places().getFirst().shareOfChange())
          .isCloseTo(whole.parts().getFirst().contribution() / whole.change(), within(1e-9));
      assertThat(tree.reversed().locate(metric)).isEqualTo(found);
    }
  }

  @Test
  void correctionsBelowZeroAndUntoldCountsDoNoHarm() {
    Tree tree = campaigns(4).put("k/k:AUTO/kg/kt", new Sums(10, 1, -5, -1, -20), clicks(3));
    for (Metric metric : Decomposition.METRICS) {
      Localisation found = changed(tree, "c1", times(1.5)).locate(metric);
      assertThat(found.places())
          .allSatisfy(place -> {
            assertThat(place.shareOfChange()).isFinite();
            assertThat(place.sizeShare()).isFinite();
          });
    }
    PeriodSums spendAlone =
        new PeriodSums(
            Map.of("a", new Sums(0, 0, 10, 0, 0), "b", new Sums(0, 0, 10, 0, 0)),
            Set.of(Metric.SPEND));
    PeriodSums later =
        new PeriodSums(
            Map.of("a", new Sums(0, 0, 100, 0, 0), "b", new Sums(0, 0, 10, 0, 0)),
            Set.of(Metric.SPEND));
    assertThat(
            Localisation.of(
                    Metric.SPEND,
                    spendAlone,
                    later,
                    1,
                    Map.of("a", List.of("a"), "b", List.of("b")))
                .verdict())
        .isEqualTo(Verdict.LOCATED);
  }
}
