package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.history.AccountView;
import dev.spendlight.service.IntelligenceService.Judgement;
import java.time.LocalDate;
import java.util.Optional;

/// Works out what an account's figures say.
interface Judge {

  /// Another one for whatever changed of the account: see
  /// [dev.spendlight.report.PerformanceStore#revision].
  String revision(AccountId account);

  /// What an answer rests on. Quick.
  ///
  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  AccountView open(AccountId account, Optional<LocalDate> day);

  /// Summary, findings and facts.
  Judgement judge(AccountView view);
}
