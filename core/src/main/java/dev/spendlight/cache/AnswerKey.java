package dev.spendlight.cache;

import dev.spendlight.account.AccountId;
import java.time.LocalDate;
import java.util.Optional;

/// Everything that an answer rests on.
///
/// @param asked the as-of day asked for; empty for the last with data
/// @param fingerprint of deliveries, settings, the as-of day and the code that judges
public record AnswerKey(AccountId account, Optional<LocalDate> asked, String fingerprint) {}
