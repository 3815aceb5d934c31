package dev.spendlight.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.testing.AnalysisCacheContract;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.SampleAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryAnalysisCacheTest extends AnalysisCacheContract {
  private static final Duration HOUR = Duration.ofHours(1);

  private final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");

  @Override
  protected AnalysisCache open() {
    return new MemoryAnalysisCache(10_000_000, HOUR, clock);
  }

  @Test
  void moreThanTheBytesThatAreAllowedAreNotKept() {
    AnalysisCache cache = new MemoryAnalysisCache(200_000, HOUR, clock);
    List<CachedAnswer> answers =
        IntStream.range(0, 100)
            .mapToObj(i ->
                SampleAnswer.of("acme", "f" + i).dataVersion(i).summary("x".repeat(10_000)).make())
            .toList();
    answers.forEach(cache::keep);
    assertThat(answers.stream().map(CachedAnswer::key).map(cache::find).filter(Optional::isPresent))
        .hasSizeBetween(10, 19);
  }

  @Test
  void anAnswerIsGoneWhenItsTimeIsOver() {
    AnalysisCache cache = open();
    CachedAnswer answer = SampleAnswer.of("acme", "one").make();
    cache.keep(answer);
    clock.advance(HOUR.minusMillis(1));
    assertThat(cache.find(answer.key())).contains(answer);
    clock.advance(Duration.ofMillis(1));
    assertThat(cache.find(answer.key())).isEmpty();
    assertThat(cache.latest(new AccountId("acme"), Optional.empty())).isEmpty();
  }
}
