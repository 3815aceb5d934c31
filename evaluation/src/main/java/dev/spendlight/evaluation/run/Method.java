package dev.spendlight.evaluation.run;

import dev.spendlight.account.AccountId;
import dev.spendlight.evaluation.baseline.AccountDays;
import dev.spendlight.evaluation.baseline.FixedRules;
import dev.spendlight.evaluation.baseline.NaiveRule;
import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.finding.Detectors;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Somebody who says what is the matter.
public sealed interface Method {
  String name();

  /// Most important first.
  List<Claim> claims(Morning morning);

  /// What may be looked at.
  ///
  /// @param days the same data, as fixed rules read it
  record Morning(PerformanceStore store, AccountId account, LocalDate asOf, AccountDays days) {}

  /// The product.
  record ProductFindings(InstantSource clock) implements Method {
    @Override
    public String name() {
      return "findings";
    }

    @Override
    public List<Claim> claims(Morning morning) {
      return Claims.of(
          new IntelligenceService(morning.store(), Detectors.standard(), new RulesAnalyst(), clock)
              .judge(morning.account(), Optional.of(morning.asOf()))
              .findings()
              .findings());
    }
  }

  /// [NaiveRule].
  record Naive() implements Method {
    @Override
    public String name() {
      return "naive";
    }

    @Override
    public List<Claim> claims(Morning morning) {
      return NaiveRule.claims(morning.days());
    }
  }

  /// [FixedRules].
  record Rules(FixedRules rules) implements Method {
    @Override
    public String name() {
      return "fixed rules";
    }

    @Override
    public List<Claim> claims(Morning morning) {
      return rules.claims(morning.days());
    }
  }
}
