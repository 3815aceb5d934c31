package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may stand around the root, and what may not.
class SurroundingsTest {

  static Stream<Arguments> around() {
    return Stream.of(
        arguments("```json\n{\"a\":1}\n```", Set.of(Repair.FENCE)),
        arguments("```\n{\"a\":1}", Set.of(Repair.FENCE)),
        arguments("```json {\"a\":1} ```", Set.of(Repair.FENCE)),
        arguments("Here is the analysis: {\"a\":1}", Set.of(Repair.PROSE)),
        arguments("Sure.\n\n{\"a\":1}\n\nLet me know.", Set.of(Repair.PROSE)),
        arguments("{\"a\":1} Anything else?", Set.of(Repair.PROSE)),
        arguments("{c4} spent {f12} [as asked]:\n{\"a\":1}", Set.of(Repair.PROSE)),
        arguments("{\"a\":1}\nIt cites {f12}, \"as asked\".", Set.of(Repair.PROSE)),
        arguments(
            "Done.\n```json\n{\"a\":1}\n```\n- 2 findings", Set.of(Repair.PROSE, Repair.FENCE)),
        arguments("<answer>{\"a\":1}</answer>", Set.of(Repair.PROSE)),
        arguments("`{\"a\":1}`", Set.of(Repair.PROSE)),
        arguments("<thinking>a {\"b\": 2} [</thinking>\n{\"a\":1}", Set.of(Repair.THINKING)),
        arguments("<Think>\n\"x\": {\n</Think>{\"a\":1}", Set.of(Repair.THINKING)),
        arguments(
            "The account is fine.\n</think>\n{\"a\":1}", Set.of(Repair.THINKING, Repair.PROSE)),
        arguments("/* a */ {\"a\":1} // b", Set.of(Repair.COMMENT)));
  }

  @ParameterizedTest
  @MethodSource("around")
  void whatStandsAroundTheRootIsLeftOutAndTold(String text, Set<Repair> repairs) {
    assertThat(JsonReader.read(text))
        .isEqualTo(
            new JsonReading.Read(JsonNodeFactory.instance.objectNode().put("a", 1), repairs));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<thinking>{\"a\":1}",
        "<thinking>{\"a\":1}</think>",
        "{\"a\":1}</thinking>",
        "{\"a\":1}\n<thinking>no</thinking>",
        "<thinking>x</thinking>{\"b\":2}<thinking>x</thinking>{\"a\":1}",
        "```\n{\"a\":1}\n```\n```\n{\"b\":2}\n```",
        "1\n{\"a\":1}",
        "{\"a\":1}\n2",
        "{\"a\":1}\n-2.5,",
        "{\"a\":1}\nnull",
        "\"b\"\n{\"a\":1}",
        "{\"a\":1}\n...",
        "{\"a\":1}\n}",
        "{\"a\":1}\n,",
        "{\"a\":1}#",
        "{\"a\":1}x",
        "f({\"a\":1})",
        "x = {\"a\":1}",
        "key: 1, {\"a\":1}",
        "rest\": 1}, {\"a\":1}",
        "\"b\": 1,\n{\"a\":1}",
        "[b,\n{\"a\":1}\n]",
        "See [b, {\"a\":1}].",
        "{\"a\":1}\n[]",
        "{\"a\":1}\n{",
        "{\"a\":1} [1]",
        "He said \"see: {\"a\":1}\"",
      })
  void whatMayBelongToTheRootOrBeAnotherIsRejected(String text) {
    assertThat(JsonReader.read(text)).isInstanceOf(JsonReading.Rejected.class);
  }
}
