package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The work, counted in looks at a character, grows with the length and no faster.
class LinearWorkTest {
  private static final int LENGTH = 40_000;

  /// A tag of thinking is looked for under several names.
  private static final int MOST_LOOKS_A_CHARACTER = 40;

  /// Counts every character that is looked at or copied.
  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static long looks(String text) {
    Counted counted = new Counted(text);
    JsonReader.read(counted);
    return counted.looks;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "{\"a\":",
        "[1,",
        "[]",
        "{}",
        "{f1}",
        "{f1",
        "[as asked] ",
        "[as ",
        "[a [",
        "a",
        "a\n",
        "\n",
        " ",
        "\u00A0",
        "\"",
        "\"\\",
        "\\",
        "'",
        "“",
        "\" \"\n",
        "<",
        "</",
        "<think",
        "<think>",
        "</think>",
        "<thinking></thinking>",
        "<think></thinking>",
        "`",
        "```\n",
        "```json\n{",
        "/",
        "/* ",
        "/* */",
        "// \n",
        "//",
        ".",
        "...",
        "…",
        "-",
        "1",
        "1e",
        "1 ",
        "null ",
        "\uFEFF",
        "a: ",
        "\":",
        "\\u12",
        "\uD800",
        "😀",
        "- a {f1} b\n"
      })
  void onAnyRepetition(String piece) {
    for (String start : new String[] {"", "[", "[\"", "{\"a\": \"", "Here: "}) {
      String text = start + piece.repeat(LENGTH / piece.length());
      long once = looks(text);
      long twice = looks(start + piece.repeat(2 * LENGTH / piece.length()));
      assertThat(once).isLessThanOrEqualTo((long) MOST_LOOKS_A_CHARACTER * text.length());
      assertThat(twice).isLessThanOrEqualTo(2 * once + LENGTH / 10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{%s}", "Here:\n```json\n{%s}\n```\nDone.", "<think>{%s}</think>\n{%s}"})
  void onALongDocument(String frame) {
    String fields =
        IntStream.range(0, 5000)
            .mapToObj(i -> "\"key_%d\": [\"a \\n {f%d}\", -1.5, {},]".formatted(i, i))
            .collect(Collectors.joining(",\n// note\n"));
    String text = frame.replace("%s", fields);
    assertThat(JsonReader.read(text)).isInstanceOf(JsonReading.Read.class);
    assertThat(looks(text)).isLessThanOrEqualTo((long) MOST_LOOKS_A_CHARACTER * text.length());
  }
}
