package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.OpenCall;
import dev.spendlight.service.SimulatedAccounts.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What must be so at every moment, watched from outside: nothing here is asked of the parts that
/// are to keep it.
final class Invariants {
  private final SimulatedWorld world;

  /// By account: when an analysis was granted by the shared limit.
  private final Map<AccountId, List<Instant>> granted = new HashMap<>();

  private final Map<AccountId, Long> spent = new HashMap<>();
  private final Map<String, Long> paid = new HashMap<>();
  private final Map<String, Integer> underWay = new HashMap<>();
  private final Map<Object, Money> money = new HashMap<>();
  private boolean troubled;
  private Instant calmSince = Instant.MIN;
  private Instant lastWiped = Instant.MIN;
  private int answers;

  Invariants(SimulatedWorld world) {
    this.world = world;
  }

  /// Answers that were looked at.
  int answers() {
    return answers;
  }

  /// Something went wrong after which money may stay set aside for nobody.
  void troubled() {
    troubled = true;
  }

  void disturbed() {
    troubled = true;
    calmSince = world.scheduler.now();
  }

  void wiped() {
    granted.clear();
    lastWiped = world.scheduler.now();
    disturbed();
  }

  Instant lastWiped() {
    return lastWiped;
  }

  /// Within any time no more than a full bucket and what it was filled up by.
  void granted(AccountId account) {
    List<Instant> all = granted.computeIfAbsent(account, fresh -> new ArrayList<>());
    Instant now = world.scheduler.now();
    all.add(now);
    for (int i = 0; i < all.size(); i++) {
      Duration time = Duration.between(all.get(i), now);
      double most =
          SimulatedWorld.RATE.analyses()
              * (1 + (double) time.toMillis() / SimulatedWorld.RATE.period().toMillis());
      assertThat(all.size() - i)
          .as("fresh analyses of %s within %s", account, time)
          .isLessThanOrEqualTo((int) Math.floor(most + 1e-6));
    }
  }

  /// A request leaves for the provider, who will bill it.
  void sent(AccountId account, String hash, long bill) {
    long mine = spent.merge(account, bill, Long::sum);
    world
        .limits
        .account()
        .ifPresent(limit ->
            assertThat(mine).as("spent for %s", account).isLessThanOrEqualTo(limit.value()));
    long all = spent.values().stream().mapToLong(each -> each).sum();
    world
        .limits
        .service()
        .ifPresent(
            limit -> assertThat(all).as("spent by the service").isLessThanOrEqualTo(limit.value()));
    paid.merge(hash, bill, Long::sum);
  }

  /// Money that a call may have taken: what it was granted, and later what it cost.
  private record Money(AccountId account, long granted, long cost, Instant since) {
    long atMost(Instant now) {
      return since.equals(now) ? Math.max(granted, cost) : cost;
    }
  }

  void covered(Object call, AccountId account, long most) {
    money.put(call, new Money(account, most, most, world.scheduler.now()));
  }

  void settled(Object call, AccountId account, long cost) {
    Money before = money.get(call);
    long granted = before == null ? cost : before.granted();
    money.put(call, new Money(account, granted, cost, world.scheduler.now()));
  }

  /// Where nothing went wrong, it is known to the last unit what was free.
  void refused(AccountId account, long most) {
    if (troubled) {
      return;
    }
    Instant now = world.scheduler.now();
    long mine =
        money.values().stream()
            .filter(each -> each.account().equals(account))
            .mapToLong(each -> each.atMost(now))
            .sum();
    long all = money.values().stream().mapToLong(each -> each.atMost(now)).sum();
    boolean needed =
        world.limits.account().filter(limit -> limit.value() - mine < most).isPresent()
            || world.limits.service().filter(limit -> limit.value() - all < most).isPresent();
    assertThat(needed).as("money for %s refused without need", account).isTrue();
  }

  /// Somebody asks a model, and another does not ask the same meanwhile, unless they cannot know of
  /// each other.
  void begins(String hash) {
    int now = underWay.merge(hash, 1, Integer::sum);
    boolean calm =
        !world.isDown()
            && !world.isSlow()
            && calmSince.plus(Patience.standard().question()).isBefore(world.scheduler.now());
    if (calm) {
      assertThat(now).as("processes that pay for the same at a time").isEqualTo(1);
    }
  }

  void ends(String hash) {
    underWay.merge(hash, -1, Integer::sum);
  }

  /// What was paid is told of: by the log, by a note, or by a process that is about to log it.
  void nothingPaidIsForgotten() {
    Map<String, Long> told = new HashMap<>();
    for (Exchange each : world.log.query(LogQuery.newest(1_000))) {
      each.charge()
          .most()
          .ifPresent(most -> told.merge(each.asked().requestHash(), most.value(), Long::sum));
    }
    for (OpenCall each : world.calls.all()) {
      each.most()
          .ifPresent(most -> told.merge(each.asked().requestHash(), most.value(), Long::sum));
    }
    paid.forEach((hash, amount) ->
        assertThat(told.getOrDefault(hash, 0L))
            .as("told of what was paid for %s", hash)
            .isGreaterThanOrEqualTo(amount));
  }

  /// In the end the log has it all, and no note is left: where every bill arrived, the cost is what
  /// was billed, and nowhere more than that.
  void everythingIsLogged() {
    assertThat(world.calls.all()).as("notes of open calls").isEmpty();
    Map<String, Long> costs = new HashMap<>();
    Set<String> guessed = new HashSet<>();
    for (Exchange each : world.log.query(LogQuery.newest(1_000))) {
      String hash = each.asked().requestHash();
      costs.merge(hash, each.charge().cost().orElseThrow().value(), Long::sum);
      if (each.charge().unbilled().value() > 0) {
        guessed.add(hash);
      }
    }
    costs.forEach((hash, cost) -> {
      long bill = paid.getOrDefault(hash, 0L);
      if (guessed.contains(hash)) {
        assertThat(cost).as("cost of what was billed for %s", hash).isLessThanOrEqualTo(bill);
      } else {
        assertThat(cost).as("cost of what was billed for %s", hash).isEqualTo(bill);
      }
    });
  }

  /// @param known the version of the account's data when somebody asked
  void answered(AccountId asked, int known, AnalysisResult result) {
    answers++;
    assertThat(result.account()).isEqualTo(asked);
    String fingerprint = result.audit().orElseThrow().dataFingerprint();
    Version version =
        IntStream.rangeClosed(1, SimulatedAccounts.VERSIONS)
            .mapToObj(number -> world.accounts.version(asked, number))
            .filter(each -> each.fingerprint().equals(fingerprint))
            .findFirst()
            .orElseThrow(() -> new AssertionError("an answer from the data of nobody"));
    assertThat(version.facts()).as("facts of that data").containsAll(result.facts());
    if (result.freshness() != Freshness.STALE) {
      assertThat(version.number()).as("the newest data").isGreaterThanOrEqualTo(known);
    }
    assertThat(result.analysis().summary()).isNotBlank();
  }
}
