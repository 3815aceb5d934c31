package dev.spendlight.log;

import dev.spendlight.account.AccountId;
import java.time.LocalDate;

/// What one model cost for one account on one day.
///
/// @param model that was asked for
/// @param day in UTC, as providers bill
public record CostLine(AccountId account, String model, LocalDate day, CostSums sums) {}
