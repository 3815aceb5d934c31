package dev.spendlight.app.command;

import dev.spendlight.app.print.Terminal;
import dev.spendlight.app.wiring.Settings;
import dev.spendlight.finding.Detectors;
import dev.spendlight.log.PromptLog;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.ModelAnalyst;
import dev.spendlight.storage.DuckDbPerformanceStore;
import dev.spendlight.storage.DuckDbPromptLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What every command works with, and the one place where parts are put together.
///
/// @param environment variables of the process
/// @param clock tells what today is
public record Workbench(Terminal terminal, Map<String, String> environment, Clock clock) {

  /// The store in a data folder, which is made when something is first kept in it.
  public PerformanceStore store(Path dataFolder) {
    return new DuckDbPerformanceStore(dataFolder);
  }

  /// Prompts and replies logged in a data folder, which is made when the first is.
  public PromptLog promptLog(Path dataFolder) {
    return new DuckDbPromptLog(dataFolder);
  }

  /// What the operator set.
  public Settings settings() {
    return new Settings(environment);
  }

  /// A model for one command, with its log and its budget; closing it closes what it opened.
  ///
  /// @param name the model; else the one that the settings name
  /// @return empty without a key
  public Optional<ModelOfCommand> model(Path dataFolder, Optional<String> name) {
    return ModelOfCommand.open(settings(), dataFolder, name, clock);
  }

  public ImportService imports(PerformanceStore store) {
    return new ImportService(store, new ReportFileImporter(store));
  }

  public IntelligenceService service(PerformanceStore store) {
    return service(store, Optional.empty());
  }

  /// @param model writes the answer, under the eyes of the rules; empty for the rules alone
  public IntelligenceService service(PerformanceStore store, Optional<ModelAnalyst> model) {
    return new IntelligenceService(store, Detectors.standard(), new RulesAnalyst(), model, clock);
  }
}
