package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.Budget;
import dev.spendlight.limit.Leases;
import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import dev.spendlight.model.NanoDollars;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One process's way to what all share: anything may happen on it, and when the store is down, half
/// of what was asked for is done all the same, and nobody is told.
record SharedPorts(SimulatedWorld world) {

  private <T> T asked(Supplier<T> work) {
    world.scheduler.letGo();
    if (world.isSlow()) {
      world.scheduler.waitFor(() -> false, Duration.ofMillis(250));
      if (world.chance.nextBoolean()) {
        throw lost(work);
      }
    }
    if (world.isDown()) {
      throw new UnreachableException("The store is down.", new IllegalStateException());
    }
    T answer = work.get();
    world.scheduler.letGo();
    return answer;
  }

  private <T> UnreachableException lost(Supplier<T> work) {
    if (world.chance.nextBoolean()) {
      var _ = work.get();
    }
    return new UnreachableException("The store is slow.", new IllegalStateException());
  }

  AnalysisLimit limit() {
    return account -> asked(() -> world.shared().limit().take(account));
  }

  Leases leases() {
    return (work, time) -> asked(() -> world.leases().take(work, time)).map(this::released);
  }

  private Leases.Lease released(Leases.Lease lease) {
    return () -> quietly(lease::close);
  }

  ModelSlots slots() {
    return () -> asked(() -> world.shared().slots().take()).map(slot -> () -> quietly(slot::close));
  }

  /// What is never told of again runs out by itself.
  private void quietly(Runnable work) {
    world.scheduler.letGo();
    work.run();
  }

  Budget budget() {
    return new Budget() {
      @Override
      public Reservation reserve(String call, AccountId account, NanoDollars most) {
        try {
          return asked(() -> world.shared().budget().reserve(call, account, most));
        } finally {
          world.pays(account);
        }
      }

      @Override
      public void settle(String call, NanoDollars bill) {
        asked(() -> {
          world.shared().budget().settle(call, bill);
          return bill;
        });
      }

      @Override
      public List<Open> open() {
        return asked(() -> world.shared().budget().open());
      }

      @Override
      public Spent spent(AccountId account) {
        return asked(() -> world.shared().budget().spent(account));
      }
    };
  }

  AnalysisCache cache() {
    return new AnalysisCache() {
      private <T> Optional<T> found(Supplier<Optional<T>> work) {
        try {
          return asked(work);
        } catch (UnreachableException e) {
          return Optional.empty();
        }
      }

      @Override
      public Optional<CachedAnswer> find(AnswerKey key) {
        return found(() -> world.shared().cache().find(key));
      }

      @Override
      public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
        return found(() -> world.shared().cache().latest(account, asked));
      }

      @Override
      public void keep(CachedAnswer answer) {
        Optional<CachedAnswer> kept =
            found(() -> {
              world.shared().cache().keep(answer);
              return Optional.of(answer);
            });
        assert kept.isEmpty() || kept.get() == answer;
      }

      @Override
      public void forget(AccountId account) {
        world.shared().cache().forget(account);
      }
    };
  }

  PaidReplies paid() {
    return new PaidReplies() {
      @Override
      public Optional<PaidReply> find(String requestHash) {
        world.scheduler.letGo();
        return world.paid.find(requestHash);
      }

      @Override
      public boolean keep(String requestHash, PaidReply reply) {
        world.scheduler.letGo();
        return world.paid.keep(requestHash, reply);
      }
    };
  }
}
