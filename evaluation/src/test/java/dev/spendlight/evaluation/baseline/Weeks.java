package dev.spendlight.evaluation.baseline;

import dev.spendlight.evaluation.baseline.AccountDays.CampaignDays;
import dev.spendlight.evaluation.baseline.AccountDays.TargetDays;
import dev.spendlight.evaluation.truth.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Tables made by hand: every day of a week is like the others.
final class Weeks {
  /// 1,000 impressions, 20 clicks for 20, two orders for 100: ACOS 0.20, CPC 1, CVR 0.10.
  static final Sums HEALTHY = new Sums(1000, 20, 20, 100, 2);

  private static final int DAYS = 60;

  private Weeks() {}

  /// @param recent the last seven days
  static DayFigures days(Sums before, Sums recent) {
    List<Sums> days = new ArrayList<>(Collections.nCopies(DAYS - 7, before));
    days.addAll(Collections.nCopies(7, recent));
    return new DayFigures(days);
  }

  static DayFigures since(int age, Sums figures) {
    List<Sums> days = new ArrayList<>(Collections.nCopies(DAYS - age, Sums.ZERO));
    days.addAll(Collections.nCopies(age, figures));
    return new DayFigures(days);
  }

  static CampaignDays campaign(String id, DayFigures days) {
    return campaign(id, days, OptionalDouble.empty(), OptionalDouble.empty());
  }

  static CampaignDays campaign(
      String id, DayFigures days, OptionalDouble budget, OptionalDouble timeInBudget) {
    return new CampaignDays(
        new Subject("campaign", id, "Campaign " + id),
        Set.of(id + "-1", id + "-2"),
        days,
        budget,
        timeInBudget);
  }

  static TargetDays target(String id, DayFigures days) {
    return new TargetDays(new Subject("keyword", id, "keyword " + id), days);
  }

  /// Beside three large healthy campaigns, so that the account's average stays near 0.20. Target
  /// ACOS 0.25, margin 0.40.
  static AccountDays account(List<CampaignDays> campaigns, List<TargetDays> targets) {
    List<CampaignDays> all = new ArrayList<>(campaigns);
    for (int i = 0; i < 3; i++) {
      all.add(campaign("healthy" + i, days(times(10, HEALTHY), times(10, HEALTHY))));
    }
    return new AccountDays(OptionalDouble.of(0.25), OptionalDouble.of(0.40), all, targets);
  }

  static AccountDays account(CampaignDays campaign) {
    return account(List.of(campaign), List.of());
  }

  static Sums times(int factor, Sums sums) {
    return Collections.nCopies(factor, sums).stream().reduce(Sums.ZERO, Sums::plus);
  }
}
