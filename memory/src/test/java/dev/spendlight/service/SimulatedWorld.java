package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Leases;
import dev.spendlight.limit.ModelSlots;
import dev.spendlight.memory.MemoryAnalysisCache;
import dev.spendlight.memory.MemoryAnalysisLimit;
import dev.spendlight.memory.MemoryBudget;
import dev.spendlight.memory.MemoryModelSlots;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.testing.InMemoryOpenCalls;
import dev.spendlight.testing.InMemoryPaidReplies;
import dev.spendlight.testing.InMemoryPromptLog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Everything that processes share: the disk, which never fails here, and a store in memory that
/// can be down, slow or wiped. Its own clock is the true one.
final class SimulatedWorld {
  static final AnalysisLimit.Rate RATE = AnalysisLimit.Rate.perHour(5);
  static final int SLOTS = 6;

  final Random chance;
  final Scheduler scheduler;
  final SimulatedAccounts accounts;
  final Invariants invariants;
  final Budget.Limits limits;
  final InMemoryPromptLog log = new InMemoryPromptLog();
  final InMemoryOpenCalls calls = new InMemoryOpenCalls();
  final InMemoryPaidReplies paid = new InMemoryPaidReplies();

  /// By account: the version of its data.
  final Map<AccountId, Integer> data = new HashMap<>();

  private Optional<AccountId> payer = Optional.empty();
  private boolean down;
  private boolean slow;
  private Shared shared;

  /// What a store in memory loses when it is wiped.
  record Shared(
      AnalysisCache cache,
      AnalysisLimit limit,
      Budget budget,
      ModelSlots slots,
      Map<String, Holder> leases) {}

  record Holder(Object token, Instant until) {}

  SimulatedWorld(long seed, SimulatedAccounts accounts) {
    this.chance = new Random(seed);
    this.scheduler = new Scheduler(chance, Instant.parse("2026-04-01T09:00:00Z"));
    this.accounts = accounts;
    this.invariants = new Invariants(this);
    this.limits =
        switch (chance.nextInt(3)) {
          case 0 -> new Budget.Limits(Optional.empty(), Optional.empty());
          case 1 -> new Budget.Limits(Optional.of(new NanoDollars(4_000)), Optional.empty());
          default ->
              new Budget.Limits(
                  Optional.of(new NanoDollars(6_000)), Optional.of(new NanoDollars(9_000)));
        };
    accounts.ids().forEach(each -> data.put(each, 1));
    this.shared = fresh();
  }

  private Shared fresh() {
    return new Shared(
        new MemoryAnalysisCache(10_000_000, Duration.ofDays(2), scheduler::now),
        new MemoryAnalysisLimit(RATE, scheduler::now),
        new MemoryBudget(limits, new LoggedCosts(log, calls), scheduler::now),
        new MemoryModelSlots(SLOTS),
        new HashMap<>());
  }

  Shared shared() {
    return shared;
  }

  boolean isLimited() {
    return limits.account().isPresent() || limits.service().isPresent();
  }

  boolean isDown() {
    return down;
  }

  boolean isSlow() {
    return slow;
  }

  void setDown(boolean value) {
    down = value;
    invariants.disturbed();
  }

  void setSlow(boolean value) {
    slow = value;
    invariants.disturbed();
  }

  /// As after a failover that lost everything.
  void wipe() {
    shared = fresh();
    invariants.wiped();
  }

  /// Whose money was asked for last: between this and the question that it is for, nobody else gets
  /// his turn.
  Optional<AccountId> payer() {
    return payer;
  }

  void pays(AccountId account) {
    payer = Optional.of(account);
  }

  int version(AccountId account) {
    return data.getOrDefault(account, 1);
  }

  void importInto(AccountId account) {
    data.merge(account, 1, (was, one) -> Math.min(SimulatedAccounts.VERSIONS, was + one));
  }

  /// For a process that forgets what it holds when the store is wiped.
  Leases leases() {
    return (work, time) -> {
      Holder holder = shared.leases().get(work);
      if (holder != null && scheduler.now().isBefore(holder.until())) {
        return Optional.empty();
      }
      Object token = new Object();
      Map<String, Holder> leases = shared.leases();
      leases.put(work, new Holder(token, scheduler.now().plus(time)));
      return Optional.of(() -> {
        Holder there = leases.get(work);
        if (there != null && there.token() == token) {
          leases.remove(work);
        }
      });
    };
  }
}
