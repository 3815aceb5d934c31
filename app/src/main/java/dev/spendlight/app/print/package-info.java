/// What a person sees on a terminal: tables that fit it, sentences, colour only where it helps.
///
/// In: the service's results. Out: text. Decides nothing.
@NullMarked
package dev.spendlight.app.print;

import org.jspecify.annotations.NullMarked;
