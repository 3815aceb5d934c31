package dev.spendlight.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spendlight.server.Readiness.Level;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the process lives, and whether it can answer.
final class HealthEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoints.class);
  private static final JsonFactory JSON = new JsonFactory();

  /// For all checks together: whoever asks will not wait long.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Reply LIVE = Reply.json("{\"status\":\"ok\"}");

  private final List<Readiness.Check> checks;
  private final Work storeWork;

  HealthEndpoints(List<Readiness.Check> checks, Work storeWork) {
    this.checks = checks;
    this.storeWork = storeWork;
  }

  List<Route> routes(ServerOptions.Times times) {
    return List.of(
        Route.get("/health/live", times.answer(), any -> LIVE),
        Route.get("/health/ready", times.answer(), any -> ready()));
  }

  /// 503 only when answers cannot be given: what merely makes them less is told with 200.
  private Reply ready() {
    Map<String, Readiness> seen = new LinkedHashMap<>();
    Deadline deadline = Deadline.in(PATIENCE);
    for (Readiness.Check check : checks) {
      seen.put(check.name(), look(check, deadline));
    }
    Level worst =
        seen.values().stream().map(Readiness::level).max(Level::compareTo).orElse(Level.OK);
    return Reply.json(document(worst, seen))
        .withStatus(worst == Level.DOWN ? Status.SERVICE_UNAVAILABLE_503 : Status.OK_200);
  }

  private Readiness look(Readiness.Check check, Deadline deadline) {
    try {
      return storeWork.done(deadline, check.look());
    } catch (Refusal late) {
      return Readiness.down("It did not answer within %d seconds.".formatted(PATIENCE.toSeconds()));
    } catch (RuntimeException e) {
      LOG.warn("The readiness check {} failed", check.name(), e);
      return Readiness.down("It could not be looked at; the log says why.");
    }
  }

  private static String document(Level worst, Map<String, Readiness> seen) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("status", word(worst));
      json.writeArrayFieldStart("checks");
      for (Map.Entry<String, Readiness> each : seen.entrySet()) {
        json.writeStartObject();
        json.writeStringField("name", each.getKey());
        json.writeStringField("status", word(each.getValue().level()));
        json.writeStringField("detail", each.getValue().sentence());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
