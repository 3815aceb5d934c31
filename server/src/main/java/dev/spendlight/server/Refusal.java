package dev.spendlight.server;

import io.helidon.http.Status;
import java.util.function.Supplier;

/// Ends a request with a [Problem].
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  Refusal(Status status, String sentence) {
    this(Problem.of(status, sentence));
  }

  /// What was asked cannot be understood.
  ///
  /// @param sentence that says what is expected
  static Refusal badRequest(String sentence) {
    return new Refusal(Status.BAD_REQUEST_400, sentence);
  }

  /// A value of core from what the client gave.
  ///
  /// @throws Refusal with core's own sentence when it cannot be one
  static <T> T unless(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw badRequest(String.valueOf(e.getMessage()));
    }
  }

  Problem problem() {
    return problem;
  }
}
