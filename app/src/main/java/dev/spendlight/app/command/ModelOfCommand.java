package dev.spendlight.app.command;

import dev.spendlight.app.print.Terminal;
import dev.spendlight.app.wiring.OpenModel;
import dev.spendlight.app.wiring.Settings;
import dev.spendlight.app.wiring.SharedState;
import dev.spendlight.log.NotedLog;
import dev.spendlight.log.OpenCalls;
import dev.spendlight.log.PromptLog;
import dev.spendlight.service.LoggedCosts;
import dev.spendlight.service.ModelAnalyst;
import dev.spendlight.service.Payments;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.storage.OpenCallFiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// A model that a command asks, within the budgets that hold for servers too.
///
/// @param log closed with it
record ModelOfCommand(OpenModel model, PromptLog log, SharedState state) implements AutoCloseable {

  /// @return empty without a key
  static Optional<ModelOfCommand> open(
      Settings settings, Path data, Optional<String> name, InstantSource clock) {
    if (settings.secret("ANTHROPIC_API_KEY").isEmpty()) {
      return Optional.empty();
    }
    OpenCalls calls = new OpenCallFiles(data);
    PromptLog log = new NotedLog(new DuckDbPromptLog(data), calls);
    SharedState state = SharedState.of(settings, new LoggedCosts(log, calls), clock);
    return OpenModel.open(
            settings, data, name, log, new Payments(state.budget(), calls), state.slots(), clock)
        .map(model -> new ModelOfCommand(model, log, state));
  }

  ModelAnalyst analyst() {
    return model.analyst();
  }

  /// Tells once, on stderr, what could not be logged.
  void close(Terminal terminal) {
    close();
    long dropped = model.logged().dropped();
    if (dropped > 0) {
      terminal.error("%d prompts could not be logged.".formatted(dropped));
    }
  }

  @Override
  public void close() {
    model.close();
    state.close();
    log.close();
  }
}
