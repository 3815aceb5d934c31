/// Settings of the operator, and the one place where parts are put together: [RunningService] for a
/// server that many ask, [OpenModel] for a command that asks once. May use every module.
@NullMarked
package dev.spendlight.app.wiring;

import org.jspecify.annotations.NullMarked;
