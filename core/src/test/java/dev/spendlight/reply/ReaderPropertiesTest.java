package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What holds for any document, checked on seeded random ones.
class ReaderPropertiesTest {
  private static final long SEED = 20_261_128;
  private static final int DOCUMENTS = 3000;
  private static final int MUTANTS = 200_000;

  private static final List<String> BEFORE =
      List.of(
          "",
          "\uFEFF",
          "Here it is:\n",
          "I looked at {c4} [as asked]: ",
          "```json\n",
          "Sure!\n\n```\n",
          "<thinking>\n{\"a\": [1, ...\n</thinking>\n",
          "<think>{}</think>");
  private static final List<String> AFTER =
      List.of("", "\n```", "\n\nLet me know, {f1} helps.", " Done.", "\n// a note", "\n");

  private static final String ALPHABET = "{}[]\"':,.-+0129eE\\/*“”‘’tfnuTFN ab\n\t\u00A0`<>…";

  private final RandomGenerator random = new Random(SEED);
  private final RandomDocuments documents = new RandomDocuments(random);

  private static JsonNode value(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read read -> read.value();
      case JsonReading.Rejected rejected ->
          throw new AssertionError("seed %d: %s in %s".formatted(SEED, rejected, text));
    };
  }

  @Test
  void damageThatLeavesTheValueCertainIsReadBackEqual() {
    int repaired = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      JsonNode document = documents.next();
      String text = pick(BEFORE) + DamagedWriter.write(document, random) + pick(AFTER);
      assertThat(value(text)).as("seed %d, text %s", SEED, text).isEqualTo(document);
      repaired += JsonReader.strict(text) instanceof JsonReading.Rejected ? 1 : 0;
    }
    assertThat(repaired).as("documents that needed a repair").isGreaterThan(DOCUMENTS / 2);
  }

  @Test
  void strictJsonIsReadWithoutARepair() {
    for (int i = 0; i < DOCUMENTS; i++) {
      JsonNode document = documents.next();
      String text = Strictly.write(document);
      assertThat(JsonReader.strict(text)).isInstanceOf(JsonReading.Read.class);
      assertThat(value(text)).as("seed %d, text %s", SEED, text).isEqualTo(document);
    }
  }

  /// However a document was cut, it is rejected, unless only what stands after it is lost.
  @Test
  void aPrefixIsRejectedOrTheWhole() {
    int rejected = 0;
    for (int i = 0; i < DOCUMENTS / 4; i++) {
      JsonNode document = documents.next();
      String before = pick(BEFORE);
      String root = DamagedWriter.write(document, random);
      String text = before + root + pick(AFTER);
      int end = before.length() + root.length();
      for (int length = 0; length < text.length(); length++) {
        String prefix = text.substring(0, length);
        JsonReading reading = JsonReader.read(prefix);
        if (length < end || reading instanceof JsonReading.Rejected) {
          assertThat(reading)
              .as("seed %d, prefix %s", SEED, prefix)
              .isInstanceOf(JsonReading.Rejected.class);
          rejected++;
        } else {
          assertThat(value(prefix)).as("seed %d, prefix %s", SEED, prefix).isEqualTo(document);
        }
      }
    }
    assertThat(rejected).isGreaterThan(DOCUMENTS);
  }

  /// A reply whose beginning was lost ends in brackets that nothing opened.
  @Test
  void aSuffixIsRejected() {
    for (int i = 0; i < DOCUMENTS / 4; i++) {
      String text = DamagedWriter.write(documents.next(), random);
      for (int start = 1; start < text.length(); start++) {
        assertThat(JsonReader.read(text.substring(start)))
            .as("seed %d, suffix %s", SEED, text.substring(start))
            .isInstanceOf(JsonReading.Rejected.class);
      }
    }
  }

  @Test
  void whateverIsWrittenTheReaderAnswersAndItsStrictSideAgreesWithAnotherParser() {
    int accepted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      String text = mutant();
      JsonReading strict = JsonReader.strict(text);
      if (isBeyondOurLimits(strict)) {
        continue;
      }
      assertThat(strict instanceof JsonReading.Read)
          .as("seed %d, text %s, %s", SEED, text, strict)
          .isEqualTo(Strictly.accepts(text));
      if (strict instanceof JsonReading.Read read) {
        assertThat(read.value()).isEqualTo(Strictly.read(text));
        accepted++;
      }
    }
    assertThat(accepted).isBetween(MUTANTS / 100, MUTANTS / 2);
  }

  /// Half a surrogate pair and numbers beyond any figure are JSON, and yet refused.
  private static boolean isBeyondOurLimits(JsonReading reading) {
    return reading instanceof JsonReading.Rejected rejected
        && (rejected.reason().contains("surrogate") || rejected.reason().contains("too large"));
  }

  private String mutant() {
    JsonNode document = documents.next();
    StringBuilder text =
        new StringBuilder(
            random.nextBoolean()
                ? Strictly.write(document)
                : DamagedWriter.write(document, random));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, c);
        case 1 -> text.delete(at, Math.min(at + 1, text.length()));
        default -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(c));
      }
    }
    return text.toString();
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
