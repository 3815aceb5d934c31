package dev.spendlight.summary;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.Entity;
import dev.spendlight.history.Coverage;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// An account over a window, as reported.
///
/// @param asOf the last day that counts
/// @param currency of all its money; absent when no file and no setting told it
/// @param window the days that are summed; wider than asked where a range file had to be taken
///   whole
/// @param coverage the report that answers
/// @param campaigns the campaigns with most spend, most first
/// @param omitted the campaigns beyond those
/// @param outliers campaigns far from the account, largest spend first
/// @param caveats what a reader has to know, one sentence each
public record AccountSummary(
    AccountId account,
    LocalDate asOf,
    Optional<Currency> currency,
    DateRange window,
    Coverage coverage,
    Metrics totals,
    List<CampaignTotals> campaigns,
    Omitted omitted,
    List<Outlier> outliers,
    List<String> caveats) {

  public record CampaignTotals(Entity.Campaign campaign, Metrics metrics) {}

  /// @param campaigns how many
  /// @param spend theirs together
  public record Omitted(int campaigns, Optional<BigDecimal> spend) {}

  /// A campaign whose ratio is far from the account's.
  ///
  /// @param value the campaign's
  /// @param account the whole account's
  public record Outlier(
      Entity.Campaign campaign, Metric metric, BigDecimal value, BigDecimal account) {}
}
