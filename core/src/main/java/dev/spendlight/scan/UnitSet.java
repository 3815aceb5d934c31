package dev.spendlight.scan;

import dev.spendlight.account.Entity;

/// Units that are looked at together.
///
/// @param units places in the history, rising; not to be changed
/// @param campaigns places of the campaigns that they lie in
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
public record UnitSet(ScanLevel level, Entity entity, int[] units, int[] campaigns) {}
