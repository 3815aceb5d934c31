package dev.spendlight.server;

import dev.spendlight.report.StoreException;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is said of what went wrong.
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  /// @throws CloseConnectionException when there is nobody left to tell
  static Problem problem(Throwable fault, ServerRequest request, String requestId) {
    return switch (fault) {
      case Refusal refusal -> refusal.problem();
      case StoreException store -> unusable(store, requestId);
      case DataReader.InsufficientDataAvailableException left ->
          throw new CloseConnectionException("The client left before its request was there", left);
      default -> unexpected(fault, request, requestId);
    };
  }

  private static Problem unusable(StoreException store, String requestId) {
    String sentence = String.valueOf(store.getMessage());
    LOG.warn("The store could not be used: {} Request {}", sentence, requestId);
    return Problem.of(Status.SERVICE_UNAVAILABLE_503, sentence).retryAfter(1);
  }

  private static Problem unexpected(Throwable fault, ServerRequest request, String requestId) {
    LOG.error(
        "{} {} failed; request {}",
        request.prologue().method().text(),
        request.path().rawPath(),
        requestId,
        fault);
    return Problem.of(
        Status.INTERNAL_SERVER_ERROR_500,
        "Something went wrong here; the server's log says more under this request id.");
  }
}
