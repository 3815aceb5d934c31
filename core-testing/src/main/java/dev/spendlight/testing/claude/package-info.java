/// A server that speaks the Claude API, on this machine, and can do everything wrong that a network
/// or a provider can.
///
/// Start with [StubClaude]: it listens, keeps what it was asked, and answers by a script of
/// [Behaviour]s, which [Replies] (it does its work) and [Faults] (it does not) make; a [Mixture] of
/// both is for many requests. Used by tests only. Uses `core` and the JDK's sockets.
@NullMarked
package dev.spendlight.testing.claude;

import org.jspecify.annotations.NullMarked;
