package dev.spendlight.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.Fact;
import dev.spendlight.metric.Figure;
import dev.spendlight.testing.RandomAnswer;
import dev.spendlight.testing.SampleAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachedAnswerCodecTest {
  private final CachedAnswerCodec codec = new CachedAnswerCodec();

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("seed of the answers: " + seed);
    return new Random(seed);
  }

  @Test
  void everyAnswerComesBackAsItWas() {
    RandomAnswer answers = new RandomAnswer(random());
    Set<Class<?>> things = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      CachedAnswer answer = answers.next();
      assertThat(codec.read(codec.write(answer))).contains(answer);
      answer.result().facts().stream()
          .map(Fact::figure)
          .map(Figure::entity)
          .forEach(each -> things.add(each.getClass()));
    }
    assertThat(things)
        .as("things of every kind")
        .containsExactlyInAnyOrder(Entity.class.getPermittedSubclasses());
  }

  @Test
  void anAnswerThatIsCutAnywhereIsAMiss() {
    byte[] bytes = codec.write(new RandomAnswer(random()).next());
    for (int length = 0; length < bytes.length; length++) {
      assertThat(codec.read(Arrays.copyOf(bytes, length))).as("the first %d", length).isEmpty();
    }
  }

  @Test
  void aFlippedBitIsAMissOrWithoutConsequence() {
    Random random = random();
    RandomAnswer answers = new RandomAnswer(random);
    int misses = 0;
    for (int i = 0; i < 2000; i++) {
      CachedAnswer answer = answers.next();
      byte[] bytes = codec.write(answer);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      if (codec.read(bytes).isEmpty()) {
        misses++;
      } else {
        assertThat(codec.read(bytes)).contains(answer);
      }
    }
    assertThat(misses).isGreaterThan(1900);
  }

  /// With a right check sum, so that the reader of JSON meets it.
  @Test
  void anyFlippedBitOfTheJsonIsNoException() throws IOException {
    Random random = random();
    byte[] json = json(new RandomAnswer(random).next());
    for (int i = 0; i < 5000; i++) {
      byte[] flipped = json.clone();
      flipped[random.nextInt(json.length)] ^= (byte) (1 << random.nextInt(8));
      Optional<CachedAnswer> read = codec.read(zipped(flipped));
      assertThat(read.map(codec::write).flatMap(codec::read)).isEqualTo(read);
    }
    for (int i = 0; i < 1000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThat(codec.read(noise)).isEmpty();
      assertThat(codec.read(zipped(noise))).isEmpty();
    }
  }

  @Test
  void anotherVersionIsAMiss() {
    byte[] bytes = codec.write(SampleAnswer.of("acme", "one").make());
    bytes[0]++;
    assertThat(codec.read(bytes)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"RULES\" | \"ORACLE\"",
        "\"RULES\" | 0",
        "\"RULES\" | null",
        "\"dataVersion\":1 | \"dataVersion\":\"1\"",
        "\"dataVersion\":1 | \"dataVersion\":1.0",
        "\"dataVersion\":1 | \"dataVersion\":1e999999999",
        "\"dataVersion\":1 | \"version\":1",
        "\"dataVersion\":1 | \"dataVersion\":1,\"dataVersion\":1",
        "\"dataVersion\":1 | \"dataVersion\":1,\"more\":[]",
        "\"caveats\":[] | \"caveats\":[null]",
        "\"caveats\":[] | \"caveats\":[1]",
        "\"caveats\":[] | \"caveats\":null",
        "\"value\":\"acme\" | \"value\":\"\"",
        "2026-03-07 | 2026-02-30"
      })
  void whatTheRecordsDoNotHaveIsAMiss(String from, String to) throws IOException {
    CachedAnswer answer = SampleAnswer.of("acme", "one").make();
    String json = new String(json(answer), StandardCharsets.UTF_8);
    assertThat(json).contains(from);
    assertThat(codec.read(zipped(bytes(json)))).contains(answer);
    assertThat(codec.read(zipped(bytes(json.replace(from, to))))).isEmpty();
    assertThat(codec.read(zipped(bytes(json + "1")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "-1E-999999999", "1e99999999999999999999", "1e1001", "\"1\"", "{}"})
  void aNumberOutOfAllBoundsIsAMissAndCostsNoTime(String number) throws IOException {
    String json = withFact(number);
    assertThat(readQuickly(json)).isFalse();
    assertThat(readQuickly(withFact("1e1000"))).isTrue();
  }

  @Test
  void manyDigitsCostNoTime() throws IOException {
    assertThat(readQuickly(withFact("9".repeat(4_000_000)))).isFalse();
    assertThat(readQuickly(withFact("0." + "9".repeat(999)))).isTrue();
  }

  @Test
  void whatInflatesBeyondAllBoundsIsAMiss() throws IOException {
    byte[] bomb = zipped(bytes(" ".repeat(200 << 20)));
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(codec.read(bomb)).isEmpty();
    CachedAnswer large = SampleAnswer.of("acme", "one").summary("x".repeat(4 << 20)).make();
    assertThat(codec.read(codec.write(large))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "{}", "[]", "1", "\"\"", "{\"key\":null}"})
  void otherJsonIsAMiss(String json) throws IOException {
    assertThat(codec.read(zipped(bytes(json)))).isEmpty();
  }

  @Test
  void deepNestingIsAMiss() throws IOException {
    assertThat(codec.read(zipped(bytes("[".repeat(1_000_000))))).isEmpty();
    assertThat(codec.read(zipped(bytes("{\"key\":".repeat(100_000))))).isEmpty();
  }

  @Test
  void theSizeIsThatOfItsJson() throws IOException {
    CachedAnswer answer = SampleAnswer.of("acme", "one").make();
    assertThat(codec.size(answer)).isEqualTo(json(answer).length);
  }

  private boolean readQuickly(String json) throws IOException {
    byte[] bytes = zipped(bytes(json));
    long start = System.nanoTime();
    boolean read = codec.read(bytes).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    return read;
  }

  private String withFact(String number) throws IOException {
    String json = new String(json(SampleAnswer.of("acme", "one").make()), StandardCharsets.UTF_8);
    List<String> fact =
        List.of(
            "\"facts\":[{\"id\":\"f1\",\"figure\":{\"entity\":{\"kind\":\"campaign\",\"id\":\"1\"",
            "\"name\":\"x\"},\"metric\":\"SPEND\",\"period\":{\"from\":\"2026-03-01\"",
            "\"to\":\"2026-03-02\"},\"value\":" + number,
            "\"nature\":\"OBSERVED\",\"origin\":\"x\"},\"finding\":null}]");
    assertThat(json).contains("\"facts\":[]");
    return json.replace("\"facts\":[]", String.join(",", fact));
  }

  private byte[] json(CachedAnswer answer) throws IOException {
    byte[] bytes = codec.write(answer);
    return new GZIPInputStream(new ByteArrayInputStream(bytes, 1, bytes.length)).readAllBytes();
  }

  private byte[] zipped(byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(1);
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(json);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
