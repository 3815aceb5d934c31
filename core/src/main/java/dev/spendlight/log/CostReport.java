package dev.spendlight.log;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.DateRange;
import java.util.List;
import java.util.Optional;

/// What models cost, as somebody asked for it.
///
/// @param account all accounts unless given
/// @param days in UTC; all unless given
/// @param lines by day, then account, then model
public record CostReport(
    Optional<AccountId> account, Optional<DateRange> days, List<CostLine> lines) {
  public CostReport {
    lines = List.copyOf(lines);
  }

  public static CostReport of(
      PromptLog log, Optional<AccountId> account, Optional<DateRange> days) {
    return new CostReport(account, days, log.costs(account, days));
  }

  public CostSums totals() {
    return lines.stream().map(CostLine::sums).reduce(CostSums.NOTHING, CostSums::plus);
  }

  /// Models whose price is unknown, by name.
  public List<String> unpricedModels() {
    return lines.stream()
        .filter(line -> line.sums().unpriced() > 0)
        .map(CostLine::model)
        .distinct()
        .sorted()
        .toList();
  }
}
