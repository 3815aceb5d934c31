package dev.spendlight.redis;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.CachedAnswerCodec;
import dev.spendlight.limit.UnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A hash of answers an account, so that an account can be forgotten in one step. Every [#keep]
/// drops those whose time is over, and the oldest when there are too many; the hash itself goes
/// when nothing was kept for as long as an answer may live. So an answer is gone after twice its
/// time.
///
/// [#forget] may fail like everything else: the answers are then gone when their time is over.
public final class RedisAnalysisCache implements AnalysisCache {
  private static final int MOST_AN_ACCOUNT = 64;

  /// Before the bytes of an answer stand when its time is over (milliseconds) and its rank (version
  /// of the data, second, nanosecond), in hexadecimal digits that compare as the numbers do.
  private static final int HEADER = 16 + 16 + 16 + 8;

  /// Key: an account. Arguments: the time, header and bytes of an answer, its field, the field of
  /// the latest, time to live in milliseconds, most fields.
  private static final String KEEP =
      """
      local now, answer, field, latest = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
      redis.call('HSET', KEYS[1], field, answer)
      local before = redis.call('HGET', KEYS[1], latest)
      if not before or string.sub(before, 17, 56) <= string.sub(answer, 17, 56) then
        redis.call('HSET', KEYS[1], latest, answer)
      end
      local all, kept = redis.call('HGETALL', KEYS[1]), {}
      for i = 1, #all, 2 do
        local ends = string.sub(all[i + 1], 1, 16)
        if ends <= now then
          redis.call('HDEL', KEYS[1], all[i])
        elseif all[i] ~= field and all[i] ~= latest then
          kept[#kept + 1] = {ends = ends, field = all[i]}
        end
      end
      table.sort(kept, function(one, other) return one.ends < other.ends end)
      for i = 1, #kept + 2 - tonumber(ARGV[6]) do
        redis.call('HDEL', KEYS[1], kept[i].field)
      end
      redis.call('PEXPIRE', KEYS[1], ARGV[5])
      return ''
      """;

  private final CachedAnswerCodec codec = new CachedAnswerCodec();
  private final Redis redis;
  private final ServerTime time;
  private final Duration timeToLive;

  /// @param timeToLive of an answer
  public RedisAnalysisCache(Redis redis, Duration timeToLive) {
    this(redis, ServerTime.of(redis), timeToLive);
  }

  RedisAnalysisCache(Redis redis, ServerTime time, Duration timeToLive) {
    this.redis = redis;
    this.time = time;
    this.timeToLive = timeToLive;
  }

  @Override
  public Optional<CachedAnswer> find(AnswerKey key) {
    return at(key.account(), field(key)).filter(answer -> answer.key().equals(key));
  }

  @Override
  public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
    return at(account, latest(asked))
        .filter(
            answer -> answer.key().account().equals(account) && answer.key().asked().equals(asked));
  }

  @Override
  public void keep(CachedAnswer answer) {
    byte[] bytes = codec.write(answer);
    try {
      long now = time.now().toEpochMilli();
      byte[] header = Redis.bytes(digits(now + timeToLive.toMillis()) + rank(answer));
      byte[] value = Arrays.copyOf(header, HEADER + bytes.length);
      System.arraycopy(bytes, 0, value, HEADER, bytes.length);
      redis.eval(
          KEEP,
          List.of(key(answer.key().account())),
          Redis.bytes(digits(now)),
          value,
          Redis.bytes(field(answer.key())),
          Redis.bytes(latest(answer.key().asked())),
          Redis.bytes(Long.toString(timeToLive.toMillis())),
          Redis.bytes(Integer.toString(MOST_AN_ACCOUNT)));
    } catch (UnreachableException e) {
      // Then it is not kept; the connection counts failures.
    }
  }

  @Override
  public void forget(AccountId account) {
    try {
      redis.ask(commands -> commands.del(key(account)));
    } catch (UnreachableException e) {
      // It goes when its time is over.
    }
  }

  private Optional<CachedAnswer> at(AccountId account, String field) {
    try {
      return redis
          .ask(commands -> commands.hget(key(account), field))
          .filter(value -> value.length > HEADER)
          .flatMap(value -> codec.read(Arrays.copyOfRange(value, HEADER, value.length)));
    } catch (UnreachableException e) {
      return Optional.empty();
    }
  }

  private String key(AccountId account) {
    return redis.key("answers:" + account.value());
  }

  private static String field(AnswerKey key) {
    return "key:%s:%s".formatted(asked(key.asked()), key.fingerprint());
  }

  private static String latest(Optional<LocalDate> asked) {
    return "latest:" + asked(asked);
  }

  private static String asked(Optional<LocalDate> asked) {
    return asked.map(LocalDate::toString).orElse("");
  }

  /// As [CachedAnswer#isNewerThan] compares.
  private static String rank(CachedAnswer answer) {
    Instant made = answer.result().generatedAt();
    return digits(answer.dataVersion())
        + digits(made.getEpochSecond())
        + HexFormat.of().toHexDigits(made.getNano());
  }

  /// Negative numbers come first.
  private static String digits(long number) {
    return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
  }
}
