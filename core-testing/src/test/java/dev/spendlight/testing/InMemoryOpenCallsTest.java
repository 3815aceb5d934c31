package dev.spendlight.testing;

import dev.spendlight.log.OpenCalls;

class InMemoryOpenCallsTest extends OpenCallsContract {
  private final OpenCalls calls = new InMemoryOpenCalls();

  @Override
  protected OpenCalls open() {
    return calls;
  }
}
