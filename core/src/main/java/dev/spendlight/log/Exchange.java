package dev.spendlight.log;

import dev.spendlight.account.AccountId;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.Charge;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// One prompt and what came of it. Without its texts it is small, and kept of every call, so that
/// costs are complete.
///
/// @param at when it was asked, to the millisecond
/// @param reply its kind, see [dev.spendlight.model.ModelReply#key()]
/// @param reused whether the reply had been paid for earlier, see [PaidReplies]
/// @param attempts every request that was sent; none when the reply was reused or nothing was sent
/// @param charge of all attempts
/// @param own time spent in this layer
/// @param model time spent waiting for the model
/// @param texts of failures and a sample of the rest
public record Exchange(
    ExchangeId id,
    Instant at,
    Subject subject,
    Asked asked,
    String reply,
    boolean reused,
    Verdict verdict,
    List<Attempt> attempts,
    Charge charge,
    Duration own,
    Duration model,
    Optional<Texts> texts) {
  private static final String ABANDONED = "abandoned";

  public Exchange {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    attempts = List.copyOf(attempts);
  }

  /// What the question was about.
  ///
  /// @param asOf the day asked for
  /// @param dataFingerprint of everything that the facts were computed from
  public record Subject(AccountId account, LocalDate asOf, String dataFingerprint) {}

  /// How it was put.
  ///
  /// @param model that was asked for, as its provider names it
  /// @param requestHash see [dev.spendlight.model.ModelRequest#hash()]
  public record Asked(
      String model, String requestHash, String promptVersion, String schemaVersion, Round round) {}

  /// A call whose process ended before it could tell what came of it. No bill is known, and all
  /// that it can have cost is unbilled. Its id is another than the call's: where the process was
  /// only taken to be gone, since clocks differ, its own entry comes beside this one and says what
  /// came of it.
  public static Exchange abandoned(OpenCall call) {
    return new Exchange(
        call.id().beside(call.most().map(NanoDollars::value).orElse(0L)),
        call.at(),
        call.subject(),
        call.asked(),
        ABANDONED,
        false,
        Verdict.FELL_BACK,
        List.of(),
        Charge.withoutBills(call.most()),
        Duration.ZERO,
        Duration.ZERO,
        Optional.empty());
  }

  /// Whether its reply was not good enough as it came.
  public boolean failed() {
    return verdict != Verdict.ACCEPTED;
  }

  /// On which it was billed, in UTC.
  public LocalDate day() {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /// Of all attempts whose usage the provider told.
  public Usage usage() {
    return attempts.stream()
        .map(each -> each.usage().orElse(Usage.NONE))
        .reduce(Usage.NONE, Usage::plus);
  }

  public Exchange withoutTexts() {
    return new Exchange(
        id,
        at,
        subject,
        asked,
        reply,
        reused,
        verdict,
        attempts,
        charge,
        own,
        model,
        Optional.empty());
  }
}
