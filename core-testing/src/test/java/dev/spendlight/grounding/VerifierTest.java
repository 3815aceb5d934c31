package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.grounding.Corruption.Family;
import dev.spendlight.grounding.Grounding.Outcome;
import dev.spendlight.grounding.TrueDrafts.Draft;
import dev.spendlight.report.ReportKind;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.testing.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Thousands of true drafts pass, and thousands of spoilt ones do not.
///
/// The figures are printed by class. Those of the held-out paraphrases, whose words the lexicon was
/// not made from, are printed beside; they say what a model's own words may expect.
class VerifierTest {
  private static final long SEED = 20260331;
  private static final int DRAFTS = 2_000;
  private static final int SPOILT_A_FAMILY = 450;

  private static final AccountSummary SUMMARY =
      Shop.of(ReportKind.TARGETING, 30)
          .target("1", "100", MatchType.BROAD, 10, 0.1)
          .judge()
          .summary();

  private final Paraphrases known = Paraphrases.read("known");
  private final Paraphrases heldOut = Paraphrases.read("held-out");

  private static FactSheet sheet(Random random) {
    List<FindingKind> kinds = new ArrayList<>(List.of(FindingKind.values()));
    Collections.shuffle(kinds, random);
    return new RandomSheet(random).of(SUMMARY, kinds.subList(0, random.nextInt(7)));
  }

  private static Outcome check(FactSheet sheet, AnalysisDraft draft) {
    return new Grounding(sheet, TrueDrafts.WORDING).check(draft);
  }

  /// Texts and drafts of one paraphrase file, and how many of them passed.
  private record Passed(int drafts, int ofDrafts, int texts, int ofTexts) {
    double shareOfDrafts() {
      return drafts / (double) ofDrafts;
    }
  }

  private static Passed passed(String name, Paraphrases paraphrases) {
    Random random = new Random(SEED);
    Map<String, Integer> reasons = new TreeMap<>();
    int drafts = 0;
    int texts = 0;
    int violating = 0;
    for (int i = 0; i < DRAFTS; i++) {
      FactSheet sheet = sheet(random);
      Draft draft = new TrueDrafts(sheet, paraphrases, random).write();
      texts += draft.texts().size();
      switch (check(sheet, draft.draft())) {
        case Outcome.Grounded any -> drafts++;
        case Outcome.Rejected(List<Violation> violations) -> {
          violating += (int) violations.stream().map(Violation::where).distinct().count();
          violations.forEach(
              each -> reasons.merge(each.reason().replaceAll("[0-9]+", "#"), 1, Integer::sum));
        }
      }
    }
    Passed passed = new Passed(drafts, DRAFTS, texts - violating, texts);
    System.out.printf("seed %d, %s: %s%n", SEED, name, passed);
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(10)
        .forEach(each -> System.out.println("  " + each.getValue() + " " + each.getKey()));
    return passed;
  }

  @Test
  void trueDraftsPass() {
    assertThat(passed("known words", known).shareOfDrafts()).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void mostTrueTextsPassInWordsThatTheLexiconWasNotMadeFrom() {
    Passed passed = passed("held-out words", heldOut);
    assertThat(passed.texts() / (double) passed.ofTexts()).isGreaterThan(0.7);
  }

  /// Families that need no word of the lexicon to be seen, whatever words spoil a draft.
  private static final Set<Family> BY_STRUCTURE =
      EnumSet.of(
          Family.UNIT, Family.SIGN, Family.DIRECTION, Family.METRIC, Family.ENTITY, Family.ACTION);

  /// Of the others a sixth may pass: words that nobody listed.
  private static final int MOST_UNLISTED = SPOILT_A_FAMILY / 6;

  /// How many of a family were made, and how many of them passed.
  private static Map<Family, int[]> spoilt(String name, Paraphrases truth, Paraphrases falsehood) {
    Random random = new Random(SEED);
    Map<Family, int[]> counts = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      int[] count = counts.computeIfAbsent(family, any -> new int[2]);
      while (count[0] < SPOILT_A_FAMILY) {
        FactSheet sheet = sheet(random);
        TrueDrafts writer = new TrueDrafts(sheet, truth, random);
        Draft draft = writer.write();
        Optional<Corruption> corruption =
            new Corruptions(sheet, writer, falsehood, random).of(draft, family);
        if (corruption.isEmpty()) {
          continue;
        }
        count[0]++;
        if (check(sheet, corruption.get().draft()) instanceof Outcome.Grounded) {
          count[1]++;
        }
      }
    }
    System.out.printf("seed %d, spoilt with %s (accepted of made):%n", SEED, name);
    counts.forEach(
        (family, count) -> System.out.printf("  %-12s %d of %d%n", family, count[1], count[0]));
    return counts;
  }

  @Test
  void spoiltDraftsDoNotPass() {
    spoilt("known words", known, known)
        .forEach((family, count) ->
            assertThat(count[1])
                .as("accepted of %d spoilt by %s", count[0], family)
                .isLessThanOrEqualTo(family.isOpen() ? count[0] / 100 : 0));
  }

  @Test
  void fewPassThatAreSpoiltWithWordsThatTheLexiconWasNotMadeFrom() {
    spoilt("held-out words", known, heldOut)
        .forEach((family, count) ->
            assertThat(count[1])
                .as("accepted of %d spoilt by %s", count[0], family)
                .isLessThanOrEqualTo(BY_STRUCTURE.contains(family) ? 0 : MOST_UNLISTED));
  }
}
