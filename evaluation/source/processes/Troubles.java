package processes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Kills and restarts, one after the other, and when they were.
final class Troubles {
  private final Cluster cluster;
  private final Redis redis;
  private final Random chance;
  private final List<Trouble> all = new ArrayList<>();

  enum Kind {
    PROCESS_KILLED,
    REDIS_KILLED,
    REDIS_WIPED
  }

  /// @param until when everything was there again
  record Trouble(Kind kind, Instant at, Instant until) {
    /// Whether it fell into a time, or shortly before it.
    boolean touches(Instant from, Instant to, Duration margin) {
      return !at.isAfter(to) && !until.plus(margin).isBefore(from);
    }
  }

  Troubles(Cluster cluster, Redis redis, long seed) {
    this.cluster = cluster;
    this.redis = redis;
    this.chance = new Random(seed);
  }

  List<Trouble> all() {
    return all;
  }

  long count(Kind kind) {
    return all.stream().filter(each -> each.kind() == kind).count();
  }

  /// Half of them are killed processes.
  void happenUntil(Instant end) throws Exception {
    int number = 0;
    while (pauses(end)) {
      Instant at = Instant.now();
      Kind kind =
          switch (number++ % 4) {
            case 1 -> Kind.REDIS_KILLED;
            case 3 -> Kind.REDIS_WIPED;
            default -> Kind.PROCESS_KILLED;
          };
      switch (kind) {
        case PROCESS_KILLED -> {
          int which = chance.nextInt(cluster.size());
          cluster.kill(which);
          Thread.sleep(chance.nextInt(2_000));
          cluster.restart(which);
        }
        case REDIS_KILLED -> {
          redis.kill();
          Thread.sleep(2_000 + chance.nextInt(4_000));
          redis.start();
        }
        case REDIS_WIPED -> redis.flushAll();
      }
      all.add(new Trouble(kind, at, Instant.now()));
    }
  }

  private boolean pauses(Instant end) throws InterruptedException {
    Duration pause = Duration.ofMillis(5_000 + chance.nextInt(9_000));
    if (Instant.now().plus(pause).isAfter(end)) {
      return false;
    }
    Thread.sleep(pause);
    return true;
  }
}
