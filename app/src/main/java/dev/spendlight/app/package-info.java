/// Wiring and command line.
@NullMarked
package dev.spendlight.app;

import org.jspecify.annotations.NullMarked;
