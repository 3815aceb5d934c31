package dev.spendlight.analysis;

import dev.spendlight.fact.FactSheet;

/// Chooses, orders and words what a sheet of facts says.
public interface Analyst {
  AnalysisDraft write(FactSheet sheet);
}
