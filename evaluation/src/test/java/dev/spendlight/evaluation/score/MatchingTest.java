package dev.spendlight.evaluation.score;

import static dev.spendlight.evaluation.score.Examples.campaign;
import static dev.spendlight.evaluation.score.Examples.claim;
import static dev.spendlight.evaluation.score.Examples.judge;
import static dev.spendlight.evaluation.score.Examples.term;
import static dev.spendlight.evaluation.score.Examples.truth;
import static dev.spendlight.finding.FindingKind.BID_TOO_HIGH;
import static dev.spendlight.finding.FindingKind.BLEEDING;
import static dev.spendlight.finding.FindingKind.CONVERSION_COLLAPSE;
import static dev.spendlight.finding.FindingKind.DATA_MISSING;
import static dev.spendlight.finding.FindingKind.LAUNCH_OUTPERFORMING;
import static dev.spendlight.finding.FindingKind.LAUNCH_UNDERPERFORMING;
import static dev.spendlight.finding.FindingKind.MARKET_SHIFT;
import static dev.spendlight.finding.FindingKind.WASTED_SEARCH_TERM;
import static dev.spendlight.finding.FindingKind.ZERO_CONVERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.evaluation.truth.Neutral;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.evaluation.truth.Truth;
import dev.spendlight.finding.FindingKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchingTest {

  @Test
  void aClaimIsRightWhenHalfOfTheSpendIsCommon() {
    Truth truth = truth(BLEEDING, campaign("1"), 50, "a", "b", "c");
    // 100 of 200 is common: just enough.
    Verdicts verdicts = judge(List.of(truth), List.of(), claim(BLEEDING, campaign("1"), 40, "a"));
    assertThat(verdicts.right())
        .singleElement()
        .satisfies(right -> {
          assertThat(right.truth()).isEqualTo(truth);
          assertThat(right.overlap()).isEqualTo(0.5);
        });
    assertThat(verdicts.missed()).isEmpty();
  }

  @Test
  void aClaimIsWrongWhenLessThanHalfOfTheSpendIsCommon() {
    Truth truth = truth(BLEEDING, campaign("1"), 50, "a", "b", "c", "d");
    Verdicts verdicts = judge(List.of(truth), List.of(), claim(BLEEDING, campaign("1"), 40, "a"));
    assertThat(verdicts.right()).isEmpty();
    assertThat(verdicts.wrong()).hasSize(1);
    assertThat(verdicts.missed()).containsExactly(truth);
  }

  @Test
  void targetsAreCountedWhereNothingWasSpent() {
    Truth truth = truth(BLEEDING, campaign("1"), 50, "e", "f");
    assertThat(judge(List.of(truth), List.of(), claim(BLEEDING, campaign("1"), 40, "e")).right())
        .hasSize(1);
  }

  @Test
  void bleedingAndConversionCollapseAreOneFamily() {
    Truth truth = truth(CONVERSION_COLLAPSE, new Subject("product", "B01", "Peeler"), 50, "a");
    assertThat(judge(List.of(truth), List.of(), claim(BLEEDING, campaign("1"), 40, "a")).right())
        .hasSize(1);
  }

  @Test
  void goodAndBadLaunchesAreNot() {
    Truth truth = truth(LAUNCH_OUTPERFORMING, campaign("1"), 50, "a");
    assertThat(
            judge(List.of(truth), List.of(), claim(LAUNCH_UNDERPERFORMING, campaign("1"), 40, "a"))
                .right())
        .isEmpty();
  }

  @Test
  void ofSearchTermsTheTextMustAgreeTooWhateverItsCase() {
    Truth truth = truth(WASTED_SEARCH_TERM, term("a", "free peeler"), 50, "a");
    assertThat(
            judge(
                    List.of(truth),
                    List.of(),
                    claim(WASTED_SEARCH_TERM, term("a", "used peeler"), 40, "a"),
                    claim(WASTED_SEARCH_TERM, term("a", "Free Peeler"), 40, "a"))
                .right())
        .singleElement()
        .satisfies(right -> assertThat(right.claim().subject().name()).isEqualTo("Free Peeler"));
  }

  @Test
  void theLargestOverlapIsTakenFirst() {
    Truth narrow = truth(BLEEDING, campaign("1"), 50, "a", "b");
    Truth wide = truth(BLEEDING, campaign("2"), 50, "a", "b", "c");
    // The first claim could have either; the second only the wide one, and fits it better.
    Verdicts verdicts =
        judge(
            List.of(wide, narrow),
            List.of(),
            claim(BLEEDING, campaign("1"), 40, "a", "b"),
            claim(BLEEDING, campaign("2"), 40, "a", "b", "c"));
    assertThat(verdicts.right()).extracting(Verdict.Right::truth).containsExactly(narrow, wide);
  }

  @Test
  void aSecondClaimOfTheSameTruthIsWrongAndRelated() {
    Truth truth = truth(BLEEDING, campaign("1"), 50, "a", "b");
    Verdicts verdicts =
        judge(
            List.of(truth),
            List.of(),
            claim(BLEEDING, campaign("1"), 40, "a", "b"),
            claim(CONVERSION_COLLAPSE, campaign("1"), 40, "a", "b"),
            claim(BID_TOO_HIGH, new Subject("keyword", "a", "peeler"), 40, "a"),
            claim(BID_TOO_HIGH, new Subject("keyword", "c", "knife"), 40, "c"));
    assertThat(verdicts.right()).hasSize(1);
    assertThat(verdicts.wrong())
        .extracting(Verdict.Wrong::related)
        .containsExactly(Optional.of(truth), Optional.of(truth), Optional.empty());
    assertThat(Counts.of(verdicts)).isEqualTo(new Counts(1, 1, 3, 2, 0));
  }

  @Test
  void aClaimWithinAMissedTruthIsNotRelated() {
    Truth truth = truth(BLEEDING, campaign("1"), 50, "a", "b");
    Verdicts verdicts =
        judge(List.of(truth), List.of(), claim(ZERO_CONVERSION, campaign("1"), 40, "a"));
    assertThat(verdicts.wrong())
        .extracting(Verdict.Wrong::related)
        .containsExactly(Optional.empty());
  }

  @Test
  void aNeutralExcusesItsOwnKindOnly() {
    Neutral neutral = neutral(Optional.of(BID_TOO_HIGH), campaign("1"), "a");
    assertThat(excused(neutral, claim(BID_TOO_HIGH, campaign("1"), 1, "a"))).isTrue();
    assertThat(excused(neutral, claim(BLEEDING, campaign("1"), 1, "a"))).isFalse();
  }

  @Test
  void aNeutralWithoutAKindExcusesAnyKind() {
    Neutral neutral = neutral(Optional.empty(), campaign("1"), "a");
    assertThat(excused(neutral, claim(BLEEDING, campaign("1"), 1, "a"))).isTrue();
    assertThat(excused(neutral, claim(BLEEDING, campaign("2"), 1, "b"))).isFalse();
  }

  @Test
  void aNeutralCampaignExcusesWhatLiesWithinItAndANeutralKeywordDoesNot() {
    Claim within = claim(ZERO_CONVERSION, new Subject("keyword", "d", "knife"), 1, "d");
    assertThat(excused(neutral(Optional.empty(), campaign("1"), "a", "d"), within)).isTrue();
    assertThat(
            excused(
                neutral(Optional.empty(), new Subject("keyword", "a", "knife"), "a", "d"), within))
        .isFalse();
  }

  @Test
  void aNeutralSearchTermExcusesNoOther() {
    Neutral neutral = neutral(Optional.of(WASTED_SEARCH_TERM), term("a", "free peeler"), "a");
    assertThat(excused(neutral, claim(WASTED_SEARCH_TERM, term("a", "free peeler"), 1, "a")))
        .isTrue();
    assertThat(excused(neutral, claim(WASTED_SEARCH_TERM, term("a", "used peeler"), 1, "a")))
        .isFalse();
  }

  @Test
  void aClaimWithoutTargetsIsNotExcusedByEveryCampaign() {
    assertThat(
            excused(
                neutral(Optional.empty(), campaign("1"), "a"), claim(BLEEDING, campaign("2"), 1)))
        .isFalse();
  }

  @Test
  void aTruthComesBeforeANeutral() {
    Truth truth = truth(BLEEDING, campaign("1"), 50, "a");
    Verdicts verdicts =
        judge(
            List.of(truth),
            List.of(neutral(Optional.empty(), campaign("1"), "a")),
            claim(BLEEDING, campaign("1"), 40, "a"));
    assertThat(Counts.of(verdicts)).isEqualTo(new Counts(1, 1, 0, 0, 0));
  }

  @Test
  void contextIsCountedApart() {
    Subject account = new Subject("account", "s0001", "s0001");
    Verdicts verdicts =
        judge(
            List.of(truth(DATA_MISSING, account, 0)),
            List.of(),
            claim(DATA_MISSING, account, 0),
            claim(DATA_MISSING, account, 0),
            claim(MARKET_SHIFT, account, 0));
    assertThat(verdicts.claims()).isEmpty();
    assertThat(verdicts.missed()).isEmpty();
    assertThat(verdicts.context()).isEqualTo(new ContextCount(1, 3, 1));
  }

  private static Neutral neutral(Optional<FindingKind> kind, Subject subject, String... targets) {
    return new Neutral(
        kind, Optional.of(subject), Set.of(targets), "true ACOS is 1.4 times the target");
  }

  private static boolean excused(Neutral neutral, Claim claim) {
    return judge(List.of(), List.of(neutral), claim).wrong().isEmpty();
  }
}
