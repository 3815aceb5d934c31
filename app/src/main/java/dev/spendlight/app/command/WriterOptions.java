package dev.spendlight.app.command;

import dev.spendlight.app.wiring.OpenModel;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Who writes the answer: a model where there is a key, unless the rules are wanted.
final class WriterOptions {
  @Option(names = "--rules", description = "Let the rules analyst write, without any model.")
  private boolean rules;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "The model that writes; else SPENDLIGHT_CLAUDE_MODEL, else " + OpenModel.USUAL + ".")
  private Optional<String> model = Optional.empty();

  boolean rules() {
    return rules;
  }

  /// The name of the model that is asked where one is.
  String model(Workbench bench) {
    return OpenModel.name(bench.settings(), model);
  }

  /// @param data the folder in which is kept what comes of it
  /// @return empty when the rules are to write
  Optional<ModelOfCommand> open(Workbench bench, Path data) {
    return rules ? Optional.empty() : bench.model(data, model);
  }
}
