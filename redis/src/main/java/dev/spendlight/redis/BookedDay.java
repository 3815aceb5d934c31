package dev.spendlight.redis;

import dev.spendlight.account.AccountId;
import dev.spendlight.limit.Budget.Booked;
import dev.spendlight.limit.Budget.Open;
import dev.spendlight.model.NanoDollars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of a day's hash ([BudgetScripts]), to and from.
final class BookedDay {
  static final String SERVICE = "service";
  private static final String ACCOUNT = "account:";
  private static final String CALL = "call:";

  private BookedDay() {}

  static String account(AccountId account) {
    return ACCOUNT + account.value();
  }

  /// Fields and values of what a ledger knows, in turns.
  static List<String> fields(Booked booked) {
    Map<String, String> calls = new LinkedHashMap<>();
    Map<String, Long> sums = new LinkedHashMap<>();
    sums.put(SERVICE, 0L);
    booked.settled().forEach(paid -> add(sums, paid.account(), paid.amount()));
    booked
        .open()
        .forEach(open -> {
          calls.put(CALL + open.call(), open.most().value() + " " + open.account());
          add(sums, open.account(), open.most());
        });
    List<String> fields = new ArrayList<>();
    sums.forEach((field, sum) -> fields.addAll(List.of(field, sum.toString())));
    calls.forEach((field, call) -> fields.addAll(List.of(field, call)));
    return fields;
  }

  /// The calls that are not settled.
  static List<Open> open(LocalDate day, Map<String, byte[]> fields) {
    List<Open> open = new ArrayList<>();
    fields.forEach((field, value) -> {
      if (field.startsWith(CALL)) {
        String text = Redis.text(value);
        int space = text.indexOf(' ');
        open.add(
            new Open(
                field.substring(CALL.length()),
                new AccountId(text.substring(space + 1)),
                day,
                new NanoDollars(Long.parseLong(text.substring(0, space)))));
      }
    });
    return open;
  }

  private static void add(Map<String, Long> sums, AccountId account, NanoDollars amount) {
    sums.merge(account(account), amount.value(), Math::addExact);
    sums.merge(SERVICE, amount.value(), Math::addExact);
  }
}
