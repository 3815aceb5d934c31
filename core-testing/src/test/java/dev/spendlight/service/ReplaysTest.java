package dev.spendlight.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.Exchange.Asked;
import dev.spendlight.log.Exchange.Subject;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.Texts;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.model.Usage;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.Replay.Basis;
import dev.spendlight.service.Replay.Change;
import dev.spendlight.service.Replay.Outcome;
import dev.spendlight.testing.DraftJson;
import dev.spendlight.testing.FlatPrices;
import dev.spendlight.testing.InMemoryPaidReplies;
import dev.spendlight.testing.SampleExchange;
import dev.spendlight.testing.ScriptedModel;
import dev.spendlight.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a logged reply is good for today.
class ReplaysTest {
  private static final int PROMPT_TOKENS = 4_000;
  private static final Usage USAGE = new Usage(100, 0, 0, 0, 20);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-04-01T06:00:00Z"));
  private static final String UNREADABLE = "I would rather talk.";

  private final Shop shop = shop();

  /// One keyword of four never sells.
  private static Shop shop() {
    return Shop.of(ReportKind.TARGETING, 60)
        .target("c1", "k1", MatchType.EXACT, 10, 0.1)
        .target("c1", "k2", MatchType.EXACT, 10, 0.1)
        .target("c1", "k3", MatchType.EXACT, 10, 0.1)
        .target("c1", "k4", MatchType.EXACT, 10, 0);
  }

  private String right() {
    return DraftJson.of(new RulesAnalyst().write(shop.judge().sheet()), shop.judge().findings());
  }

  /// With a figure of its own in the first insight.
  private String wrong() {
    AnalysisDraft draft = new RulesAnalyst().write(shop.judge().sheet());
    List<String> insights = new ArrayList<>(draft.insights());
    insights.set(0, "Spend rose by 17 percent");
    return DraftJson.of(
        new AnalysisDraft(draft.overallHealth(), insights, draft.opportunities(), draft.summary()),
        shop.judge().findings());
  }

  /// What is logged when a model says these.
  private List<Exchange> logged(String... replies) {
    List<Exchange> logged = new ArrayList<>();
    ModelAnalyst analyst =
        new ModelAnalyst(
            new ModelAnalyst.Settings(
                "some-model",
                1_000,
                PROMPT_TOKENS,
                new Allowance(Duration.ofSeconds(30), 2, Purse.OPEN)),
            new Asking(
                ScriptedModel.of(
                    List.of(replies).stream()
                        .map(each -> ScriptedModel.text(each, USAGE))
                        .toArray(ModelCall[]::new)),
                new InMemoryPaidReplies(),
                new FlatPrices(10, 50),
                Payments.none(),
                new ExchangeIds(CLOCK, new Random(1)),
                logged::add,
                CLOCK));
    shop.service(Optional.of(analyst))
        .analyse(
            new IntelligenceService.Question(
                Shop.ID, Optional.empty(), IntelligenceService.Demand.FRESH));
    return logged;
  }

  private static Replays replays(Shop of) {
    return new Replays(of.store(), of.service(), PROMPT_TOKENS);
  }

  private Replay replayed(Exchange exchange) {
    return replays(shop).of(List.of(exchange)).getFirst();
  }

  private static Exchange judged(Exchange exchange, Verdict verdict, String... violations) {
    Texts texts = exchange.texts().orElseThrow();
    return with(
        exchange,
        exchange.subject(),
        exchange.asked(),
        verdict,
        new Texts(texts.request(), texts.reply(), List.of(violations)));
  }

  private static Exchange with(
      Exchange exchange, Subject subject, Asked asked, Verdict verdict, Texts texts) {
    return new Exchange(
        exchange.id(),
        exchange.at(),
        subject,
        asked,
        exchange.reply(),
        exchange.reused(),
        verdict,
        exchange.attempts(),
        exchange.charge(),
        exchange.own(),
        exchange.model(),
        Optional.of(texts));
  }

  @Test
  void whatIsJudgedAsItWasIsTheSameOfBothRounds() {
    List<Exchange> logged = logged(wrong(), right());
    assertThat(replays(shop).of(logged))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.basis()).isEqualTo(Basis.SAME))
        .allSatisfy(each -> assertThat(each.change()).isEqualTo(Change.SAME))
        .extracting(Replay::now)
        .containsExactly(
            new Outcome.Refused(logged.getFirst().texts().orElseThrow().violations()),
            new Outcome.Accepted());
  }

  @Test
  void whatWasLetThroughAndIsNotTrueIsNewlyRefusedWithWhatIsWrong() {
    Exchange asLogged = logged(wrong(), right()).getFirst();
    Replay replay = replayed(judged(asLogged, Verdict.ACCEPTED));
    assertThat(replay.change()).isEqualTo(Change.NEWLY_REFUSED);
    assertThat(replay.now().sentences())
        .isNotEmpty()
        .isEqualTo(asLogged.texts().orElseThrow().violations())
        .first()
        .asString()
        .startsWith("key_insights[0]: ");
  }

  @Test
  void whatWasRefusedAndIsTrueIsNewlyAccepted() {
    Replay replay =
        replayed(judged(logged(right()).getFirst(), Verdict.SENT_BACK, "summary[0]: It is dull."));
    assertThat(replay.change()).isEqualTo(Change.NEWLY_ACCEPTED);
    assertThat(replay.then().sentences()).containsExactly("summary[0]: It is dull.");
  }

  @Test
  void refusedForAnotherReasonIsToldApartFromTheSame() {
    Replay replay =
        replayed(
            judged(
                logged(wrong(), right()).getFirst(), Verdict.SENT_BACK, "summary[0]: It is dull."));
    assertThat(replay.change()).isEqualTo(Change.OTHER_VIOLATIONS);
  }

  @Test
  void aReplyThatDidNotComeToItsEndHasNothingToBeJudged() {
    Exchange exchange = logged(right()).getFirst();
    Texts texts = exchange.texts().orElseThrow();
    for (ModelReply reply :
        List.of(new ModelReply.Refused(), new ModelReply.Truncated(List.of(), "max_tokens"))) {
      Replay replay =
          replayed(
              with(
                  exchange,
                  exchange.subject(),
                  exchange.asked(),
                  Verdict.FELL_BACK,
                  new Texts(texts.request(), reply, List.of())));
      assertThat(replay.change()).as(reply.key()).isEqualTo(Change.NOTHING_TO_READ);
    }
  }

  @Test
  void onOtherDataAReplyIsReadAndNotHeldAgainstTheFacts() {
    Replay right = onOtherData(right());
    assertThat(right.basis()).isEqualTo(Basis.OTHER_DATA);
    assertThat(right.now()).isEqualTo(new Outcome.Unverified());
    assertThat(right.change()).isEqualTo(Change.ONLY_READ);
  }

  @Test
  void whatCannotBeReadIsTheSameOnWhateverData() {
    Replay replay = onOtherData(UNREADABLE);
    assertThat(replay.basis()).isEqualTo(Basis.OTHER_DATA);
    assertThat(replay.change()).isEqualTo(Change.SAME);
  }

  private Replay onOtherData(String reply) {
    Exchange logged =
        logged(reply.equals(UNREADABLE) ? new String[] {reply, reply} : new String[] {reply})
            .getFirst();
    return replays(shop().targetAcos("0.45")).of(List.of(logged)).getFirst();
  }

  @Test
  void anotherTemplateIsSaidBeforeOtherDataAndOtherCodeIsWhatIsLeft() {
    Exchange exchange = logged(right()).getFirst();
    Texts texts = exchange.texts().orElseThrow();
    Texts otherwise =
        new Texts(
            new ModelRequest(
                "some-model",
                texts.request().system(),
                List.of(new Turn(Speaker.USER, "Told otherwise.")),
                texts.request().schema(),
                1_000),
            texts.reply(),
            texts.violations());
    Asked asked = exchange.asked();
    Asked otherTemplate =
        new Asked(
            asked.model(), asked.requestHash(), "another", asked.schemaVersion(), asked.round());

    assertThat(
            replayed(with(exchange, exchange.subject(), asked, Verdict.ACCEPTED, otherwise))
                .basis())
        .isEqualTo(Basis.OTHER_CODE);
    assertThat(
            replayed(with(exchange, exchange.subject(), otherTemplate, Verdict.ACCEPTED, otherwise))
                .basis())
        .isEqualTo(Basis.OTHER_TEMPLATE);
    assertThat(
            replayed(with(exchange, exchange.subject(), otherTemplate, Verdict.ACCEPTED, texts))
                .basis())
        .as("the template may have changed and this prompt not")
        .isEqualTo(Basis.SAME);
  }

  @Test
  void anAccountThatIsGoneAndADayWithoutDataAreToldOf() {
    Exchange exchange = logged(right()).getFirst();
    assertThat(about(exchange, "another-shop", Shop.LAST).basis()).isEqualTo(Basis.ACCOUNT_GONE);
    assertThat(about(exchange, Shop.ID.value(), Shop.LAST.plusDays(1)).basis())
        .isEqualTo(Basis.NO_DATA);
    assertThat(about(exchange, Shop.ID.value(), Shop.LAST.plusDays(1)).change())
        .isEqualTo(Change.ONLY_READ);
  }

  private Replay about(Exchange exchange, String account, LocalDate day) {
    return replayed(
        with(
            exchange,
            new Subject(new AccountId(account), day, exchange.subject().dataFingerprint()),
            exchange.asked(),
            exchange.verdict(),
            exchange.texts().orElseThrow()));
  }

  @Test
  void whatWasLoggedWithoutItsTextsIsLeftOut() {
    assertThat(replays(shop).of(List.of(SampleExchange.at("2026-03-08T06:00:00Z", 1).make())))
        .isEmpty();
  }
}
