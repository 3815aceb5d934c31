package dev.spendlight.memory;

import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.testing.AnalysisLimitContract;

class MemoryAnalysisLimitTest extends AnalysisLimitContract {
  @Override
  protected AnalysisLimit open(AnalysisLimit.Rate rate) {
    return new MemoryAnalysisLimit(rate, clock);
  }

  @Override
  protected boolean sameStore() {
    return false;
  }
}
