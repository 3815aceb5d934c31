@NullMarked
package dev.spendlight.simulator.file;

import org.jspecify.annotations.NullMarked;
