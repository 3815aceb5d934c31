package dev.spendlight.limit;

import dev.spendlight.account.AccountId;
import dev.spendlight.model.NanoDollars;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Money for models, for an account and for the whole service, by day (UTC, by the store's clock).
/// Set aside before a call at its worst case, settled afterwards with its bill: what is settled and
/// what is set aside together are never over a limit.
///
/// What a call that nobody settles had set aside stays so, and with it the most that it can have
/// cost, until [#settle] is told otherwise.
public interface Budget {
  /// Pays for everything and remembers nothing.
  Budget NONE =
      new Budget() {
        @Override
        public Reservation reserve(String call, AccountId account, NanoDollars most) {
          return new Reservation.Held();
        }

        @Override
        public void settle(String call, NanoDollars bill) {}

        @Override
        public List<Open> open() {
          return List.of();
        }

        @Override
        public Spent spent(AccountId account) {
          return new Spent(NanoDollars.ZERO, NanoDollars.ZERO);
        }

        @Override
        public boolean isLimited() {
          return false;
        }
      };

  /// Whether there is any limit. Without one a call whose price is unknown is paid for too.
  default boolean isLimited() {
    return true;
  }

  /// @param account a day; empty for no limit
  /// @param service of all accounts together a day; empty for no limit
  record Limits(Optional<NanoDollars> account, Optional<NanoDollars> service) {}

  enum Scope {
    ACCOUNT,
    SERVICE
  }

  /// Whether the money is there.
  sealed interface Reservation {
    record Held() implements Reservation {}

    /// @param scope whose limit has too little left
    record Refused(Scope scope) implements Reservation {}
  }

  /// A call that has money set aside.
  ///
  /// @param call its id
  /// @param day whose money it is
  record Open(String call, AccountId account, LocalDate day, NanoDollars most) {}

  /// Raises what is set aside for a call to an amount; what is set aside already counts towards it,
  /// and a smaller amount changes nothing. Refused only when limit minus settled minus set aside
  /// (that of this call apart) is below the amount, and then nothing changes.
  ///
  /// @param call an id of its own, at most 64 characters; those of later calls compare greater
  /// @param most that it may cost at worst
  /// @throws UnreachableException when the store that counts cannot be reached
  Reservation reserve(String call, AccountId account, NanoDollars most);

  /// Sets free what a call had set aside, and counts what it cost. A call that has nothing set
  /// aside (any more) is left alone, so that it may be told twice.
  ///
  /// @param bill at most what was set aside
  /// @throws UnreachableException when the store that counts cannot be reached
  void settle(String call, NanoDollars bill);

  /// All calls of today and yesterday that are not settled, by id.
  ///
  /// @throws UnreachableException when the store that counts cannot be reached
  List<Open> open();

  /// What is settled today, by account, and what is set aside.
  ///
  /// @throws UnreachableException when the store that counts cannot be reached
  Spent spent(AccountId account);

  /// @param account settled and set aside for the account today
  /// @param service for all accounts
  record Spent(NanoDollars account, NanoDollars service) {}

  /// What was paid on a day before this store began to count it, or forgot: read once a day, before
  /// the first reservation.
  interface Ledger {
    /// @param day in UTC
    /// @throws UnreachableException when nobody knows at the moment
    Booked of(LocalDate day);
  }

  /// @param settled by account, as billed
  /// @param open calls under way or never told of again, at worst
  record Booked(List<Paid> settled, List<Open> open) {
    public Booked {
      settled = List.copyOf(settled);
      open = List.copyOf(open);
    }
  }

  record Paid(AccountId account, NanoDollars amount) {}
}
