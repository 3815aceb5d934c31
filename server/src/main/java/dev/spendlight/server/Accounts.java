package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.report.PerformanceStore;
import io.helidon.http.Status;
import java.util.function.Supplier;

/// Questions to the store about one account, and what is said where it has no answer: 404 where
/// there is no such account, 409 where it has no data yet, 422 where it has none for what was
/// asked.
final class Accounts {
  private final PerformanceStore store;
  private final Work work;

  Accounts(PerformanceStore store, Work work) {
    this.store = store;
    this.work = work;
  }

  /// @param question to the store, which may find that there is no answer
  <T> T answer(Call call, AccountId account, Supplier<T> question) {
    return answer(work, call, account, question);
  }

  /// The same on other threads.
  <T> T answer(Work threads, Call call, AccountId account, Supplier<T> question) {
    return threads.done(
        call.deadline(),
        () -> {
          try {
            return question.get();
          } catch (UnanswerableException e) {
            throw refusal(account, String.valueOf(e.getMessage()));
          }
        });
  }

  private Refusal refusal(AccountId account, String sentence) {
    if (store.settings(account).isEmpty()) {
      return unknown(account);
    }
    return new Refusal(
        store.deliveries(account).isEmpty()
            ? Status.CONFLICT_409
            : Status.UNPROCESSABLE_CONTENT_422,
        sentence);
  }

  /// Names no other account: whoever asks may have no business with those.
  static Refusal unknown(AccountId account) {
    return new Refusal(Status.NOT_FOUND_404, "There is no account %s.".formatted(account));
  }
}
