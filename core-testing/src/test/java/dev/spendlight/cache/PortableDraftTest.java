package dev.spendlight.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.testing.Shop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Words of one day said of the figures of another.
class PortableDraftTest {
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

  /// Of four keywords one never sells.
  private static Judgement judged(int clicks, String dead) {
    Shop shop = Shop.of(ReportKind.TARGETING, 60);
    for (String name : List.of("k1", "k2", "k3", "k4")) {
      shop.target("c1", name, MatchType.EXACT, clicks, name.equals(dead) ? 0 : 0.1);
    }
    return shop.judge();
  }

  private static PortableDraft words(Judgement of) {
    return PortableDraft.of(new RulesAnalyst().write(of.sheet()), of.sheet(), "hash", NOON);
  }

  private static Grounded grounded(Judgement judgement, AnalysisDraft draft) {
    Grounding grounding = new Grounding(judgement.sheet(), judgement.wording());
    assertThat(grounding.check(draft)).isInstanceOf(Grounded.class);
    return (Grounded) grounding.check(draft);
  }

  @Test
  void onTheSameSheetTheyAreTheSame() {
    Judgement today = judged(10, "k4");
    assertThat(words(today).on(today.sheet())).contains(words(today).draft());
    assertThat(words(today).hasTopFindingsOf(today.sheet())).isTrue();
  }

  @Test
  void otherFiguresOfTheSameFindingsArePutIntoTheSameWords() {
    Judgement yesterday = judged(10, "k4");
    Judgement today = judged(12, "k4");
    AnalysisDraft carried = words(yesterday).on(today.sheet()).orElseThrow();
    Grounded then = grounded(yesterday, words(yesterday).draft());
    Grounded now = grounded(today, carried);
    assertThat(now.analysis()).isNotEqualTo(then.analysis());
    assertThat(today.sheet().facts()).containsAll(now.cited());
    assertThat(now.analysis().keyInsights()).hasSameSizeAs(then.analysis().keyInsights());
  }

  @Test
  void aFindingThatIsGoneTakesItsWordsWithIt() {
    Judgement yesterday = judged(10, "k4");
    Judgement today = judged(10, "k1");
    assertThat(words(yesterday).on(today.sheet())).isEmpty();
    assertThat(words(yesterday).hasTopFindingsOf(today.sheet())).isFalse();
  }
}
