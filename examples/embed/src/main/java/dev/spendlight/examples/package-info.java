/// Spendlight inside a program of one's own.
@NullMarked
package dev.spendlight.examples;

import org.jspecify.annotations.NullMarked;
