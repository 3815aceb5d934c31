package dev.spendlight.evaluation.baseline;

import dev.spendlight.evaluation.score.TargetSpend;
import dev.spendlight.evaluation.truth.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What fixed rules look at: daily figures of campaigns and targets up to a morning.
///
/// @param targetAcos what the seller told, if anything
/// @param margin what the seller told, if anything
public record AccountDays(
    OptionalDouble targetAcos,
    OptionalDouble margin,
    List<CampaignDays> campaigns,
    List<TargetDays> targets) {
  private static final int TWO_WEEKS = 14;

  /// @param targetIds all its targets
  /// @param budget a day, mean of the last week; account currency
  /// @param timeInBudget share of the day, mean of the last week
  public record CampaignDays(
      Subject subject,
      Set<String> targetIds,
      DayFigures days,
      OptionalDouble budget,
      OptionalDouble timeInBudget) {}

  /// @param subject the keyword or other target
  public record TargetDays(Subject subject, DayFigures days) {}

  public AccountDays {
    campaigns = List.copyOf(campaigns);
    targets = List.copyOf(targets);
  }

  /// All campaigns, the last `days` days.
  Sums account(int days) {
    return campaigns.stream().map(each -> each.days().last(days)).reduce(Sums.ZERO, Sums::plus);
  }

  /// Spend of each target over the last two weeks.
  public TargetSpend spend() {
    Map<String, Double> spend = new HashMap<>();
    targets.forEach(
        each -> spend.merge(each.subject().id(), each.days().last(TWO_WEEKS).spend(), Double::sum));
    return new TargetSpend(spend);
  }
}
