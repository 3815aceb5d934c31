package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void whatCostsLessThanHalfAPercentOfTheSpendNeedNotBeFound() {
    AnswerSheet answers =
        account(2, new Incident.WastedSearchTerms(2)).answers(LAST_DAY.minusDays(20));
    AnswerSheet tiny =
        account(2, new Incident.BudgetExhausted(0.99, OptionalInt.of(10))).answers(LAST_DAY);

    assertThat(answers.truths()).allMatch(truth -> share(truth, answers) >= 0.005);
    assertThat(tiny.truths()).isEmpty();
    assertThat(tiny.neutrals())
        .anyMatch(each -> each.kind().isEmpty() && each.why().contains("weekly spend"));
  }

  @Test
  void whereNoOrdersAreRecordedNobodyCanTellThatFewerPeopleBuy() {
    SimulatedAccount account =
        account(
            3,
            new Incident.Bleeding(0.2, OptionalInt.of(9)),
            new Incident.CpcInflation(1.7, OptionalInt.of(9)),
            new Incident.TrackingBroken(0.05, OptionalInt.of(6)));
    AnswerSheet answers = account.answers(LAST_DAY);

    assertThat(answers.truths().stream().map(Truth::kind))
        .containsExactlyInAnyOrder("cpc_inflation", "tracking_broken");
    assertThat(answers.neutrals())
        .anyMatch(each -> each.why().equals("no orders are recorded that could tell"));
    assertThat(account.answers(LAST_DAY.minusDays(8)).truths().stream().map(Truth::kind))
        .contains("bleeding")
        .doesNotContain("tracking_broken");
  }

  @Test
  void targetsThatAreDearByNatureAreNeutralAndThoseInOrderAreNot() {
    LongStream.range(0, 6)
        .forEach(seed -> {
          SimulatedAccount account = account(seed);
          AnswerSheet answers = account.answers(LAST_DAY);
          assertThat(answers.truths()).isEmpty();
          List<String> dear =
              answers.neutrals().stream()
                  .filter(each -> each.kind().equals(Optional.of("bid_too_high")))
                  .filter(each -> each.entity() instanceof Entity.Keyword)
                  .map(each -> each.entity().id())
                  .toList();
          for (TargetPlan target : account.plan().targets()) {
            double acos = target.price() / target.conversion() / orderValue(account, target);
            double ratio = acos / account.shape().targetAcos().doubleValue();
            // Rates wander over the weeks, so those near the line may be on either side.
            if (ratio < 0.85 && account.shape().nature().tellsTarget()) {
              assertThat(dear).as("seed %d, ratio %f", seed, ratio).doesNotContain(target.id());
            }
          }
          assertThat(dear).isNotEmpty();
        });
  }

  @Test
  void theExpectedSpendOfAWeekIsAboutThatOfTheShape() {
    double mean =
        LongStream.range(0, 30)
            .mapToDouble(seed -> account(seed).answers(LAST_DAY).weeklySpend())
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(18_000.0, 22_000.0);
  }

  @Test
  void anIncidentThatHasAnotherNameIsNeutralByThatName() {
    AnswerSheet answers =
        account(4, new Incident.ExpensiveCampaign(2.2, OptionalInt.empty())).answers(LAST_DAY);
    Entity expensive = answers.truths().getFirst().entity();

    assertThat(answers.neutrals())
        .anyMatch(
            each -> each.entity().equals(expensive) && each.kind().equals(Optional.of("bleeding")));
  }

  private static double orderValue(SimulatedAccount account, TargetPlan target) {
    Levers none = Levers.on(LAST_DAY, account.plan(), List.of());
    return TargetModel.of(account.plan())
        .get(target.index())
        .orderValue(none, account.plan().meanPrice(none));
  }

  private static double share(Truth truth, AnswerSheet answers) {
    return truth.weeklyImpact().amount().doubleValue() / answers.weeklySpend();
  }

  private static SimulatedAccount account(long seed, Incident... incidents) {
    return SimulatedAccount.of(
        Accounts.small()
            .withCampaigns(12)
            .withWeeklySpend(new BigDecimal("20000"))
            .withNature(Nature.drawn(seed))
            .withIncidents(incidents),
        seed);
  }
}
