package dev.spendlight.model;

import java.time.Duration;
import java.util.OptionalLong;

/// How much one question to a model may take.
///
/// @param time until the answer is no longer wanted, attempts and waits between them together
/// @param attempts at most, the first included
/// @param nanoDollars that all attempts together may cost at worst; empty for no limit of money
public record Allowance(Duration time, int attempts, OptionalLong nanoDollars) {}
