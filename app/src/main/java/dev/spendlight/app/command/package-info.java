/// The commands, one class each: they read options, ask the service, and hand the outcome to
/// `print`.
@NullMarked
package dev.spendlight.app.command;

import org.jspecify.annotations.NullMarked;
