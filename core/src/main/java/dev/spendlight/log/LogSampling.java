package dev.spendlight.log;

/// Whose texts are kept: those of every failure, and of a share of the rest. The share is decided
/// by the id alone, so that it can be told again which ones were meant.
///
/// @param share from 0 (failures only) to 1 (all)
public record LogSampling(double share) {
  private static final int BITS = 53;

  /// @throws IllegalArgumentException with a sentence for the user when there is no such share
  public LogSampling {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The logged share of prompts is from 0 to 1 (0.10 for 10%%), not %s.".formatted(share));
    }
  }

  /// A tenth.
  public static LogSampling standard() {
    return new LogSampling(0.10);
  }

  public boolean keepsTexts(Exchange exchange) {
    return exchange.failed() || fraction(exchange.id()) < share;
  }

  /// The exchange as it is to be kept.
  public Exchange of(Exchange exchange) {
    return keepsTexts(exchange) ? exchange : exchange.withoutTexts();
  }

  /// From 0 to less than 1, evenly: the characters of the id (FNV-1a), well mixed (the finaliser of
  /// MurmurHash3).
  private static double fraction(ExchangeId id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.value().length(); i++) {
      hash = (hash ^ id.value().charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return ((hash ^ (hash >>> 33)) >>> (Long.SIZE - BITS)) * 0x1p-53;
  }
}
