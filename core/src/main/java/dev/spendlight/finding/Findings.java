package dev.spendlight.finding;

import java.util.List;

/// All that was found, most important first, and all that was ruled out.
///
/// @param thin what was missing to judge, one sentence each
public record Findings(List<Finding> findings, List<RuledOut> ruledOut, List<String> thin) {}
