package dev.spendlight.redis;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.Budget;
import dev.spendlight.model.NanoDollars;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Money of all processes: a hash a day, made from the ledger when it is not there, be it the first
/// of the day or after Redis has lost it.
///
/// When [#reserve] cannot tell whether it set money aside, the call must not be made; `settle` with
/// nothing, now or later, sets free what may be held.
public final class RedisBudget implements Budget {
  /// What a double, and so Lua, counts exactly: some 9 million dollars.
  private static final long MOST = (1L << 53) - 1;

  private static final Duration KEPT = Duration.ofDays(3);

  private final Redis redis;
  private final ServerTime time;
  private final Limits limits;
  private final Ledger ledger;

  public RedisBudget(Redis redis, Limits limits, Ledger ledger) {
    this(redis, ServerTime.of(redis), limits, ledger);
  }

  RedisBudget(Redis redis, ServerTime time, Limits limits, Ledger ledger) {
    this.redis = redis;
    this.time = time;
    this.limits = limits;
    this.ledger = ledger;
  }

  @Override
  public Reservation reserve(String call, AccountId account, NanoDollars most) {
    LocalDate today = today();
    List<String> arguments =
        List.of(
            call,
            account.value(),
            Long.toString(counted(most)),
            limit(limits.account()),
            limit(limits.service()));
    String outcome =
        booked(
            today,
            () ->
                Optional.of(
                        redis.eval(
                            BudgetScripts.RESERVE,
                            List.of(key(today), key(today.minusDays(1))),
                            arguments))
                    .filter(each -> !each.equals("absent")));
    return switch (outcome) {
      case "held" -> new Reservation.Held();
      case "account" -> new Reservation.Refused(Scope.ACCOUNT);
      // Whatever it says, it has not set money aside.
      default -> new Reservation.Refused(Scope.SERVICE);
    };
  }

  @Override
  public void settle(String call, NanoDollars bill) {
    LocalDate today = today();
    redis.eval(
        BudgetScripts.SETTLE,
        List.of(key(today), key(today.minusDays(1))),
        List.of(call, Long.toString(counted(bill))));
  }

  @Override
  public List<Open> open() {
    LocalDate today = today();
    List<Open> open = new ArrayList<>();
    for (LocalDate day : List.of(today.minusDays(1), today)) {
      Map<String, byte[]> fields =
          booked(
              day,
              () ->
                  redis
                      .ask(commands -> commands.hgetall(key(day)))
                      .filter(each -> !each.isEmpty()));
      open.addAll(BookedDay.open(day, fields));
    }
    open.sort(Comparator.comparing(Open::call));
    return List.copyOf(open);
  }

  @Override
  public Spent spent(AccountId account) {
    LocalDate today = today();
    List<KeyValue<String, byte[]>> sums =
        booked(
            today,
            () ->
                redis
                    .ask(commands ->
                        commands.hmget(key(today), BookedDay.SERVICE, BookedDay.account(account)))
                    .filter(each -> each.getFirst().hasValue()));
    return new Spent(amount(sums.getLast()), amount(sums.getFirst()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
  }

  /// Asks for something of a day, whose hash is made from the ledger when it is not there.
  private <T> T booked(LocalDate day, Supplier<Optional<T>> question) {
    return question
        .get()
        .or(() -> afterCreating(day, question))
        .orElseThrow(() ->
            redis.unreachable("forgets money at once", new RedisException("Too little memory?")));
  }

  /// One thread at a time: a ledger is asked at midnight by all who want money, and is slow.
  private synchronized <T> Optional<T> afterCreating(
      LocalDate day, Supplier<Optional<T>> question) {
    return question
        .get()
        .or(() -> {
          create(day);
          return question.get();
        });
  }

  private void create(LocalDate day) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(KEPT.toSeconds()));
    arguments.addAll(BookedDay.fields(ledger.of(day)));
    redis.eval(BudgetScripts.CREATE, List.of(key(day)), arguments);
  }

  /// In one slot of a cluster, for a script has to see two days.
  private String key(LocalDate day) {
    return redis.key("{budget}:" + day);
  }

  private static String limit(Optional<NanoDollars> limit) {
    return limit.map(most -> Long.toString(most.value())).orElse("");
  }

  private static long counted(NanoDollars amount) {
    if (amount.value() < 0 || amount.value() > MOST) {
      throw new IllegalArgumentException("No call costs less than nothing, or 9 million dollars.");
    }
    return amount.value();
  }

  private static NanoDollars amount(KeyValue<String, byte[]> sum) {
    return new NanoDollars(sum.map(Redis::text).map(Long::parseLong).getValueOrElse(0L));
  }
}
