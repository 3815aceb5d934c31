package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.metric.Metric;
import java.time.LocalDate;
import java.util.Locale;

/// Something that a finding comes from.
public sealed interface Driver {

  /// A factor's exact part in a change (LMDI).
  ///
  /// @param of what changed: spend or sales in account currency a week, or ACOS as a fraction
  /// @param factor such as the conversion rate
  /// @param before the factor before the onset, in its own unit
  /// @param after the factor since
  /// @param contribution to the change of `of`, in its unit
  record Part(Metric of, Metric factor, double before, double after, double contribution)
      implements Driver {}

  /// A setting that the account's own people changed at about that time.
  ///
  /// @param on what was changed
  /// @param from the setting before: account currency; of a status 1 for enabled, 0 for paused
  /// @param to the setting since
  /// @param seen the pull that first showed it
  record YourChange(Entity on, Setting what, double from, double to, LocalDate seen)
      implements Driver {

    /// What an account's people set.
    public enum Setting {
      BID,
      DAILY_BUDGET,
      STATUS;

      /// As in JSON documents.
      public String key() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
