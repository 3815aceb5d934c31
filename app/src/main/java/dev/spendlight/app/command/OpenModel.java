package dev.spendlight.app.command;

import dev.spendlight.app.print.Terminal;
import dev.spendlight.claude.ApiKey;
import dev.spendlight.claude.ClaudeModel;
import dev.spendlight.claude.ClaudeOptions;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.LogQueue;
import dev.spendlight.log.LogQueueOptions;
import dev.spendlight.log.LogSampling;
import dev.spendlight.log.PromptLog;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.PriceBook;
import dev.spendlight.model.PriceList;
import dev.spendlight.model.Purse;
import dev.spendlight.service.Asking;
import dev.spendlight.service.ModelAnalyst;
import dev.spendlight.service.Payments;
import dev.spendlight.storage.PaidReplyFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A model that may be asked, and what is kept of it in the data folder. Closing it writes what is
/// still to be logged.
final class OpenModel implements AutoCloseable {
  static final String USUAL = "claude-sonnet-5-5";

  /// That the facts may have.
  static final int PROMPT_TOKENS = 6_000;

  private static final int MOST_TOKENS = 4_000;

  /// A person waits for the command.
  private static final Allowance PATIENCE = new Allowance(Duration.ofSeconds(60), 3, Purse.OPEN);

  private final ClaudeModel claude;
  private final PromptLog log;
  private final LogQueue queue;
  private final ModelAnalyst analyst;

  private OpenModel(Workbench bench, ApiKey key, Path data, String name) {
    Map<String, String> environment = bench.environment();
    Clock clock = bench.clock();
    PriceBook prices = prices(environment);
    ClaudeOptions options = ClaudeOptions.of(key);
    this.claude =
        new ClaudeModel(
            setting(environment, "SPENDLIGHT_CLAUDE_BASE_URL")
                .map(URI::create)
                .map(options::withBaseUrl)
                .orElse(options),
            prices);
    this.log = bench.promptLog(data);
    this.queue = new LogQueue(log, LogSampling.standard(), LogQueueOptions.standard(), clock);
    this.analyst =
        new ModelAnalyst(
            settings(name),
            new Asking(
                claude,
                new PaidReplyFiles(data),
                prices,
                Payments.none(),
                new ExchangeIds(clock, new SecureRandom()),
                queue::add,
                clock));
  }

  static ModelAnalyst.Settings settings(String name) {
    return new ModelAnalyst.Settings(name, MOST_TOKENS, PROMPT_TOKENS, PATIENCE);
  }

  /// The model that is asked unless another is named.
  static String name(Map<String, String> environment, Optional<String> asked) {
    return asked.or(() -> setting(environment, "SPENDLIGHT_CLAUDE_MODEL")).orElse(USUAL);
  }

  /// @return empty without a key
  static Optional<OpenModel> open(Workbench bench, Path data, Optional<String> name) {
    return key(bench.environment())
        .map(key -> new OpenModel(bench, key, data, name(bench.environment(), name)));
  }

  /// As Spendlight knows them, and as the operator's own file says. They decide what a question may
  /// cost as well as what is told of it afterwards.
  private static PriceBook prices(Map<String, String> environment) {
    PriceList known = PriceList.standard();
    return setting(environment, "SPENDLIGHT_CLAUDE_PRICES_FILE")
        .map(Path::of)
        .map(PriceList::read)
        .map(known::with)
        .orElse(known);
  }

  private static Optional<ApiKey> key(Map<String, String> environment) {
    return setting(environment, "ANTHROPIC_API_KEY")
        .or(() -> setting(environment, "ANTHROPIC_API_KEY_FILE").map(OpenModel::read))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(ApiKey::new);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The file that ANTHROPIC_API_KEY_FILE names cannot be read: name one that this user may"
              + " read, or unset it.",
          e);
    }
  }

  private static Optional<String> setting(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  ModelAnalyst analyst() {
    return analyst;
  }

  /// Tells once, on stderr, what could not be logged.
  void close(Terminal terminal) {
    close();
    long dropped = queue.counters().dropped();
    if (dropped > 0) {
      terminal.error("%d prompts could not be logged.".formatted(dropped));
    }
  }

  @Override
  public void close() {
    queue.close();
    log.close();
    claude.close();
  }
}
