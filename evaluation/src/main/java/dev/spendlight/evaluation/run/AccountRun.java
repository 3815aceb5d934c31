package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.baseline.AccountDays;
import dev.spendlight.evaluation.score.AccountScore;
import dev.spendlight.evaluation.score.Matching;
import dev.spendlight.evaluation.score.Verdicts;
import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.ReportMorning;
import dev.spendlight.history.AccountView;
import dev.spendlight.report.PerformanceStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// One account from folder to scores.
///
/// @param stores where it is imported
/// @param methods who are asked
public record AccountRun(AccountStores stores, List<Method> methods) {

  /// One score a method, in their order.
  ///
  /// @param everyMorning whether accounts with incidents are judged on every morning too
  public List<AccountScore> score(AccountSource source, boolean everyMorning) {
    AccountFolder described = source.describe();
    AccountFolder account = everyMorning ? described.withEveryMorning() : described;
    List<NavigableMap<LocalDate, Verdicts>> mornings = new ArrayList<>();
    methods.forEach(method -> mornings.add(new TreeMap<>()));
    try (PerformanceStore store = stores.open(source, account)) {
      for (ReportMorning each : account.judged()) {
        AccountDays days = days(store, account, each.asOf());
        Matching matching = new Matching(account.truths(), account.neutrals(), days.spend());
        Method.Morning morning = new Method.Morning(store, account.account(), each.asOf(), days);
        for (int i = 0; i < methods.size(); i++) {
          mornings.get(i).put(each.asOf(), matching.judge(methods.get(i).claims(morning)));
        }
      }
    }
    return mornings.stream().map(each -> new AccountScore(account, each)).toList();
  }

  /// What the thresholds of fixed rules are chosen on.
  public RuleTuning.Sample sample(AccountSource source) {
    AccountFolder account = source.describe();
    try (PerformanceStore store = stores.open(source, account)) {
      AccountDays days = days(store, account, account.judged().getLast().asOf());
      return new RuleTuning.Sample(
          days, new Matching(account.truths(), account.neutrals(), days.spend()));
    }
  }

  private static AccountDays days(PerformanceStore store, AccountFolder account, LocalDate asOf) {
    AccountView view = AccountView.open(store, account.account(), Optional.of(asOf));
    return new AccountDaysReader(store, view).read();
  }
}
