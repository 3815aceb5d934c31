/// What an account, and the service as a whole, may take: fresh analyses an hour, money a day,
/// questions to a model at a time, and which of several asks first.
///
/// Ports, for one process ([dev.spendlight.model] knows nothing of them) or for many that share a
/// store, and what goes on while such a store cannot be reached: [AnalysisLimit], [Budget],
/// [ModelSlots], [Leases]. May use accounts and models' money.
@NullMarked
package dev.spendlight.limit;

import org.jspecify.annotations.NullMarked;
