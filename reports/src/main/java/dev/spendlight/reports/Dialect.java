package dev.spendlight.reports;

import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.report.Measure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The words of one language, or of the API, for what Spendlight reads: one file
/// `headers/NAME.headers`, which says itself how it is written. Immutable.
final class Dialect {
  private static final String OTHER = "other:";
  private static final String TOTAL = "total";
  private static final String MONTHS = "months";
  private static final String DECIMAL = "decimal";

  /// Those of console files and of tables in general, the likeliest first.
  static final List<Dialect> ALL = List.of(load("en"), load("reporting-v3"));

  /// That of API payloads.
  static final Dialect API = ALL.getLast();

  private record Rule(String meaning, List<String> pattern) {}

  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule> others = new ArrayList<>();
  private final List<List<String>> totals = new ArrayList<>();
  private final Map<String, Integer> months = new HashMap<>();
  private final Map<Field, String> labels = new EnumMap<>(Field.class);
  private char decimal = '.';

  private Dialect() {}

  private static Dialect load(String name) {
    String resource = "headers/" + name + ".headers";
    Dialect dialect = new Dialect();
    try (InputStream in =
            Objects.requireNonNull(Dialect.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(dialect::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dialect;
  }

  private void add(String line) {
    int equals = line.indexOf('=');
    String left = line.substring(0, equals).strip();
    List<String> right =
        Arrays.stream(line.substring(equals + 1).split("\\|", -1)).map(String::strip).toList();
    List<List<String>> patterns = right.stream().map(HeaderWords::pattern).toList();
    if (left.startsWith(OTHER)) {
      String what = left.substring(OTHER.length()).strip();
      patterns.forEach(pattern -> others.add(new Rule(what, pattern)));
      return;
    }
    switch (left) {
      case TOTAL -> totals.addAll(patterns);
      case MONTHS -> {
        for (int month = 1; month <= patterns.size(); month++) {
          for (String word : patterns.get(month - 1)) {
            months.put(word, month);
          }
        }
      }
      case DECIMAL -> decimal = right.getFirst().charAt(0);
      default -> {
        patterns.forEach(pattern -> rules.add(new Rule(left, pattern)));
        label(left, right.getFirst());
      }
    }
  }

  private void label(String meaning, String header) {
    switch (meaning) {
      case "sales", "orders", "units" -> {}
      default -> labels.putIfAbsent(Field.ofKey(meaning), header);
    }
  }

  /// What a column of this name holds.
  Field field(HeaderWords header) {
    for (Rule rule : rules) {
      if (header.fits(rule.pattern())) {
        return switch (rule.meaning()) {
          case "sales" -> windowed(header, Measure::sales);
          case "orders" -> windowed(header, Measure::orders);
          case "units" -> windowed(header, Measure::units);
          default -> Field.ofKey(rule.meaning());
        };
      }
    }
    return Field.UNKNOWN;
  }

  private static Field windowed(HeaderWords header, Function<AttributionWindow, Measure> measure) {
    return header
        .number()
        .flatMap(days ->
            Arrays.stream(AttributionWindow.values())
                .filter(each -> each.days() == days)
                .findFirst())
        .map(window -> Field.of(measure.apply(window)))
        .orElse(Field.UNKNOWN);
  }

  /// What else than a report of ours a file with such a column is: "a business report".
  Optional<String> otherReport(HeaderWords header) {
    return others.stream()
        .filter(rule -> header.fits(rule.pattern()))
        .map(Rule::meaning)
        .findFirst();
  }

  /// What the header of a field is called here.
  String label(Field field) {
    return labels.getOrDefault(field, Field.UNKNOWN.name());
  }

  /// Whether a cell is the beginning of a row of totals: "Total", "Total:", "Grand total".
  boolean isTotal(String cell) {
    HeaderWords words = HeaderWords.of(cell);
    return totals.stream().anyMatch(words::fits);
  }

  /// 1 to 12 for the name of a month in lower case, else 0.
  int month(String word) {
    return months.getOrDefault(word, 0);
  }

  /// The decimal sign where a file does not show its own.
  char decimal() {
    return decimal;
  }
}
