package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.Round;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.Charge;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Usage;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.testing.DraftJson;
import dev.spendlight.testing.FlatPrices;
import dev.spendlight.testing.InMemoryPaidReplies;
import dev.spendlight.testing.ScriptedModel;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of the replies of a model: whatever it says, the answer is true or the rules'.
class ModelAnalystTest {
  private static final Usage USAGE = new Usage(100, 0, 0, 0, 20);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-04-01T06:00:00Z"));

  private final InMemoryPaidReplies paid = new InMemoryPaidReplies();
  private final List<Exchange> logged = new ArrayList<>();
  private final Shop shop = shop("");

  /// One keyword of four never sells.
  private static Shop shop(String name) {
    return Shop.of(ReportKind.TARGETING, 60)
        .target("c1", "k1" + name, MatchType.EXACT, 10, 0.1)
        .target("c1", "k2" + name, MatchType.EXACT, 10, 0.1)
        .target("c1", "k3" + name, MatchType.EXACT, 10, 0.1)
        .target("c1", "k4" + name, MatchType.EXACT, 10, 0);
  }

  private ModelAnalyst analyst(ScriptedModel model) {
    return analyst(model, CLOCK);
  }

  private ModelAnalyst analyst(ScriptedModel model, InstantSource clock) {
    return new ModelAnalyst(
        new ModelAnalyst.Settings(
            "some-model",
            1_000,
            4_000,
            new Allowance(Duration.ofSeconds(30), 2, Purse.of(new NanoDollars(5_000_000)))),
        new Asking(
            model,
            paid,
            new FlatPrices(10, 50),
            Payments.none(),
            new ExchangeIds(clock, new Random(1)),
            logged::add,
            clock));
  }

  private AnalysisResult analyse(ScriptedModel model) {
    return analyse(analyst(model));
  }

  private AnalysisResult analyse(ModelAnalyst analyst) {
    return shop.service(Optional.of(analyst))
        .analyse(
            new IntelligenceService.Question(
                Shop.ID, Optional.empty(), IntelligenceService.Demand.FRESH));
  }

  private AnalysisDraft rulesDraft() {
    return new RulesAnalyst().write(shop.judge().sheet());
  }

  private ModelCall says(AnalysisDraft draft) {
    return ScriptedModel.text(DraftJson.of(draft, shop.judge().findings()), USAGE);
  }

  /// With a figure of its own in the first insight.
  private AnalysisDraft wrong() {
    AnalysisDraft true_ = rulesDraft();
    List<String> insights = new ArrayList<>(true_.insights());
    insights.set(0, "Spend rose by 17 percent");
    return new AnalysisDraft(
        true_.overallHealth(), insights, true_.opportunities(), true_.summary());
  }

  @Test
  void aTrueReplyIsTheAnswer() {
    AnalysisResult result = analyse(ScriptedModel.of(says(rulesDraft())));
    assertThat(result.source()).isEqualTo(Source.MODEL);
    assertThat(result.degradedBecause()).isEmpty();
    assertThat(result.analysis()).isEqualTo(rulesAnswer().analysis());
    assertThat(result.opportunityFindings()).containsExactly("zero_conversion:k4");
    AnalysisResult.Audit audit = result.audit().orElseThrow();
    assertThat(audit.model()).contains("some-model");
    assertThat(audit.attempts()).isEqualTo(1);
    assertThat(audit.costUsd()).isEqualByComparingTo(new BigDecimal("0.000002"));
    assertThat(logged).extracting(Exchange::verdict).containsExactly(Verdict.ACCEPTED);
  }

  @Test
  void anAttemptThatBrokeOffIsToldApartFromWhatWasBilled() {
    ModelCall billed = says(rulesDraft());
    Attempt broken =
        new Attempt(
            "unavailable", Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO);
    AnalysisResult result =
        analyse(
            ScriptedModel.of(
                new ModelCall(
                    billed.reply(),
                    List.of(broken, billed.attempts().getFirst()),
                    Optional.of(new NanoDollars(40_000 + 2_000)))));
    assertThat(result.audit().orElseThrow().costUsd())
        .isEqualByComparingTo(new BigDecimal("0.000002"));
    assertThat(logged)
        .extracting(Exchange::charge)
        .containsExactly(
            new Charge(
                Optional.of(new NanoDollars(2_000)),
                Optional.of(NanoDollars.ZERO),
                new NanoDollars(40_000)));
  }

  private AnalysisResult rulesAnswer() {
    return shop.service()
        .analyse(
            new IntelligenceService.Question(
                Shop.ID, Optional.empty(), IntelligenceService.Demand.RULES));
  }

  @Test
  void whatIsWrongGoesBackOnceWithTheListOfViolations() {
    ScriptedModel model = ScriptedModel.of(says(wrong()), says(rulesDraft()));
    AnalysisResult result = analyse(model);
    assertThat(result.source()).isEqualTo(Source.MODEL);
    assertThat(result.audit().orElseThrow().attempts()).isEqualTo(2);
    ModelRequest second = model.requests().get(1);
    assertThat(second.turns()).hasSize(3);
    assertThat(second.turns().getLast().text()).contains("key_insights[0]: ");
    assertThat(second.system()).isEqualTo(model.requests().getFirst().system());
    assertThat(logged)
        .extracting(Exchange::verdict)
        .containsExactly(Verdict.SENT_BACK, Verdict.ACCEPTED);
    assertThat(logged)
        .extracting(each -> each.asked().round())
        .containsExactly(Round.FIRST, Round.CORRECTION);
  }

  @Test
  void whatWasCutOffIsAskedForAgainInFewerWords() {
    String whole = DraftJson.of(rulesDraft(), shop.judge().findings());
    ModelReply cut =
        new ModelReply.Truncated(
            List.of(new ContentBlock.Text(whole.substring(0, whole.length() / 2))), "max_tokens");
    ScriptedModel model = ScriptedModel.of(ScriptedModel.reply(cut), says(rulesDraft()));
    AnalysisResult result = analyse(model);
    assertThat(result.source()).isEqualTo(Source.MODEL);
    assertThat(model.requests().get(1).turns().getLast().text()).contains("cut off");
    assertThat(logged)
        .extracting(Exchange::verdict)
        .containsExactly(Verdict.SENT_BACK, Verdict.ACCEPTED);
  }

  @Test
  void bothQuestionsTogetherTakeNoMoreTimeThanAllowed() {
    AtomicLong seconds = new AtomicLong();
    ScriptedModel model =
        ScriptedModel.by(request -> {
          seconds.addAndGet(7);
          return says(request.turns().size() == 1 ? wrong() : rulesDraft());
        });
    analyse(analyst(model, () -> CLOCK.instant().plusSeconds(seconds.get())));
    assertThat(model.allowances())
        .extracting(Allowance::time)
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(23));
  }

  @Test
  void whatIsWrongTwiceIsReplacedPieceByPiece() {
    AnalysisResult result = analyse(ScriptedModel.of(says(wrong()), says(wrong())));
    assertThat(result.source()).isEqualTo(Source.MIXED);
    assertThat(result.degradedBecause()).containsExactly(Degradation.REPLY_INVALID);
    assertThat(result.analysis().keyInsights()).noneMatch(each -> each.contains("17"));
    assertThat(logged)
        .extracting(Exchange::verdict)
        .containsExactly(Verdict.SENT_BACK, Verdict.PARTLY_USED);
  }

  @Test
  void aReplyThatCannotBeReadTwiceIsTheRulesAnswer() {
    AnalysisResult result =
        analyse(
            ScriptedModel.of(
                ScriptedModel.text("I would rather talk.", USAGE),
                ScriptedModel.text("{\"overall_health\": ...}", USAGE)));
    assertThat(result.source()).isEqualTo(Source.RULES);
    assertThat(result.degradedBecause()).containsExactly(Degradation.REPLY_INVALID);
    assertThat(result.analysis()).isEqualTo(rulesAnswer().analysis());
    assertThat(result.audit().orElseThrow().costUsd()).isPositive();
  }

  enum Trouble {
    REFUSED(new ModelReply.Refused(), Degradation.REPLY_REFUSED),
    TRUNCATED(new ModelReply.Truncated(List.of(), "max_tokens"), Degradation.REPLY_INVALID),
    BUSY(new ModelReply.Busy(Optional.empty()), Degradation.MODEL_UNAVAILABLE),
    LATE(new ModelReply.Late(), Degradation.MODEL_UNAVAILABLE),
    DOWN(new ModelReply.Unavailable("It is down."), Degradation.MODEL_UNAVAILABLE),
    TOO_DEAR(new ModelReply.TooDear(), Degradation.BUDGET_SPENT);

    private final ModelReply reply;
    private final Degradation because;

    Trouble(ModelReply reply, Degradation because) {
      this.reply = reply;
      this.because = because;
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAReplyTheRulesAnswerAndSayWhy(Trouble trouble) {
    AnalysisResult result = analyse(ScriptedModel.of(ScriptedModel.reply(trouble.reply)));
    assertThat(result.source()).isEqualTo(Source.RULES);
    assertThat(result.degradedBecause()).containsExactly(trouble.because);
    assertThat(result.analysis()).isEqualTo(rulesAnswer().analysis());
    assertThat(logged).extracting(Exchange::verdict).containsExactly(Verdict.FELL_BACK);
  }

  @Test
  void theSameQuestionIsPaidForOnce() {
    ScriptedModel model = ScriptedModel.of(says(rulesDraft()));
    analyse(model);
    AnalysisResult again = analyse(model);
    assertThat(again.source()).isEqualTo(Source.MODEL);
    assertThat(again.audit().orElseThrow().attempts()).isZero();
    assertThat(again.audit().orElseThrow().costUsd()).isZero();
    assertThat(logged).extracting(Exchange::reused).containsExactly(false, true);
  }

  @Test
  void theRulesAskNobody() {
    AnalysisResult result =
        shop.service(Optional.of(analyst(ScriptedModel.of())))
            .analyse(
                new IntelligenceService.Question(
                    Shop.ID, Optional.empty(), IntelligenceService.Demand.RULES));
    assertThat(result.source()).isEqualTo(Source.RULES);
    assertThat(result.degradedBecause()).isEmpty();
  }

  @Test
  void otherNamesAreTheSameRequest() {
    ModelAnalyst.Settings settings = analyst(ScriptedModel.of()).settings();
    ModelRequest one = ModelAnalyst.request(settings, shop.judge());
    ModelRequest other = ModelAnalyst.request(settings, shop("-renamed").judge());
    assertThat(other).isEqualTo(one);
    assertThat(one.turns().getFirst().text()).doesNotContain("keyword k4", "Campaign c1");
  }
}
