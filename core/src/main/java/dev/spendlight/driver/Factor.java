package dev.spendlight.driver;

import dev.spendlight.metric.Metric;

/// One factor of a product and its part in a change.
///
/// @param metric the factor, such as the cost per click
/// @param contribution in the unit of what changed; negative when it worked downwards
public record Factor(Metric metric, double contribution) {}
