package dev.spendlight.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.AnalysisLimit.Rate;
import dev.spendlight.limit.AnalysisLimit.Taking;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.testing.AnalysisLimitContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisAnalysisLimitTest extends AnalysisLimitContract {
  @RegisterExtension private final SharedRedis shared = new SharedRedis();

  @Override
  protected AnalysisLimit open(Rate rate) {
    return new RedisAnalysisLimit(shared.redis(), clock::instant, rate);
  }

  @Override
  protected boolean sameStore() {
    return true;
  }

  @Test
  void itGoesByTheClockOfTheServer() {
    AnalysisLimit limit = new RedisAnalysisLimit(shared.redis(), new Rate(1, Duration.ofDays(1)));
    AccountId acme = new AccountId("acme");
    assertThat(limit.take(acme)).isEqualTo(new Taking.Taken());
    Taking refused = limit.take(acme);
    assertThat(refused).isInstanceOf(Taking.Refused.class);
    assertThat(((Taking.Refused) refused).retryAfter())
        .isBetween(Duration.ofHours(23), Duration.ofDays(1));
  }

  @Test
  void aBucketThatCannotBeReadIsUnreachableForItsAccountAlone() {
    AnalysisLimit limit = open(Rate.perHour(5));
    AccountId acme = new AccountId("acme");
    for (String garbage : List.of("", "garbage", "\u0000".repeat(100))) {
      shared.command(commands -> commands.set("spendlight:limit:5:PT1H:acme", garbage));
      assertThatThrownBy(() -> limit.take(acme)).isInstanceOf(UnreachableException.class);
      assertThat(limit.take(new AccountId("other"))).isEqualTo(new Taking.Taken());
    }
    shared.command(commands -> commands.del("spendlight:limit:5:PT1H:acme"));
    shared.command(commands -> commands.lpush("spendlight:limit:5:PT1H:acme", "a list"));
    assertThatThrownBy(() -> limit.take(acme)).isInstanceOf(UnreachableException.class);
    assertThat(limit.take(new AccountId("other"))).isEqualTo(new Taking.Taken());
  }

  @Test
  void aBucketGoesWhenItIsFull() {
    open(Rate.perHour(5)).take(new AccountId("acme"));
    assertThat(shared.keys()).containsExactly("spendlight:limit:5:PT1H:acme");
    shared.letPass(Duration.ofMinutes(13));
    assertThat(shared.keys()).isEmpty();
  }
}
