package dev.spendlight.limit;

import dev.spendlight.account.AccountId;
import java.time.Duration;

/// How many fresh analyses an account may have. Threads share one; nobody waits for it.
///
/// It is a bucket that holds a number of analyses, full at first, and is filled up evenly: of 5 an
/// hour all 5 may be had at once, and then one every 12 minutes. Accounts that have been idle until
/// full are forgotten.
public interface AnalysisLimit {
  AnalysisLimit NONE = account -> new Taking.Taken();

  /// Whether it was taken.
  sealed interface Taking {
    record Taken() implements Taking {}

    /// @param retryAfter until one may be had; positive
    record Refused(Duration retryAfter) implements Taking {}
  }

  /// Takes one, or none.
  ///
  /// @throws UnreachableException when the store that counts cannot be reached
  Taking take(AccountId account);

  /// How many, in which time.
  ///
  /// @param analyses at least 1
  record Rate(int analyses, Duration period) {
    public static Rate perHour(int analyses) {
      return new Rate(analyses, Duration.ofHours(1));
    }

    public Rate {
      if (analyses < 1 || !period.isPositive()) {
        throw new IllegalArgumentException(
            "A limit of analyses is at least 1 in a time that is longer than nothing.");
      }
    }
  }
}
