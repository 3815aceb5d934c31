package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.MatchType;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.grounding.Grounding.Outcome;
import dev.spendlight.report.ReportKind;
import dev.spendlight.service.Shop;
import dev.spendlight.summary.AccountSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Thousands of true drafts pass, and thousands of spoiled ones do not.
class VerifierTest {
  private static final long SEED = 20260331;
  private static final AccountSummary SUMMARY =
      Shop.of(ReportKind.TARGETING, 30)
          .target("1", "100", MatchType.BROAD, 10, 0.1)
          .judge()
          .summary();

  static FactSheet sheet(Random random) {
    List<FindingKind> kinds = new ArrayList<>(List.of(FindingKind.values()));
    Collections.shuffle(kinds, random);
    return new RandomSheet(random).of(SUMMARY, kinds.subList(0, random.nextInt(6)));
  }

  static Outcome check(FactSheet sheet, TrueDrafts.Draft draft) {
    Wording wording =
        new Wording(dev.spendlight.grounding.MoneyFormat.of(AccountSettings.unset()), Shop.LAST);
    return new Grounding(sheet, wording).check(draft.draft());
  }

  private static double accepted(String name, int drafts) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    Paraphrases paraphrases = Paraphrases.read(name);
    int accepted = 0;
    Map<String, Integer> reasons = new TreeMap<>();
    for (int i = 0; i < drafts; i++) {
      FactSheet sheet = sheet(random);
      TrueDrafts.Draft draft = new TrueDrafts(sheet, paraphrases, random).write();
      switch (check(sheet, draft)) {
        case Outcome.Grounded any -> accepted++;
        case Outcome.Rejected(List<Violation> violations) ->
            violations.forEach(each ->
                reasons.merge(
                    template(draft, each) + " -> " + each.reason().replaceAll("[0-9]+", "#"),
                    1,
                    Integer::sum));
      }
    }
    System.out.printf("%s: %d of %d true drafts accepted%n", name, accepted, drafts);
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(40)
        .forEach(each -> System.out.println("  " + each.getValue() + " " + each.getKey()));
    return accepted / (double) drafts;
  }

  private static String template(TrueDrafts.Draft draft, Violation violation) {
    String w = violation.where();
    int n = w.contains("[") ? Integer.parseInt(w.replaceAll("[^0-9]", "")) : 0;
    List<TrueDrafts.Text> t = draft.texts();
    String piece =
        w.startsWith("key_insights")
            ? "insight"
            : w.endsWith("issue")
                ? "issue"
                : w.endsWith("recommendation")
                    ? "recommendation"
                    : w.endsWith("impact") ? "impact" : "summary";
    List<TrueDrafts.Text> l =
        t.stream()
            .filter(e ->
                piece.equals("summary")
                    ? List.of("opening", "middle", "closing", "quiet").contains(e.line().piece())
                    : e.line().piece().equals(piece))
            .toList();
    return n < l.size() ? piece + ": " + l.get(n).line().text() : w;
  }

  @Test
  void trueDraftsPass() {
    assertThat(accepted("known", 2_000)).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void trueDraftsInOtherWords() {
    assertThat(accepted("held-out", 2_000)).isGreaterThan(0);
  }
}
