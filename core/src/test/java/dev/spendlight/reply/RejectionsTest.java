package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.reply.JsonReading.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What would need a guess, and is therefore sent back.
class RejectionsTest {
  private static final int DEEP = 100_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 12                      | 8  | ends inside
          {"a": 1, "b": "tex            | 18 | ends inside
          {"a": [1, 2}                  | 11 | After a value
          ["a \\u00                     | 8  | ends inside
          {"a":                         | 5  | ends inside
          {"a": 1.}                     | 8  | number is cut
          {"a": 2e}                     | 8  | number is cut
          [-]                           | 2  | number is cut
          [1_000]                       | 2  | number is cut
          [1 000]                       | 3  | After a value
          [012]                         | 2  | number is cut
          [.5]                          | 1  | no JSON value
          [+5]                          | 1  | no JSON value
          [$5]                          | 1  | no JSON value
          [1e1000]                      | 1  | too long
          {"a": }                       | 6  | missing
          [1,,2]                        | 3  | missing
          [,1]                          | 1  | missing
          {"a": 1,, "b": 2}             | 8  | key in double quotes
          {"a": 1, "a": 2}              | 9  | twice
          {"b": {"a": 1, "a": 1}}       | 15 | twice
          {"a": 1, a: 2}                | 9  | twice
          [1, 2, ...]                   | 7  | ellipsis
          [1, 2 …]                      | 6  | ellipsis
          {"a": 1, ...}                 | 9  | ellipsis
          [1, /* ... */ 2]              | 7  | ellipsis
          {"a": 1 /* "b": 2 */}         | 13 | holds a key
          [1 /* open ]                  | 3  | does not end
          [NaN]                         | 1  | no such value
          [undefined]                   | 1  | no such value
          [Infinity]                    | 1  | no such value
          [-Infinity]                   | 2  | number is cut
          {"a": word}                   | 6  | no JSON value
          {null: 1}                     | 1  | double quotes
          {2: 1}                        | 1  | key in double quotes
          {"a" 1}                       | 5  | colon
          {"a", 1}                      | 4  | colon
          {"a": "b" "c": 1}             | 10 | After a value
          {"a": 1 b: 2}                 | 8  | After a value
          ["a" "b"]                     | 5  | After a value
          ["a" + "b"]                   | 5  | After a value
          [{} []]                       | 4  | After a value
          [true false]                  | 6  | After a value
          {"a": "6" tall"}              | 10 | After a value
          {"a": "\\x"}                  | 8  | no such escape
          ["\\uD800"]                   | 1  | surrogate
          ["\\u12G4"]                   | 6  | hexadecimal
          {“a": 1}                      | 3  | several kinds
          {“a “b””: 1}                  | 4  | several kinds
          ['it's']                      | 5  | After a value
          {"a": 1}}                     | 8  | Pieces of JSON
          {"a": 1},                     | 8  | Pieces of JSON
          {"a": 1} {"b": 2}             | 9  | more than one
          [1][2]                        | 3  | more than one
          {"a": 1} "b"                  | 12 | text or number
          "a": {"b": 1}                 | 2  | Pieces of JSON
          no JSON at all                | 14 | no JSON object
          12 34                         | 5  | text or number
          """)
  void whatIsUncertainIsRejectedWithItsPlaceAndAReason(String text, int offset, String reason) {
    assertThat(JsonReader.read(text))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).contains(reason).endsWith(".");
              assertThat(rejected.offset()).isEqualTo(offset);
            });
  }

  @Test
  void twoTextsOnTwoLinesMayBeOneOrTwo() {
    assertThat(JsonReader.read("[\"a\"\n\"b\"]")).isInstanceOf(Rejected.class);
  }

  @Test
  void aTextThatRunsOverItsLineIsNotFollowedByALackingComma() {
    assertThat(JsonReader.read("{\"a\": \"b,\n\"\n\"c\": 1}")).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({"''", "'  '", "'\uFEFF'", "'/* a */'"})
  void aReplyWithoutAnythingIsEmpty(String text) {
    assertThat(JsonReader.read(text))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.reason()).contains("is empty"));
  }

  @ParameterizedTest
  @CsvSource({"[", "{\"a\":", "'[{\"a\":'"})
  void deepNestingIsRefusedBeforeTheStackEnds(String level) {
    assertThat(JsonReader.read(level.repeat(DEEP)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.reason()).contains("deeper than 64 levels"));
  }

  @Test
  void theDeepestLevelIsStillRead() {
    String deepest = "[".repeat(JsonReader.MOST_DEPTH) + "]".repeat(JsonReader.MOST_DEPTH);
    assertThat(JsonReader.strict(deepest)).isInstanceOf(JsonReading.Read.class);
    assertThat(JsonReader.strict("[" + deepest + "]")).isInstanceOf(Rejected.class);
  }

  @Test
  void tenMegabytesAreRefusedBySize() {
    assertThat(JsonReader.read("{\"a\": \"" + "x".repeat(10_000_000) + "\"}"))
        .isEqualTo(
            new Rejected(
                "The reply is longer than 1000000 characters: send the JSON alone, and shorter.",
                JsonReader.MOST_CHARACTERS));
  }
}
