package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.prompt.PromptWriter;
import dev.spendlight.report.ReportKind;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the system prompt tells a model to write stands before the verifier.
class PromptPhrasesTest {
  private static final long SEED = 20261128;

  private static final AccountSummary SUMMARY =
      Shop.of(ReportKind.TARGETING, 30)
          .target("1", "100", MatchType.BROAD, 10, 0.1)
          .judge()
          .summary();

  private final Paraphrases phrases =
      Paraphrases.resource(PromptWriter.class, "system-%s.txt".formatted(PromptWriter.VERSION));

  @Test
  void draftsOfThePhrasesInThePromptPass() {
    Random random = new Random(SEED);
    Set<Paraphrases.Line> used = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      List<FindingKind> kinds = new ArrayList<>(List.of(FindingKind.values()));
      Collections.shuffle(kinds, random);
      FactSheet sheet = new RandomSheet(random).of(SUMMARY, kinds.subList(0, random.nextInt(7)));
      TrueDrafts.Draft draft = new TrueDrafts(sheet, phrases, random).write();
      assertThat(new Grounding(sheet, TrueDrafts.WORDING).check(draft.draft()))
          .as("seed %d, draft %d: %s", SEED, i, draft.draft())
          .isInstanceOf(Grounding.Outcome.Grounded.class);
      draft.texts().forEach(each -> used.add(each.line()));
    }
    assertThat(phrases.all()).as("each was tried").allMatch(each -> isTried(each, used));
  }

  /// What a draft opens its middle with is the issue of its first finding.
  private static boolean isTried(Paraphrases.Line line, Set<Paraphrases.Line> used) {
    return used.stream().anyMatch(each -> each.text().equals(line.text()));
  }
}
