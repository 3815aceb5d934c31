package dev.spendlight.memory;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.Budget.Booked;
import dev.spendlight.limit.Budget.Limits;
import dev.spendlight.limit.Budget.Open;
import dev.spendlight.limit.Budget.Reservation;
import dev.spendlight.limit.Budget.Scope;
import dev.spendlight.limit.Budget.Spent;
import dev.spendlight.model.NanoDollars;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is settled and set aside on one day. For one thread at a time.
final class MoneyOfDay {
  private final LocalDate day;
  private final Map<String, Open> open = new TreeMap<>();

  /// Settled and set aside together.
  private final Map<AccountId, Long> byAccount = new HashMap<>();

  private long service;

  MoneyOfDay(LocalDate day, Booked booked) {
    this.day = day;
    booked.settled().forEach(paid -> add(paid.account(), paid.amount().value()));
    booked.open().forEach(each -> hold(each.call(), each.account(), each.most()));
  }

  boolean has(String call) {
    return open.containsKey(call);
  }

  Reservation reserve(String call, AccountId account, NanoDollars most, Limits limits) {
    long more = most.value() - held(call);
    if (more <= 0) {
      return new Reservation.Held();
    }
    if (lacks(limits.account(), of(account), more)) {
      return new Reservation.Refused(Scope.ACCOUNT);
    }
    if (lacks(limits.service(), service, more)) {
      return new Reservation.Refused(Scope.SERVICE);
    }
    hold(call, account, most);
    return new Reservation.Held();
  }

  void settle(String call, NanoDollars bill) {
    Open settled = open.remove(call);
    if (settled != null) {
      add(settled.account(), bill.value() - settled.most().value());
    }
  }

  Collection<Open> open() {
    return open.values();
  }

  Spent spent(AccountId account) {
    return new Spent(new NanoDollars(of(account)), new NanoDollars(service));
  }

  private void hold(String call, AccountId account, NanoDollars most) {
    long more = most.value() - held(call);
    open.put(call, new Open(call, account, day, most));
    add(account, more);
  }

  private long held(String call) {
    return Optional.ofNullable(open.get(call)).map(Open::most).map(NanoDollars::value).orElse(0L);
  }

  private long of(AccountId account) {
    return byAccount.getOrDefault(account, 0L);
  }

  private void add(AccountId account, long more) {
    byAccount.merge(account, more, Math::addExact);
    service = Math.addExact(service, more);
  }

  private static boolean lacks(Optional<NanoDollars> limit, long used, long more) {
    return limit.filter(most -> most.value() - used < more).isPresent();
  }
}
