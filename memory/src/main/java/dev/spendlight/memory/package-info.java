/// What one process keeps for itself: answers, limits of accounts, money for models, questions at a
/// time. Each is whole without any server, and stands in while a shared one cannot be reached.
///
/// Implements the ports of `cache` and `limit`; time comes in through constructors. Nothing here
/// outlives the process: money is counted from a ledger at the start of each day and process.
@NullMarked
package dev.spendlight.memory;

import org.jspecify.annotations.NullMarked;
