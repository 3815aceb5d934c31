/// What processes share, in Redis or Valkey: answers, limits of accounts, money for models,
/// questions at a time, leases.
///
/// Start with [Redis], the one connection that all share. Everything that is counted is counted in
/// one step on the server and by the server's clock: no two processes have to agree on the time.
/// Nothing waits longer than the time-out, and what cannot be reached is said to be
/// ([dev.spendlight.limit.UnreachableException]) or, for answers, is not there.
///
/// All of it may be lost at any time: answers are made again, money is counted again from the
/// ledger, limits start full, slots and leases are free.
@NullMarked
package dev.spendlight.redis;

import org.jspecify.annotations.NullMarked;
