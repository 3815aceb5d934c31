package dev.spendlight.claude;

import com.anthropic.models.messages.MessageCreateParams;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply.Busy;
import dev.spendlight.model.ModelReply.Cancelled;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.PriceBook;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Claude. Threads may share one, and should: it holds the connections, and the breaker and the
/// bulkhead of each model.
///
/// An open breaker and a full bulkhead answer at once, without a request.
public final class ClaudeModel implements LanguageModel, AutoCloseable {
  private final ClaudeOptions options;
  private final PriceBook prices;
  private final Timing timing;
  private final Transport transport;
  private final RequestWriter writer = new RequestWriter();
  private final Map<String, Guard> guards = new ConcurrentHashMap<>();

  /// @param prices what an attempt may cost, for a limit of money
  public ClaudeModel(ClaudeOptions options, PriceBook prices) {
    this(options, prices, Timing.system());
  }

  public ClaudeModel(ClaudeOptions options, PriceBook prices, Timing timing) {
    this.options = options;
    this.prices = prices;
    this.timing = timing;
    transport = new Transport(options);
  }

  /// @throws IllegalArgumentException when the request's schema is not a JSON object
  @Override
  public ModelCall ask(ModelRequest request, Allowance allowance) {
    if (Thread.currentThread().isInterrupted()) {
      return ModelCall.unsent(new Cancelled());
    }
    long start = timing.nanos();
    Guard guard =
        guards.computeIfAbsent(request.model(), model -> new Guard(model, options, timing));
    if (!guard.enter()) {
      return ModelCall.unsent(new Busy(Optional.empty()));
    }
    try {
      MessageCreateParams message = writer.write(request);
      return new Asking(
              new SingleAttempt(transport, timing),
              guard,
              new Spending(
                  prices,
                  timing,
                  request,
                  RequestWriter.promptTokensAtMost(writer.json(message)),
                  allowance.purse()),
              options,
              timing,
              allowance,
              start)
          .ask(message);
    } finally {
      guard.leave();
    }
  }

  /// The JSON body that [#ask] would send for this request. No key is in it.
  ///
  /// @throws IllegalArgumentException when the request's schema is not a JSON object
  public static String describe(ModelRequest request) {
    RequestWriter writer = new RequestWriter();
    return new String(writer.json(writer.write(request)), StandardCharsets.UTF_8);
  }

  /// Of every model that was asked, by name.
  public List<ModelHealth> health() {
    return guards.values().stream()
        .map(Guard::health)
        .sorted(Comparator.comparing(ModelHealth::model))
        .toList();
  }

  @Override
  public void close() {
    transport.close();
  }
}
