package dev.spendlight.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.testing.AnalysisCacheContract;
import dev.spendlight.testing.FixedClock;
import dev.spendlight.testing.SampleAnswer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisAnalysisCacheTest extends AnalysisCacheContract {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String KEY = "spendlight:answers:acme";

  @RegisterExtension private final SharedRedis shared = new SharedRedis();

  private final FixedClock clock = FixedClock.at("2026-03-08T12:00:00Z");

  @Override
  protected AnalysisCache open() {
    return new RedisAnalysisCache(shared.redis(), clock::instant, DAY);
  }

  @Test
  void answersOfAnAccountThatIsNotAskedForGo() {
    open().keep(SampleAnswer.of("acme", "one").make());
    assertThat(shared.keys()).containsExactly(KEY);
    shared.letPass(DAY);
    assertThat(shared.keys()).isEmpty();
  }

  @Test
  void answersWhoseTimeIsOverGoWithTheNextThatIsKept() {
    AnalysisCache cache = open();
    CachedAnswer old = SampleAnswer.of("acme", "old").asked(LocalDate.EPOCH).make();
    cache.keep(old);
    clock.advance(DAY.minusMillis(1));
    CachedAnswer one = SampleAnswer.of("acme", "one").make();
    cache.keep(one);
    assertThat(cache.find(old.key())).contains(old);
    clock.advance(Duration.ofMillis(1));
    cache.keep(SampleAnswer.of("acme", "two").make());
    assertThat(cache.find(old.key())).isEmpty();
    assertThat(cache.find(one.key())).contains(one);
  }

  @Test
  void anAccountHasNoMoreAnswersThanAllowedAndTheOldestGoFirst() {
    AnalysisCache cache = open();
    List<CachedAnswer> answers =
        IntStream.range(0, 100)
            .mapToObj(i -> SampleAnswer.of("acme", "f" + i).dataVersion(i).make())
            .toList();
    for (CachedAnswer each : answers) {
      cache.keep(each);
      clock.advance(Duration.ofMillis(1));
    }
    long fields = shared.command(commands -> commands.hlen(KEY));
    assertThat(fields).isEqualTo(64);
    assertThat(answers.subList(37, 100))
        .allMatch(each -> cache.find(each.key()).equals(Optional.of(each)));
    assertThat(cache.latest(new AccountId("acme"), Optional.empty())).contains(answers.getLast());
  }

  @Test
  void whatCannotBeReadIsNotThere() {
    AnalysisCache cache = open();
    CachedAnswer answer = SampleAnswer.of("acme", "one").make();
    for (String value : List.of("", "x".repeat(56), "x".repeat(57), "\u0001".repeat(200))) {
      shared.command(commands -> commands.hset(KEY, "key::one", value));
      assertThat(cache.find(answer.key())).isEmpty();
    }
    cache.keep(answer);
    assertThat(cache.find(answer.key())).contains(answer);
    shared.command(commands -> commands.del(KEY));
    shared.command(commands -> commands.set(KEY, "not a hash"));
    cache.keep(answer);
    assertThat(cache.find(answer.key())).isEmpty();
    cache.forget(answer.key().account());
    cache.keep(answer);
    assertThat(cache.find(answer.key())).contains(answer);
  }
}
