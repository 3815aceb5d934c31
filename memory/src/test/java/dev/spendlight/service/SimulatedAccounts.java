package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.history.AccountView;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.testing.DraftJson;
import dev.spendlight.testing.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Accounts whose data change from version to version, judged beforehand: mostly other figures of
/// the same findings, now and then other findings. Each has a twin with the same figures, about
/// which a model is asked the very same.
final class SimulatedAccounts {
  static final int ACCOUNTS = 4;
  static final int VERSIONS = 7;

  private final Map<AccountId, List<Version>> versions = new HashMap<>();
  private final Map<String, Version> byPrompt = new HashMap<>();
  private final Map<FactSheet, AnalysisDraft> drafts = new HashMap<>();

  /// @param number counts from 1, as imports do
  record Version(
      AccountId account,
      int number,
      Judgement judgement,
      String fingerprint,
      Set<Fact> facts,
      String reply) {}

  SimulatedAccounts(ModelAnalyst.Settings settings) {
    for (int account = 0; account < ACCOUNTS; account++) {
      AccountId id = new AccountId("account-" + account);
      List<Version> all = new ArrayList<>();
      for (int number = 1; number <= VERSIONS; number++) {
        Version version = version(id, account, number);
        all.add(version);
        byPrompt.put(prompt(settings, version.judgement()), version);
        drafts.put(
            version.judgement().sheet(), new RulesAnalyst().write(version.judgement().sheet()));
      }
      versions.put(id, all);
    }
  }

  static String prompt(ModelAnalyst.Settings settings, Judgement judgement) {
    return ModelAnalyst.request(settings, judgement).turns().getFirst().text();
  }

  private static Version version(AccountId id, int account, int number) {
    String dead = "k" + (1 + number / 3);
    Shop shop = Shop.of(ReportKind.TARGETING, 60);
    for (int target = 1; target <= 4; target++) {
      String name = "k" + target;
      shop.target(
          "c" + account,
          name,
          MatchType.EXACT,
          10 + account / 2 + (target == 4 ? number : 0),
          name.equals(dead) ? 0 : 0.1);
    }
    Judgement judged = shop.judge();
    AccountView view = judged.view();
    List<Delivery> deliveries =
        view.deliveries().stream()
            .map(each ->
                new Delivery(
                    number,
                    each.pulled(),
                    each.kind(),
                    each.grain(),
                    each.period(),
                    each.days(),
                    each.carried(),
                    each.hasIds()))
            .toList();
    AccountView own =
        new AccountView(id, view.settings(), deliveries, view.asOf(), view.attribution());
    Judgement judgement =
        new Judgement(
            own,
            judged.summary(),
            judged.findings(),
            judged.sheet(),
            judged.tags(),
            judged.wording());
    return new Version(
        id,
        number,
        judgement,
        Fingerprint.of(own),
        new HashSet<>(judged.sheet().facts()),
        DraftJson.of(new RulesAnalyst().write(judged.sheet()), judged.findings()));
  }

  List<AccountId> ids() {
    return versions.keySet().stream().sorted().toList();
  }

  Version version(AccountId account, int number) {
    return versions.getOrDefault(account, List.of()).get(number - 1);
  }

  /// A version that a prompt tells of; its twin's is told of in the same words.
  Version of(String prompt) {
    Version version = byPrompt.get(prompt);
    if (version == null) {
      throw new AssertionError("Nobody was to be asked this: " + prompt);
    }
    return version;
  }

  /// What the rules say, written once.
  AnalysisDraft draft(FactSheet sheet) {
    return drafts.getOrDefault(
        sheet,
        new AnalysisDraft(
            dev.spendlight.analysis.OverallHealth.GOOD, List.of(), List.of(), List.of()));
  }
}
