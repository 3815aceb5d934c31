package dev.spendlight.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where data lives: `--data`, else `SPENDLIGHT_DATA`, else the user's XDG data folder.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the data; else SPENDLIGHT_DATA, else the user's data folder.")
  private Optional<Path> data = Optional.empty();

  Path folder(Map<String, String> environment) {
    return data.or(() -> named(environment, "SPENDLIGHT_DATA").map(Path::of))
        .orElseGet(() ->
            named(environment, "XDG_DATA_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"))
                .resolve("spendlight"));
  }

  private static Optional<String> named(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
