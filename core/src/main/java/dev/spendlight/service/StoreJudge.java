package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.BrandWords;
import dev.spendlight.finding.CaseFile;
import dev.spendlight.finding.Detectors;
import dev.spendlight.finding.Findings;
import dev.spendlight.finding.TermClass;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.NameResolution;
import dev.spendlight.prompt.Tags;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.PerformanceStore.Hold;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.summary.Summaries;
import java.time.LocalDate;
import java.util.Optional;

/// Reads an account from its store and examines it.
record StoreJudge(PerformanceStore store, Detectors detectors, Threads threads) implements Judge {

  @Override
  public String revision(AccountId account) {
    return store.revision(account);
  }

  @Override
  public AccountView open(AccountId account, Optional<LocalDate> day) {
    return threads.brieflyInStore(() -> {
      try (Hold _ = store.hold(account)) {
        return AccountView.open(store, account, day);
      }
    });
  }

  @Override
  public Judgement judge(AccountView view) {
    return threads.inStore(() -> {
      try (Hold _ = store.hold(view.account())) {
        return examined(view);
      }
    });
  }

  private Judgement examined(AccountView view) {
    NameResolution names = new NameResolution(store.identities(view.account()));
    AccountSummary summary = new Summaries(store).week(view, names);
    CaseFile file = CaseFile.open(store, view, names, summary);
    Findings findings = detectors.examine(file);
    FactSheet sheet = FactSheet.of(summary, findings, AccountFigures.of(view, summary, findings));
    // Not the case file itself: a judgement is held for as long as a model is waited for.
    BrandWords brands = file.brandWords();
    return new Judgement(
        view,
        summary,
        findings,
        sheet,
        new Tags(text -> brands.of(text) == TermClass.BRAND_LIKE, file.productIds()),
        new Wording(MoneyFormat.of(view.settings()), summary.asOf()));
  }
}
