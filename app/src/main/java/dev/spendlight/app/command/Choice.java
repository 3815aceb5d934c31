package dev.spendlight.app.command;

import dev.spendlight.reports.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/// A word of a list, in any case; a hyphen or a blank does for an underscore.
final class Choice {
  /// Letters that one mistypes.
  private static final int MOST_SLIPS = 3;

  private Choice() {}

  /// @param what is chosen, as in running text
  /// @throws TypeConversionException that names the known words, and the one that was meant
  static <T> T of(String what, List<T> known, Function<T, String> key, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return known.stream()
        .filter(each -> key.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(() -> {
          List<String> words = known.stream().map(key).toList();
          return new TypeConversionException(
              "'%s' is no %s known here%s; known are %s"
                  .formatted(
                      text,
                      what,
                      nearest(words, wanted).map(" (did you mean %s?)"::formatted).orElse(""),
                      words.stream().collect(Collectors.joining(", "))));
        });
  }

  private static Optional<String> nearest(List<String> words, String wanted) {
    return words.stream()
        .min(Comparator.comparingInt(word -> EditDistance.between(word, wanted)))
        .filter(
            word -> EditDistance.between(word, wanted) <= Math.min(MOST_SLIPS, word.length() / 2));
  }
}
