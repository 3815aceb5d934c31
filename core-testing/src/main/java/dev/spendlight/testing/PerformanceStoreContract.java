package dev.spendlight.testing;

/// What every `PerformanceStore` promises. An adapter's test extends this and says how to open one:
/// each call opens the same store anew, and the first call of a test finds it empty.
///
/// The promises stand by topic in the classes that it extends: imports, sums, deliveries, pulls,
/// accounts.
public abstract class PerformanceStoreContract extends AccountsContract {}
