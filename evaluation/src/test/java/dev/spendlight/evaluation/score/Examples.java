package dev.spendlight.evaluation.score;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.Neutral;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.evaluation.truth.Truth;
import dev.spendlight.finding.FindingKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Claims and truths made by hand.
final class Examples {
  /// Spends: a 100, b 60, c 40, d 10, e nothing.
  static final TargetSpend SPEND =
      new TargetSpend(Map.of("a", 100.0, "b", 60.0, "c", 40.0, "d", 10.0));

  private Examples() {}

  static Subject campaign(String id) {
    return new Subject("campaign", id, "Campaign " + id);
  }

  static Subject term(String target, String text) {
    return new Subject("search_term", target + ":" + text, text);
  }

  static Truth truth(FindingKind kind, Subject subject, double impact, String... targets) {
    return new Truth(kind, subject, Set.of(targets), Optional.empty(), impact);
  }

  static Claim claim(FindingKind kind, Subject subject, double impact, String... targets) {
    return new Claim(kind, subject, Set.of(targets), impact, Optional.empty(), "because");
  }

  static Verdicts judge(List<Truth> truths, List<Neutral> neutrals, Claim... claims) {
    return new Matching(truths, neutrals, SPEND).judge(List.of(claims));
  }

  static AccountScore account(
      boolean clean, List<Truth> truths, Map<LocalDate, Verdicts> mornings) {
    AccountFolder folder =
        new AccountFolder(
            Path.of("s0001"),
            new AccountId("s0001"),
            "test-1",
            "small",
            1,
            AccountSettings.unset(),
            clean,
            List.of(),
            truths,
            List.of());
    return new AccountScore(folder, new TreeMap<>(mornings));
  }

  static AccountScore account(List<Truth> truths, Claim... claims) {
    return account(
        false, truths, Map.of(LocalDate.of(2026, 2, 28), judge(truths, List.of(), claims)));
  }
}
