package dev.spendlight.testing.claude;

import java.io.IOException;

/// What [StubClaude] does with one request.
@FunctionalInterface
public interface Behaviour {

  /// @throws IOException when the client is gone
  void answer(StubRequest request, StubResponse response) throws IOException;
}
