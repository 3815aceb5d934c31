package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.baseline.RuleThresholds;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// The thresholds of the fixed rules that tuning chose, kept beside the code.
public final class ChosenThresholds {
  private static final String FILE = "/dev/spendlight/evaluation/baseline/fixed-rules.properties";

  private ChosenThresholds() {}

  public static RuleThresholds read() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(ChosenThresholds.class.getResourceAsStream(FILE)),
            StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      return RuleThresholds.of(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param project the folder of the sources
  /// @param comment how they were chosen
  /// @return the file written
  public static Path write(Path project, RuleThresholds thresholds, String comment) {
    Path file = project.resolve("evaluation/src/main/resources" + FILE);
    List<String> lines = new ArrayList<>();
    lines.add("# " + comment);
    lines.addAll(thresholds.lines());
    try {
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
