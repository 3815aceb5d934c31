package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is undone, and that the value is what was meant.
class RepairsTest {

  static Stream<Arguments> repairs() {
    return Stream.of(
        arguments("\uFEFF{\"a\": 1}", "{\"a\":1}", Set.of(Repair.BYTE_ORDER_MARK)),
        arguments("{\"a\":\u00A01}", "{\"a\":1}", Set.of(Repair.UNUSUAL_SPACE)),
        arguments("{“a”: “b's”}", "{\"a\":\"b's\"}", Set.of(Repair.SMART_QUOTES)),
        arguments("{„a“: ‘b’}", "{\"a\":\"b\"}", Set.of(Repair.SMART_QUOTES)),
        arguments("{'a': 'say \"b\"'}", "{\"a\":\"say \\\"b\\\"\"}", Set.of(Repair.SINGLE_QUOTES)),
        arguments(
            "{'a': 'it\\'s'}",
            "{\"a\":\"it's\"}",
            Set.of(Repair.SINGLE_QUOTES, Repair.ESCAPED_APOSTROPHE)),
        arguments("{\"a\": \"it\\'s\"}", "{\"a\":\"it's\"}", Set.of(Repair.ESCAPED_APOSTROPHE)),
        arguments("[1, [2,], {\"a\": 3,},]", "[1,[2],{\"a\":3}]", Set.of(Repair.TRAILING_COMMA)),
        arguments("[{} {}\n{}]", "[{},{},{}]", Set.of(Repair.MISSING_COMMA)),
        arguments("[[1] [2]]", "[[1],[2]]", Set.of(Repair.MISSING_COMMA)),
        arguments(
            "{\"a\": 1 \"b\": {}\"c\": \"d\"\n\"e\": null}",
            "{\"a\":1,\"b\":{},\"c\":\"d\",\"e\":null}",
            Set.of(Repair.MISSING_COMMA)),
        arguments(
            "{\"a\": 1, // one\n /* two */ \"b\": 2}", "{\"a\":1,\"b\":2}", Set.of(Repair.COMMENT)),
        arguments(
            "[True, False, None, true]", "[true,false,null,true]", Set.of(Repair.PYTHON_LITERAL)),
        arguments("{a_1: 1, $b: 2}", "{\"a_1\":1,\"$b\":2}", Set.of(Repair.BARE_KEY)),
        arguments(
            "{\"a\": \"one\n\ttwo\"}", "{\"a\":\"one\\n\\ttwo\"}", Set.of(Repair.RAW_LINE_BREAK)));
  }

  @ParameterizedTest
  @MethodSource("repairs")
  void aFaultWhoseMeaningIsCertainIsUndoneAndTold(String text, String meant, Set<Repair> repairs) {
    assertThat(JsonReader.read(text))
        .isEqualTo(new JsonReading.Read(Strictly.read(meant), repairs));
  }

  @ParameterizedTest
  @MethodSource("repairs")
  void whatNeedsARepairIsNoStrictJson(String text, String meant, Set<Repair> repairs) {
    assertThat(JsonReader.strict(text)).isInstanceOf(JsonReading.Rejected.class);
    assertThat(JsonReader.strict(meant)).isInstanceOf(JsonReading.Read.class);
  }

  @Test
  void everyRepairOfTheJsonItselfIsShown() {
    Set<Repair> aroundIt =
        EnumSet.of(
            Repair.THINKING,
            Repair.PROSE,
            Repair.FENCE,
            Repair.WRAPPER,
            Repair.JSON_IN_TEXT,
            Repair.LETTER_CASE);
    assertThat(
            repairs()
                .flatMap(each -> ((Set<?>) each.get()[2]).stream())
                .collect(Collectors.toSet()))
        .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(aroundIt)));
  }

  @Test
  void textsStayAsTheyAre() {
    String text = "[\" {f12} // no comment, … \\u00e9\\n“x” True, \"]";
    assertThat(JsonReader.read(text))
        .isEqualTo(new JsonReading.Read(Strictly.read(text), Set.of()));
  }

  @Test
  void numbersAreExact() {
    BigDecimal exact = new BigDecimal("0.1000000000000000000000000000000000000000001");
    assertThat(JsonReader.read("[" + exact + ", 123456789012345678901234567890, 1.50]"))
        .isInstanceOfSatisfying(
            JsonReading.Read.class,
            read -> {
              assertThat(read.value().get(0)).isEqualTo(DecimalNode.valueOf(exact));
              assertThat(read.value().get(1).bigIntegerValue())
                  .hasToString("123456789012345678901234567890");
              assertThat(read.value().get(2).decimalValue()).hasToString("1.50");
            });
  }
}
