/// Accounts that never were, with planted incidents and known truth, written as real report files.
///
/// In: an [AccountShape] and a seed. Out: the files that a platform would have delivered, morning
/// by morning ([MorningFiles]), and, kept apart from them, what is really the matter ([Truth]). The
/// same shape and seed give the same rows on every machine, and the same bytes with the same Java.
///
/// Every click is drawn: its target, search term, product, placement, price, and whether, when and
/// for how much it leads to an order. All reports are sums over the same clicks, so they reconcile
/// to the cent.
///
/// Start with [SimulatedAccount]; [DemoAccount] is one of them. To add an incident, add a record to
/// [Incident]; the compiler then names the places that must know it.
@NullMarked
package dev.spendlight.simulator;

import org.jspecify.annotations.NullMarked;
