package dev.spendlight.reports;

import dev.spendlight.report.EntityState;
import dev.spendlight.report.ReportKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the state of what a row is about, and gives the same object while it stays the same.
final class States {
  /// No such cell.
  static final long NONE = Long.MIN_VALUE;

  private static final int PLACES = 1 << 10;
  private static final int MICRO_PLACES = 6;

  private record Parts(
      String status, long bid, long budget, long timeInBudget, @Nullable LocalDate start) {}

  private final boolean aboutCampaigns;
  private final @Nullable Parts[] parts = new @Nullable Parts[PLACES];
  private final EntityState[] states = new EntityState[PLACES];

  /// @param kind decides whose status and budget count: a target's row may repeat its campaign's
  States(ReportKind kind) {
    aboutCampaigns =
        switch (kind) {
          case CAMPAIGN, PLACEMENT, BUDGET -> true;
          case TARGETING, AD_GROUP, ADVERTISED_PRODUCT, SEARCH_TERM -> false;
        };
  }

  /// Money in micros, the share in micros of one; [#NONE] for what the row does not say.
  EntityState of(
      String campaignStatus,
      String status,
      long bid,
      long budget,
      long timeInBudget,
      @Nullable LocalDate start) {
    String wanted =
        aboutCampaigns && !campaignStatus.isEmpty() ? campaignStatus : aboutCampaigns ? "" : status;
    long ownBudget = aboutCampaigns ? budget : NONE;
    LocalDate ownStart = aboutCampaigns ? start : null;
    if (wanted.isEmpty()
        && bid == NONE
        && ownBudget == NONE
        && timeInBudget == NONE
        && ownStart == null) {
      return EntityState.UNKNOWN;
    }
    int hash =
        wanted.hashCode()
            + 31 * Long.hashCode(bid)
            + 961 * Long.hashCode(ownBudget)
            + 29_791 * Long.hashCode(timeInBudget)
            + (ownStart == null ? 0 : ownStart.hashCode());
    int place = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (PLACES - 1);
    Parts known = parts[place];
    if (known != null
        && known.bid == bid
        && known.budget == ownBudget
        && known.timeInBudget == timeInBudget
        && known.status.equals(wanted)
        && Objects.equals(known.start, ownStart)) {
      return states[place];
    }
    parts[place] = new Parts(wanted, bid, ownBudget, timeInBudget, ownStart);
    states[place] =
        new EntityState(
            wanted.toUpperCase(Locale.ROOT),
            optional(bid),
            optional(ownBudget),
            optional(timeInBudget).map(micros -> share(micros)),
            Optional.ofNullable(ownStart));
    return states[place];
  }

  private static Optional<Long> optional(long micros) {
    return micros == NONE ? Optional.empty() : Optional.of(micros);
  }

  private static BigDecimal share(long micros) {
    BigDecimal exact = BigDecimal.valueOf(micros, MICRO_PLACES).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
