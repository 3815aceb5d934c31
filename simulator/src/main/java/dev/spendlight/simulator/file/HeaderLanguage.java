package dev.spendlight.simulator.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The language of a console file's headers. The words stand in `console-headers.tsv`, one column a
/// language.
public enum HeaderLanguage {
  EN,
  DE,
  FR,
  IT,
  ES,
  JA,
  ZH;

  /// The header as it stands in the table, with its `{...}` still open.
  String words(ConsoleColumn column) {
    return Objects.requireNonNull(Table.WORDS.get(column)).get(ordinal());
  }

  private static final class Table {
    static final Map<ConsoleColumn, List<String>> WORDS = read();

    private static Map<ConsoleColumn, List<String>> read() {
      Map<ConsoleColumn, List<String>> words = new EnumMap<>(ConsoleColumn.class);
      try (InputStream table = HeaderLanguage.class.getResourceAsStream("console-headers.tsv");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
        lines
            .lines()
            .skip(1)
            .map(line -> List.of(line.split("\t", -1)))
            .forEach(cells ->
                words.put(ConsoleColumn.valueOf(cells.get(0)), cells.subList(1, cells.size())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return words;
    }
  }
}
