package dev.spendlight.simulator;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.DateRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/// The account that a first look at Spendlight shows: an American seller of household goods with
/// problems of several kinds, small enough to be written at once.
///
/// @param settings what the seller told us
/// @param mornings the folders to import, oldest first, each with its pull day
/// @param truths what was planted; the files do not tell
public record DemoAccount(AccountSettings settings, List<Morning> mornings, List<Truth> truths) {
  private static final long SEED = 549;
  private static final int CAMPAIGNS = 18;
  private static final int PRODUCTS = 8;
  private static final int DAYS = 60;
  private static final int TRAILING = 14;

  /// The account without its files.
  public static SimulatedAccount account(LocalDate lastDay) {
    return SimulatedAccount.of(
        AccountShape.ending(lastDay)
            .withCampaigns(CAMPAIGNS)
            .withProducts(PRODUCTS)
            .withDays(DAYS)
            .withWeeklySpend(new BigDecimal("5500"))
            .withIncidents(
                new Incident.WastedSearchTerms(3),
                new Incident.BudgetExhausted(0.5, OptionalInt.of(20)),
                new Incident.ZeroConversion(2, 0, OptionalInt.empty()),
                new Incident.Bleeding(0.3, OptionalInt.of(13)),
                new Incident.CpcInflation(1.6, OptionalInt.of(12)),
                new Incident.GoodLaunch(2.2, 24),
                new Incident.ExpensiveCampaign(2.6, OptionalInt.empty())),
        SEED);
  }

  /// Writes sixty days up to `lastDay` as two mornings left them: everything as it looked a week
  /// ago, and the last two weeks as they look on the morning after `lastDay`. So the newest week is
  /// as incomplete as it would be, and the one before tells by how much.
  public static DemoAccount write(Path folder, LocalDate lastDay) throws IOException {
    SimulatedAccount account = account(lastDay);
    LocalDate weekAgo = lastDay.minusDays(6);
    List<Morning> mornings =
        MorningFiles.of(account)
            .write(
                List.of(
                    MorningFiles.request(
                        folder,
                        weekAgo,
                        new DateRange(account.shape().period().from(), weekAgo.minusDays(1))),
                    MorningFiles.request(
                        folder, lastDay.plusDays(1), DateRange.ending(lastDay, TRAILING))));
    return new DemoAccount(account.settings(), mornings, account.truths());
  }
}
