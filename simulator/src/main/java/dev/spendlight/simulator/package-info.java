/// Accounts that never were, with planted incidents and known truth, written as real report files.
///
/// In: an [AccountShape] and a seed. Out: the files that a platform would have delivered, morning
/// by morning ([MorningFiles]), and, kept apart from them, what is really the matter ([Truth]). The
/// same shape and seed give the same rows on every machine, and the same bytes with the same Java.
///
/// An [AccountRecipe] draws the shape too: how large the account is, how noisy, what goes wrong
/// ([Incident]) and what merely happens ([Decoy]). An [AccountFolder] writes it for a score, with
/// the truths beside the files; [WriteAccounts] writes many. In an account without a recipe
/// ([AccountNature#ORDINARY]) draws and figures stay as they are, for others have pinned them.
///
/// Every click is drawn: its target, search term, product, placement, price, and whether, when and
/// for how much it leads to an order. All reports are sums over the same clicks, so they reconcile
/// to the cent.
///
/// Start with [SimulatedAccount]; [DemoAccount] is one of them. To add an incident, add a record to
/// [Incident]; the compiler then names the places that must know it: where it is planted and which
/// effects it has, what it costs, and whether it has other names.
@NullMarked
package dev.spendlight.simulator;

import org.jspecify.annotations.NullMarked;
