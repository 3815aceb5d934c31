package dev.spendlight.grounding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// The sentences and words of a paraphrase file.
///
/// A line `issue : bleeding/onset, conversion_collapse : text` is a sentence for findings of these
/// kinds, `/onset` for those that began on some day, `/chronic` for the others, `/driver` for those
/// with a driver. A line `@up rose|climbed` is a list of words.
///
/// In a sentence `<acos>` is a fact of a metric, `<acos-before>` the earlier one, with `!` where
/// the words around it speak of that metric; `<up>` a word of a list; `<it>` the thing, `<on>` what
/// the action is done to; a capital first letter asks for one in the text.
final class Paraphrases {

  /// @param kinds or situations, such as `bleeding/onset` or `lower_bid`
  record Line(String piece, List<String> kinds, String text) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, List<String>> words = new HashMap<>();

  private Paraphrases() {}

  /// @param name `known` or `held-out`
  static Paraphrases read(String name) {
    return resource(Paraphrases.class, "paraphrases-" + name + ".txt");
  }

  /// Those among the lines of any resource.
  static Paraphrases resource(Class<?> beside, String file) {
    Paraphrases all = new Paraphrases();
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void add(String line) {
    if (line.startsWith("@")) {
      String[] both = line.substring(1).split("\\s+", 2);
      words.put(both[0], List.of(both[1].strip().split("\\|")));
    } else if (line.contains(" : ")) {
      String[] parts = line.split(" : ", -1);
      boolean hasKinds = parts.length > 2;
      String text = String.join(" : ", List.of(parts).subList(hasKinds ? 2 : 1, parts.length));
      List<String> kinds = hasKinds ? List.of(parts[1].strip().split(", ")) : List.of();
      lines.add(new Line(parts[0].strip(), kinds, text.strip()));
    }
  }

  List<Line> all() {
    return List.copyOf(lines);
  }

  /// Sentences for a piece in one of the situations; those of a piece without situations.
  List<Line> of(String piece, List<String> situations) {
    return lines.stream()
        .filter(each -> each.piece().equals(piece))
        .filter(
            each -> each.kinds().isEmpty() || each.kinds().stream().anyMatch(situations::contains))
        .toList();
  }

  boolean has(String list) {
    return words.containsKey(list);
  }

  String word(String list, Random random) {
    List<String> all = Objects.requireNonNull(words.get(list), list);
    return all.get(random.nextInt(all.size()));
  }
}
