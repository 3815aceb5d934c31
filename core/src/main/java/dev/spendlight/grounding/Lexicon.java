package dev.spendlight.grounding;

import dev.spendlight.metric.Metric;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// English words and phrases that claim something, with their [Meaning]s, read from resource files.
///
/// A file has sections: `[UP]` for a [Sense], `[metric acos]`, `[topic stock]`, `[noun campaign]`.
/// Under it stand words and phrases in lower case, separated by `|`; a line with `#` says why the
/// section is there. The longest phrase that fits a text wins, so that an idiom hides the words in
/// it.
final class Lexicon {
  private static final List<String> FILES =
      List.of("amounts", "periods", "ranks", "directions", "causes", "metrics", "things", "idioms");

  private static final Lexicon ENGLISH = read();

  private final Node root = new Node();

  private Lexicon() {}

  static Lexicon english() {
    return ENGLISH;
  }

  /// @param length in words
  record Match(int length, Set<Meaning> meanings) {}

  private static final Match NONE = new Match(1, Set.of());

  /// The longest phrase that starts at a word; a single word without meaning if there is none.
  Match longest(List<String> words, int start) {
    Match longest = NONE;
    Node node = root;
    for (int i = start; i < words.size(); i++) {
      Node next = node.next.get(words.get(i));
      if (next == null) {
        break;
      }
      node = next;
      if (!node.meanings.isEmpty()) {
        longest = new Match(i - start + 1, node.meanings);
      }
    }
    return longest;
  }

  /// Whether a word by itself claims something.
  boolean claims(String word) {
    Node node = root.next.get(word);
    return node != null && !node.meanings.isEmpty();
  }

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final Set<Meaning> meanings = new HashSet<>();
  }

  private static Lexicon read() {
    Lexicon lexicon = new Lexicon();
    for (String file : FILES) {
      try (InputStream in =
              Objects.requireNonNull(Lexicon.class.getResourceAsStream(file + ".txt"), file);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        lexicon.read(lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lexicon;
  }

  private void read(BufferedReader lines) throws IOException {
    Meaning section = Sense.IDIOM;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String text = line.strip();
      if (text.startsWith("[")) {
        section = meaning(text.substring(1, text.length() - 1));
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        for (String phrase : text.split("\\|", -1)) {
          add(phrase.strip(), section);
        }
      }
    }
  }

  private void add(String phrase, Meaning meaning) {
    Node node = root;
    for (String word : phrase.split(" ", -1)) {
      node = node.next.computeIfAbsent(word, any -> new Node());
    }
    node.meanings.add(meaning);
  }

  private static Meaning meaning(String header) {
    String[] words = header.split(" ", -1);
    return switch (words[0]) {
      case "metric" -> new Meaning.Measure(Metric.valueOf(words[1]));
      case "topic" -> Topic.valueOf(words[1]);
      case "noun" -> Noun.valueOf(words[1]);
      default -> Sense.valueOf(words[0]);
    };
  }
}
