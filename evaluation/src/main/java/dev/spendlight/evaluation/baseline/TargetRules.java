package dev.spendlight.evaluation.baseline;

import dev.spendlight.evaluation.baseline.AccountDays.TargetDays;
import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.finding.FindingKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Single targets over thirty days: none sold, or sold too dearly.
final class TargetRules {
  private static final int DAYS = 30;
  private static final int WEEK = 7;

  private final AccountDays account;
  private final RuleThresholds thresholds;
  private final double acos;

  TargetRules(AccountDays account, RuleThresholds thresholds) {
    this.account = account;
    this.thresholds = thresholds;
    this.acos = Yardsticks.of(account).acos();
  }

  List<Claim> claims() {
    return account.targets().stream()
        .map(this::claim)
        .flatMap(Optional::stream)
        .filter(each -> each.weeklyImpact() > 0)
        .toList();
  }

  private Optional<Claim> claim(TargetDays target) {
    Sums month = target.days().last(DAYS);
    Sums week = target.days().last(WEEK);
    if (month.orders() == 0 && month.clicks() >= thresholds.zeroOrderClicks()) {
      return Optional.of(
          claim(
              FindingKind.ZERO_CONVERSION,
              target,
              week.spend(),
              String.format(Locale.ROOT, "%d clicks without an order", month.clicks())));
    }
    return month.orders() > 0
            && month.clicks() >= thresholds.minimumClicks()
            && month.acos() >= thresholds.targetAcos() * acos
        ? Optional.of(
            claim(
                FindingKind.BID_TOO_HIGH,
                target,
                week.spend() * (1 - acos / month.acos()),
                String.format(Locale.ROOT, "ACOS %.2f, target %.2f", month.acos(), acos)))
        : Optional.empty();
  }

  private static Claim claim(FindingKind kind, TargetDays target, double impact, String evidence) {
    return new Claim(
        kind, target.subject(), Set.of(target.subject().id()), impact, Optional.empty(), evidence);
  }
}
