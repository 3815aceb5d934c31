package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.document.CostsDocument;
import dev.spendlight.document.DocumentKind;
import dev.spendlight.document.Schemas;
import dev.spendlight.log.CostReport;
import dev.spendlight.log.PromptLog;
import dev.spendlight.metric.DateRange;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What operators and programs read about the server: costs, metrics, the description of the API,
/// and the page.
final class OperationsEndpoints {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  private static final String SCHEMA = ".schema.json";

  private final PromptLog log;
  private final PrometheusMeterRegistry meters;
  private final Work storeWork;
  private final Reply openApi = Reply.json(resource("openapi.json")).packed();
  private final Map<String, Reply> schemas =
      Arrays.stream(DocumentKind.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  kind -> kind.key() + SCHEMA,
                  kind ->
                      Reply.of(Status.OK_200, "application/schema+json", Schemas.text(kind))
                          .packed()));
  private final Reply page;

  OperationsEndpoints(ServerParts parts, Work storeWork) {
    this.log = parts.log();
    this.meters = parts.meters();
    this.storeWork = storeWork;
    this.page =
        Reply.of(Status.OK_200, HTML, parts.page())
            .with(HeaderNames.create("Content-Security-Policy"), ContentPolicy.of(parts.page()))
            .packed();
  }

  List<Route> routes(ServerOptions.Times times) {
    return List.of(
        Route.get("/v1/costs", times.answer(), this::costs, "account", "from", "to"),
        Route.get("/metrics", times.answer(), this::metrics),
        Route.get("/openapi.json", times.answer(), any -> openApi),
        Route.get("/schemas/{name}", times.answer(), this::schema),
        Route.get("/", times.answer(), any -> page));
  }

  private Reply costs(Call call) {
    Optional<AccountId> account =
        call.parameter("account").map(id -> Refusal.unless(() -> new AccountId(id)));
    Optional<DateRange> days = call.days();
    return Reply.json(
        CostsDocument.of(storeWork.done(call.deadline(), () -> CostReport.of(log, account, days))));
  }

  private Reply metrics(Call call) {
    return Reply.of(Status.OK_200, PROMETHEUS, meters.scrape());
  }

  private Reply schema(Call call) {
    return Optional.ofNullable(schemas.get(call.variable(0)))
        .orElseThrow(() ->
            new Refusal(
                Status.NOT_FOUND_404,
                "There is no such schema; there are %s."
                    .formatted(
                        schemas.keySet().stream().sorted().collect(Collectors.joining(", ")))));
  }

  private static String resource(String name) {
    try (InputStream resource = OperationsEndpoints.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new FileNotFoundException(name + " is not beside " + OperationsEndpoints.class);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
