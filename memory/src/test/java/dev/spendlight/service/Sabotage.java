package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.limit.AnalysisLimit;
import dev.spendlight.limit.AnalysisLimit.Taking;
import dev.spendlight.limit.Budget;
import dev.spendlight.model.NanoDollars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mistakes that somebody might make, for finding out whether they would be found.
enum Sabotage {
  NONE(""),

  /// Looks whether there is one left, and takes it a moment later.
  CHECK_THEN_ACT_LIMIT("fresh analyses of") {
    private final Map<SimulatedWorld, Map<AccountId, List<Instant>>> worlds = new HashMap<>();

    @Override
    AnalysisLimit limit(AnalysisLimit right, SimulatedWorld world) {
      return account -> {
        List<Instant> taken;
        synchronized (worlds) {
          taken =
              worlds
                  .computeIfAbsent(world, fresh -> new HashMap<>())
                  .computeIfAbsent(account, fresh -> new ArrayList<>());
        }
        Instant hourAgo = world.scheduler.now().minus(SimulatedWorld.RATE.period());
        long recent = taken.stream().filter(each -> each.isAfter(hourAgo)).count();
        world.scheduler.letGo();
        if (recent >= SimulatedWorld.RATE.analyses()) {
          return right.take(account) instanceof Taking.Refused refused
              ? refused
              : new Taking.Refused(SimulatedWorld.RATE.period());
        }
        taken.add(world.scheduler.now());
        return new Taking.Taken();
      };
    }
  },

  /// Sets money aside and never says what it cost.
  FORGOTTEN_SETTLE("refused without need") {
    @Override
    Budget budget(Budget right) {
      return new Budget() {
        @Override
        public Reservation reserve(String call, AccountId account, NanoDollars most) {
          return right.reserve(call, account, most);
        }

        @Override
        public void settle(String call, NanoDollars bill) {}

        @Override
        public List<Open> open() {
          return right.open();
        }

        @Override
        public Spent spent(AccountId account) {
          return right.spent(account);
        }
      };
    }
  },

  /// Finds an answer by the account alone, whatever its data are now.
  KEY_WITHOUT_FINGERPRINT("the newest data") {
    @Override
    AnalysisCache cache(AnalysisCache right) {
      return new AnalysisCache() {
        private AnswerKey cut(AnswerKey key) {
          return new AnswerKey(key.account(), key.asked(), "");
        }

        @Override
        public Optional<CachedAnswer> find(AnswerKey key) {
          return right.find(cut(key));
        }

        @Override
        public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
          return right.latest(account, asked);
        }

        @Override
        public void keep(CachedAnswer answer) {
          right.keep(
              new CachedAnswer(
                  cut(answer.key()),
                  answer.dataVersion(),
                  answer.result(),
                  answer.words(),
                  answer.again()));
        }

        @Override
        public void forget(AccountId account) {
          right.forget(account);
        }
      };
    }
  };

  private final String symptom;

  Sabotage(String symptom) {
    this.symptom = symptom;
  }

  /// What it is found by.
  String symptom() {
    return symptom;
  }

  AnalysisLimit limit(AnalysisLimit right, SimulatedWorld world) {
    return right;
  }

  Budget budget(Budget right) {
    return right;
  }

  AnalysisCache cache(AnalysisCache right) {
    return right;
  }
}
