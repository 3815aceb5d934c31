/// Whose figures these are: accounts, their settings, and the things inside one that can spend.
///
/// Start with [AccountSettings] and [Entity]. Uses nothing else of Spendlight.
@NullMarked
package dev.spendlight.account;

import org.jspecify.annotations.NullMarked;
