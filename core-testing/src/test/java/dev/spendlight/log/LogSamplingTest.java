package dev.spendlight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spendlight.testing.SampleExchange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSamplingTest {
  private static final List<Exchange> MANY =
      IntStream.range(0, 40_000)
          .mapToObj(i ->
              SampleExchange.at("2026-03-08T12:%02d:%02dZ".formatted(i / 1000, i % 60), i % 4_000)
                  .texts(1)
                  .make())
          .toList();

  @Test
  void aTenthOfTheAcceptedKeepTheirTexts() {
    LogSampling tenth = LogSampling.standard();
    long kept = MANY.stream().filter(tenth::keepsTexts).count();
    // four standard deviations of a draw of 40,000
    assertThat(kept).isCloseTo(4_000, within(240L));
    assertThat(tenth.of(MANY.getFirst())).isEqualTo(tenth.of(MANY.getFirst()));
  }

  @Test
  void whatIsNotSampledLosesItsTextsOnly() {
    LogSampling none = new LogSampling(0);
    Exchange exchange = MANY.getFirst();
    assertThat(none.of(exchange)).isEqualTo(exchange.withoutTexts());
    assertThat(none.of(exchange).texts()).isEmpty();
    assertThat(MANY).noneMatch(none::keepsTexts);
    assertThat(MANY).allMatch(new LogSampling(1)::keepsTexts);
  }

  @Test
  void whoIsSampledAtALowShareIsSampledAtAHigherOne() {
    LogSampling less = new LogSampling(0.1);
    LogSampling more = new LogSampling(0.3);
    assertThat(MANY).filteredOn(less::keepsTexts).allMatch(more::keepsTexts);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"ACCEPTED"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyFailureKeepsItsTexts(Verdict verdict) {
    Exchange failed = SampleExchange.at("2026-03-08T12:00:00Z", 1).texts(1).verdict(verdict).make();
    assertThat(new LogSampling(0).of(failed)).isEqualTo(failed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, 10})
  void thereIsNoOtherShare(double share) {
    assertThatThrownBy(() -> new LogSampling(share))
        .hasMessageContaining("from 0 to 1 (0.10 for 10%)");
  }
}
