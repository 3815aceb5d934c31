package dev.spendlight.testing;

import dev.spendlight.log.PromptLog;

class InMemoryPromptLogTest extends PromptLogContract {
  private final PromptLog log = new InMemoryPromptLog();

  @Override
  protected PromptLog open() {
    return log;
  }
}
