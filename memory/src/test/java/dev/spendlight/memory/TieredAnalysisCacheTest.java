package dev.spendlight.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.TieredAnalysisCache;
import dev.spendlight.testing.AnalysisCacheContract;
import dev.spendlight.testing.SampleAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TieredAnalysisCacheTest extends AnalysisCacheContract {
  private final AnalysisCache far = memory();

  @Override
  protected AnalysisCache open() {
    return new TieredAnalysisCache(memory(), far);
  }

  private static AnalysisCache memory() {
    return new MemoryAnalysisCache(10_000_000, Duration.ofHours(1), () -> Instant.EPOCH);
  }

  private static Optional<CachedAnswer> latest(AnalysisCache cache) {
    return cache.latest(new AccountId("acme"), Optional.empty());
  }

  @Test
  void whatAnotherProcessKeptIsFoundAndKeptNear() {
    AnalysisCache near = memory();
    AnalysisCache tiers = new TieredAnalysisCache(near, far);
    CachedAnswer answer = SampleAnswer.of("acme", "one").make();
    open().keep(answer);
    assertThat(near.find(answer.key())).isEmpty();
    assertThat(tiers.find(answer.key())).contains(answer);
    assertThat(near.find(answer.key())).contains(answer);
    far.forget(new AccountId("acme"));
    assertThat(tiers.find(answer.key())).contains(answer);
  }

  @Test
  void aBetterAnswerOfAnotherProcessIsFoundWhileOnesOwnIsNotGoodYet() {
    AnalysisCache one = open();
    AnalysisCache other = open();
    CachedAnswer rules = SampleAnswer.of("acme", "one").notGoodYet().make();
    CachedAnswer model = SampleAnswer.of("acme", "one").later(1).make();
    one.keep(rules);
    assertThat(one.find(rules.key())).contains(rules);
    other.keep(model);
    assertThat(one.find(rules.key())).contains(model);
    assertThat(latest(one)).contains(model);
  }

  @Test
  void theLatestIsTheNewestOfBoth() {
    AnalysisCache near = memory();
    AnalysisCache tiers = new TieredAnalysisCache(near, far);
    CachedAnswer first = SampleAnswer.of("acme", "one").make();
    CachedAnswer second = SampleAnswer.of("acme", "two").dataVersion(2).make();
    CachedAnswer third = SampleAnswer.of("acme", "three").dataVersion(3).make();
    far.keep(second);
    near.keep(first);
    assertThat(latest(tiers)).contains(second);
    near.keep(third);
    assertThat(latest(tiers)).as("the far one missed it").contains(third);
  }
}
