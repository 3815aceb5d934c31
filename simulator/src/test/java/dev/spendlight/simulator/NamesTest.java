package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final List<String> TELLING =
      List.of(
          "incident",
          "zero",
          "wast",
          "bleed",
          "collaps",
          "inflat",
          "exhaust",
          "launch",
          "missing",
          "planted",
          "truth",
          "expensive",
          "high bid",
          "outperform",
          "decoy",
          "neutral",
          "promotion",
          "simulat");

  @Test
  void namesAndIdsTellNothing() {
    LongStream.range(0, 60)
        .mapToObj(seed -> SimulatedAccount.of(Accounts.withEverything(), seed))
        .flatMap(account -> texts(account.plan()))
        .map(text -> text.toLowerCase(Locale.ROOT))
        .forEach(text -> assertThat(TELLING).noneMatch(text::contains));
  }

  @Test
  void namesOfRecipesTellNothingEither() {
    LongStream.range(0, 20)
        .mapToObj(seed -> AccountRecipe.of(Profile.STANDARD, seed).account())
        .flatMap(account -> texts(account.plan()))
        .map(text -> text.toLowerCase(Locale.ROOT))
        .forEach(text -> assertThat(TELLING).noneMatch(text::contains));
  }

  @Test
  void plantingLeavesEveryNameAndIdAsItWas() {
    AccountShape shape = Accounts.withEverything();
    assertThat(texts(SimulatedAccount.of(shape, 4).plan()))
        .containsExactlyElementsOf(
            texts(SimulatedAccount.of(shape.withIncidents(), 4).plan()).toList());
  }

  @Test
  void idsAreUniqueAndLargerThanADoubleHolds() {
    SimulatedAccount account =
        SimulatedAccount.of(AccountShape.ending(MORNING).withCampaigns(120), 9);
    List<String> ids = ids(account.plan()).toList();
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(ids).allMatch(id -> id.matches("[1-9][0-9]{17}"));
    Set<String> names = new HashSet<>();
    assertThat(account.plan().campaigns()).allMatch(campaign -> names.add(campaign.name()));
  }

  @Test
  void targetsOfAnAdGroupDiffer() {
    for (long seed = 0; seed < 20; seed++) {
      SimulatedAccount account = SimulatedAccount.of(Accounts.small(), seed);
      List<RowKey> keys =
          account.rows(ReportKind.TARGETING, account.shape().period(), MORNING).stream()
              .map(row -> row.key())
              .distinct()
              .toList();
      assertThat(keys.stream().map(key -> key.adGroupId() + key.targeting() + key.matchType()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void accountsDiffer() {
    Set<String> brands = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      brands.add(SimulatedAccount.of(Accounts.small(), seed).plan().products().getFirst().brand());
    }
    assertThat(brands).hasSizeGreaterThan(15);
  }

  private static Stream<String> texts(AccountPlan plan) {
    return Stream.of(
            plan.campaigns().stream().map(CampaignPlan::name),
            plan.adGroups().stream().map(AdGroupPlan::name),
            plan.targets().stream().map(TargetPlan::text),
            plan.targets().stream().flatMap(target -> target.terms().stream()).map(TermPlan::text),
            plan.products().stream().map(ProductPlan::sku),
            ids(plan))
        .flatMap(each -> each);
  }

  private static Stream<String> ids(AccountPlan plan) {
    return Stream.of(
            plan.campaigns().stream().map(CampaignPlan::id),
            plan.adGroups().stream().map(AdGroupPlan::id),
            plan.adGroups().stream().flatMap(group -> group.ads().stream()),
            plan.targets().stream().map(TargetPlan::id))
        .flatMap(each -> each);
  }
}
