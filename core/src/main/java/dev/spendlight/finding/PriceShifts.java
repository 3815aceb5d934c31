package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountHistory;
import dev.spendlight.history.Grouping;
import dev.spendlight.scan.PriceOfClicks;
import dev.spendlight.scan.ShiftScan;
import dev.spendlight.scan.ShiftScan.Shift;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Campaigns whose clicks became dearer than before and than in the rest of the account, target by
/// target.
final class PriceShifts {
  private static final ShiftScan.Plan PLAN = new ShiftScan.Plan(true, 21, 42, 0.06, 0.04);

  /// Single targets vary more than campaigns.
  private static final ShiftScan.Plan TARGET_PLAN = new ShiftScan.Plan(true, 21, 42, 0.10, 0.08);

  private static final double FAR_DEARER = Math.log(1.35);

  private static final double LEAST_Z = 4;
  static final double LEAST_RISE = Math.log(1.17);
  private static final double LEAST_WITHOUT_LARGEST = Math.log(1.12);

  /// @param ownRise the mean logarithmic rise of the bids that the account itself set, as far as
  ///   known
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(Entity campaign, int[] units, Shift shift, double ownRise) {

    /// Whether the account's own higher bids are what made the clicks dearer.
    boolean isOwnDoing() {
      return shift.log() - ownRise < LEAST_RISE;
    }
  }

  private PriceShifts() {}

  static List<Found> of(Changes changes) {
    AccountHistory history = changes.history();
    Grouping campaigns = changes.sets().campaigns();
    int[][] members = campaigns.members();
    PriceOfClicks prices = PriceOfClicks.of(history, members);
    List<Shift> shifts =
        ShiftScan.shifts(members.length, history.length(), prices, PLAN).stream()
            .filter(shift -> shift.z() >= LEAST_Z && shift.log() >= LEAST_RISE)
            .filter(shift -> isWholeCampaign(prices, shift, history.length()))
            .toList();
    if (shifts.isEmpty()) {
      return List.of();
    }
    PaidOfBid paid =
        new PaidOfBid(changes, shifts.stream().map(Shift::set).collect(Collectors.toSet()));
    return shifts.stream()
        .map(shift -> {
          int[] units = members[shift.set()];
          return new Found(
              campaigns.groups().get(shift.set()),
              units,
              shift,
              ownRise(changes, paid, units, shift));
        })
        .toList();
  }

  /// By the bids before and now; where no pull tells those before, by what is paid of those now.
  private static double ownRise(Changes changes, PaidOfBid paid, int[] units, Shift shift) {
    AccountHistory history = changes.history();
    return changes.settings().tellsBids(history, units, shift.onset())
        ? changes.settings().bidRise(history, units, shift.onset())
        : paid.isOwnRise(units, shift.onset(), shift.log()) ? shift.log() : 0;
  }

  /// Single targets whose clicks became far dearer, by their ids.
  static Set<String> targets(Changes changes) {
    AccountHistory history = changes.history();
    int units = history.units().size();
    int[][] single =
        IntStream.range(0, units).mapToObj(unit -> new int[] {unit}).toArray(int[][]::new);
    PriceOfClicks prices = PriceOfClicks.of(history, single);
    return ShiftScan.shifts(units, history.length(), prices, TARGET_PLAN).stream()
        .filter(shift -> shift.z() >= LEAST_Z && shift.log() >= FAR_DEARER)
        .map(shift -> history.units().get(shift.set()).id())
        .collect(Collectors.toSet());
  }

  private static boolean isWholeCampaign(PriceOfClicks prices, Shift shift, int end) {
    int from = Math.max(0, shift.onset() - PLAN.past());
    return prices
        .withoutLargest(shift.set(), from, shift.onset(), end)
        .map(rest -> rest.value() - shift.common() > LEAST_WITHOUT_LARGEST)
        .orElse(true);
  }
}
