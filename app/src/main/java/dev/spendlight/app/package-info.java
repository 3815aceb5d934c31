/// Configuration, wiring and the command line: what runs when somebody starts Spendlight.
///
/// Start with [Main], which lists the commands. `command` has one class each, `print` what a person
/// sees. May use every module.
@NullMarked
package dev.spendlight.app;

import org.jspecify.annotations.NullMarked;
