package dev.spendlight.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.grounding.Grounding.Outcome;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a text may be made of, whoever made it say something else.
class HostileTextTest {
  private static final Judgement JUDGEMENT =
      Shop.of(ReportKind.TARGETING, 30).target("1", "100", MatchType.BROAD, 10, 0.1).judge();

  private static List<Violation> violations(String text) {
    AnalysisDraft rules = new RulesAnalyst().write(JUDGEMENT.sheet());
    AnalysisDraft draft =
        new AnalysisDraft(
            rules.overallHealth(), List.of(), List.of(), List.of("Look again.", text));
    return switch (new Grounding(JUDGEMENT.sheet(), JUDGEMENT.wording()).check(draft)) {
      case Outcome.Grounded any -> List.of();
      case Outcome.Rejected(List<Violation> violations) -> violations;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "See <b>this</b>.",
        "See [this](there).",
        "# Look again.",
        "*Look* again.",
        "`Look` again.",
        "Look at example.com for more.",
        "Look at http://example for more.",
        "Look\nagain.",
        "Look\tagain.",
        "Look\u0000again.",
        "Look\u200bagain.",
        "Look\u202eagain.",
        "Look\u00a0again.",
        "L\u043e\u043ek again.",
        "Ｌook again.",
        "Lo\u0301ok again.",
        "Look again \ud83d\ude00.",
        "Look again \ud83d.",
        "Look again ½.",
        "Look again Ⅷ.",
        "Look again $.",
        "Look again %.",
        "Look {again}.",
        "Look {f1 again.",
        "Look again, {f99999999999}."
      })
  void isRefusedInOneSentence(String text) {
    List<Violation> violations = violations(text);
    assertThat(violations).isNotEmpty();
    assertThat(violations)
        .allMatch(each -> each.where().equals("summary[1]"))
        .allMatch(each -> each.reason().endsWith(".") && !each.reason().contains("\n"));
  }

  @Test
  void aLongTextIsNotLookedAt() {
    assertThat(violations("again ".repeat(200_000)))
        .extracting(Violation::reason)
        .containsExactly("It is too long: a text has at most 800 characters.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Look again, e.g. at what sells.", "It’s worth a look – and closely – again."})
  void usualPunctuationStands(String text) {
    assertThat(violations(text)).isEmpty();
  }
}
