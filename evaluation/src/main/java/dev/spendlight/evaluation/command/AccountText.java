package dev.spendlight.evaluation.command;

import dev.spendlight.evaluation.score.AccountScore;
import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.evaluation.score.Verdict;
import dev.spendlight.evaluation.score.Verdicts;
import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.evaluation.truth.Truth;
import dev.spendlight.finding.FindingKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One account for those who want to know why: every claim and what became of it, every truth that
/// was missed.
final class AccountText {
  private static final String EVIDENCE = "              ";
  private static final double SAME_PLACE = 0.5;

  private AccountText() {}

  static List<String> lines(AccountScore score) {
    return score.account().clean() ? clean(score) : incidents(score);
  }

  private static List<String> incidents(AccountScore score) {
    Verdicts last = score.last();
    List<String> lines = new ArrayList<>();
    lines.add(
        title(
            score.account(),
            score.mornings().lastKey().toString(),
            "%d of %d found, %d wrong"
                .formatted(
                    last.right().size(),
                    last.right().size() + last.missed().size(),
                    last.wrong().size())));
    for (int rank = 0; rank < last.claims().size(); rank++) {
      lines.addAll(verdict(last.claims().get(rank), rank + 1, last));
    }
    for (Truth truth : last.missed()) {
      lines.add("  MISSED      " + truth(truth));
      lines.add(
          "%s%d targets that spent %,.2f in two weeks"
              .formatted(
                  EVIDENCE, truth.targetIds().size(), last.spend().total(truth.targetIds())));
    }
    return lines;
  }

  private static List<String> clean(AccountScore score) {
    List<String> lines = new ArrayList<>();
    lines.add(
        title(
            score.account(),
            "%d mornings to %s".formatted(score.mornings().size(), score.mornings().lastKey()),
            "%d false alarms".formatted(score.alarms().size())));
    Set<String> seen = new HashSet<>();
    for (Map.Entry<LocalDate, Verdicts> morning : score.mornings().entrySet()) {
      for (Verdict.Wrong wrong : morning.getValue().wrong()) {
        Claim claim = wrong.claim();
        if (seen.add(claim.kind() + claim.subject().id())) {
          lines.add("  ALARM       %s, first on %s".formatted(claim(claim), morning.getKey()));
          lines.add(EVIDENCE + claim.evidence());
        }
      }
    }
    return lines;
  }

  private static String title(AccountFolder account, String when, String outcome) {
    return "%s, seed %d, %s: %s  [%s, target %s, margin %s]"
        .formatted(
            account.title(),
            account.seed(),
            when,
            outcome,
            account.settings().marketplace().map(Enum::name).orElse("no marketplace"),
            account.settings().targetAcos().map(Object::toString).orElse("untold"),
            account.settings().margin().map(Object::toString).orElse("untold"));
  }

  private static List<String> verdict(Verdict verdict, int rank, Verdicts all) {
    String number = "%-3s".formatted("#" + rank);
    String claim = claim(verdict.claim());
    String evidence = EVIDENCE + verdict.claim().evidence();
    return switch (verdict) {
      case Verdict.Right right ->
          List.of(
              "  FOUND   " + number + " " + claim,
              EVIDENCE
                  + "truth: "
                  + truth(right.truth())
                  + ", overlap "
                  + Columns.figure(right.overlap()),
              evidence);
      case Verdict.Excused excused ->
          List.of(
              "  EXCUSED " + number + " " + claim, EVIDENCE + excused.neutral().why(), evidence);
      case Verdict.Wrong wrong ->
          List.of("  WRONG   " + number + " " + claim, EVIDENCE + place(wrong, all), evidence);
    };
  }

  /// What is near a wrong claim.
  private static String place(Verdict.Wrong wrong, Verdicts all) {
    if (wrong.related().isPresent()) {
      return "told already: " + truth(wrong.related().get());
    }
    Claim claim = wrong.claim();
    return all.missed().stream()
        .filter(each ->
            all.spend().shareWithin(claim.targetIds(), each.targetIds()) >= SAME_PLACE
                || all.spend().shareWithin(each.targetIds(), claim.targetIds()) >= SAME_PLACE)
        .findFirst()
        .map(each -> "missed in the same place: " + truth(each))
        .orElse("nothing is the matter there");
  }

  private static String claim(Claim claim) {
    return "%s, %s a week%s, %d targets"
        .formatted(
            thing(claim.kind(), claim.subject()),
            money(claim.weeklyImpact()),
            claim.onset().map(each -> " since " + each).orElse(""),
            claim.targetIds().size());
  }

  private static String truth(Truth truth) {
    return "%s, %s a week%s"
        .formatted(
            thing(truth.kind(), truth.subject()),
            money(truth.weeklyImpact()),
            truth.onset().map(each -> " since " + each).orElse(""));
  }

  private static String thing(FindingKind kind, Subject subject) {
    return "%s of %s \"%s\" (%s)"
        .formatted(kind.key(), subject.type(), subject.name(), subject.id());
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }
}
