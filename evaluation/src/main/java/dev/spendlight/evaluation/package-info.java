/// How good the findings are, against accounts whose truth is known.
///
/// Folders of accounts (package `truth`) are imported through the real importer and store and asked
/// for findings (`run`), beside fixed rules that read the same stores (`baseline`); `score` says
/// who is right, `command` prints it.
@NullMarked
package dev.spendlight.evaluation;

import org.jspecify.annotations.NullMarked;
