package dev.spendlight.finding;

import dev.spendlight.metric.Metric;

/// What a finding's test saw.
///
/// @param metric that was tested
/// @param observed in the metric's unit
/// @param expected in the metric's unit, from what it was compared with
/// @param pValue the chance of something at least as extreme if nothing is wrong, between 0 and 1;
///   0 for facts that need no test
/// @param adjusted the same after false-discovery control over all that was tested at its level
/// @param tested how many were tested at that level
/// @param comparedWith in words, such as `the other targets of its campaign (812 clicks, 74
///   orders)`
public record Evidence(
    Metric metric,
    double observed,
    double expected,
    double pValue,
    double adjusted,
    int tested,
    String comparedWith) {}
