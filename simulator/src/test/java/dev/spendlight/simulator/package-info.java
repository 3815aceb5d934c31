@NullMarked
package dev.spendlight.simulator;

import org.jspecify.annotations.NullMarked;
