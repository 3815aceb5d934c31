package dev.spendlight.redis;

import dev.spendlight.limit.Leases;
import dev.spendlight.testing.LeasesContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisLeasesTest extends LeasesContract {
  @RegisterExtension private final SharedRedis shared = new SharedRedis();

  @Override
  protected Leases open() {
    return new RedisLeases(shared.redis(), SharedRedis.TOKENS);
  }

  @Override
  protected void letPass(Duration time) {
    shared.letPass(time);
  }
}
