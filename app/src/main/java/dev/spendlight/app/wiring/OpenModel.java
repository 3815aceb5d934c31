package dev.spendlight.app.wiring;

import dev.spendlight.claude.ApiKey;
import dev.spendlight.claude.ClaudeModel;
import dev.spendlight.claude.ClaudeOptions;
import dev.spendlight.limit.ModelSlots;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.LogCounters;
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
import dev.spendlight.service.SlottedModel;
import dev.spendlight.storage.PaidReplyFiles;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// A model that may be asked, and what is kept of it in the data folder. Closing it writes what is
/// still to be logged.
public final class OpenModel implements AutoCloseable {
  /// The model that is asked unless another is named.
  public static final String USUAL = "claude-sonnet-5-5";

  /// That the facts may have.
  public static final int PROMPT_TOKENS = 6_000;

  private static final int MOST_TOKENS = 4_000;

  /// A person waits for it.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int ATTEMPTS = 3;

  private final ClaudeModel claude;
  private final LogQueue queue;
  private final ModelAnalyst analyst;

  /// @param log is left open
  private OpenModel(
      Settings settings,
      ApiKey key,
      Path data,
      String name,
      PromptLog log,
      Payments payments,
      ModelSlots slots,
      InstantSource clock) {
    PriceBook prices = prices(settings);
    this.claude = new ClaudeModel(options(settings, key), prices);
    this.queue = new LogQueue(log, LogSampling.standard(), LogQueueOptions.standard(), clock);
    this.analyst =
        new ModelAnalyst(
            asked(name),
            new Asking(
                new SlottedModel(claude, slots),
                new PaidReplyFiles(data),
                prices,
                payments,
                new ExchangeIds(clock, new SecureRandom()),
                queue::add,
                clock));
  }

  /// How a model is asked.
  public static ModelAnalyst.Settings asked(String name) {
    return new ModelAnalyst.Settings(
        name, MOST_TOKENS, PROMPT_TOKENS, new Allowance(PATIENCE, ATTEMPTS, Purse.OPEN));
  }

  /// The model that is asked, unless one is named here.
  public static String name(Settings settings, Optional<String> asked) {
    return asked.or(() -> settings.text("claude.model")).orElse(USUAL);
  }

  /// @param log is left open
  /// @param name the model; else the one that the settings name
  /// @return empty without a key
  public static Optional<OpenModel> open(
      Settings settings,
      Path data,
      Optional<String> name,
      PromptLog log,
      Payments payments,
      ModelSlots slots,
      InstantSource clock) {
    return settings
        .secret("ANTHROPIC_API_KEY")
        .map(ApiKey::new)
        .map(key ->
            new OpenModel(settings, key, data, name(settings, name), log, payments, slots, clock));
  }

  private static ClaudeOptions options(Settings settings, ApiKey key) {
    ClaudeOptions options =
        ClaudeOptions.of(key)
            .withConcurrent(
                settings.count("limits.concurrent-questions", SharedState.QUESTIONS_AT_ONCE));
    ClaudeOptions timed =
        settings.time("claude.timeout").map(options::withAttemptTimeout).orElse(options);
    return settings.text("claude.base-url").map(URI::create).map(timed::withBaseUrl).orElse(timed);
  }

  /// As Spendlight knows them, and as the operator's own file says. They decide what a question may
  /// cost as well as what is told of it afterwards.
  private static PriceBook prices(Settings settings) {
    PriceList known = PriceList.standard();
    return settings
        .text("claude.prices-file")
        .map(Path::of)
        .map(PriceList::read)
        .map(known::with)
        .orElse(known);
  }

  public ModelAnalyst analyst() {
    return analyst;
  }

  public ClaudeModel claude() {
    return claude;
  }

  /// What became of prompts that were to be logged.
  public LogCounters logged() {
    return queue.counters();
  }

  @Override
  public void close() {
    queue.close();
    claude.close();
  }
}
