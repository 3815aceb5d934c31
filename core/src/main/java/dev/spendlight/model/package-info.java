/// The port to a language model: what is asked, what comes back, what it costs.
///
/// An adapter implements [LanguageModel]. A reply is a sealed value, for whoever asks has to choose
/// what to do with each kind; nothing that a provider does is an exception. Uses nothing of the
/// packages before it.
@NullMarked
package dev.spendlight.model;

import org.jspecify.annotations.NullMarked;
