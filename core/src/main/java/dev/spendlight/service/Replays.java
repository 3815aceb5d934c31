package dev.spendlight.service;

import dev.spendlight.grounding.Grounding;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.Exchange.Subject;
import dev.spendlight.log.Texts;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.ModelReply;
import dev.spendlight.prompt.Prompt;
import dev.spendlight.prompt.PromptWriter;
import dev.spendlight.reply.DraftReading;
import dev.spendlight.reply.ReplyReader;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.service.Replay.Basis;
import dev.spendlight.service.Replay.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges logged replies again, by today's reader and verifier.
///
/// A reply can be held against the facts only where today's prompt for the same account and day is
/// word for word the one that it answers: then its aliases and fact ids mean what they meant. Where
/// it is not, the reply is read and no more. No model is asked.
public final class Replays {
  private final PerformanceStore store;
  private final IntelligenceService service;
  private final PromptWriter prompts;
  private final ReplyReader replies = new ReplyReader();

  /// @param promptTokens that the facts may have, as when a model is asked
  public Replays(PerformanceStore store, IntelligenceService service, int promptTokens) {
    this.store = store;
    this.service = service;
    this.prompts = new PromptWriter(promptTokens);
  }

  /// What a model would be told today.
  private record Told(Prompt prompt, Grounding grounding, String fingerprint) {}

  /// The texts by which a reply is judged, or why there are none.
  private sealed interface Today {
    record Known(List<Told> told) implements Today {}

    record Unknown(Basis why) implements Today {}
  }

  /// In the order given; those whose texts were not kept are left out.
  public List<Replay> of(List<Exchange> exchanges) {
    // An account is judged once for all replies about the same day of it.
    Map<Subject, Today> known = new HashMap<>();
    return exchanges.stream()
        .flatMap(exchange ->
            exchange.texts().stream()
                .map(texts ->
                    replay(
                        exchange,
                        texts,
                        known.computeIfAbsent(
                            new Subject(
                                exchange.subject().account(), exchange.subject().asOf(), ""),
                            this::today))))
        .toList();
  }

  private Today today(Subject subject) {
    if (store.settings(subject.account()).isEmpty()) {
      return new Today.Unknown(Basis.ACCOUNT_GONE);
    }
    try {
      return new Today.Known(
          days(subject).map(day -> told(service.judge(subject.account(), day))).toList());
    } catch (UnanswerableException e) {
      return new Today.Unknown(Basis.NO_DATA);
    }
  }

  /// The last day with data may have been asked for by its date or not, and then other pulls count.
  private Stream<Optional<LocalDate>> days(Subject subject) {
    LocalDate last = AccountView.open(store, subject.account(), Optional.empty()).asOf().day();
    Stream<Optional<LocalDate>> named = Stream.of(Optional.of(subject.asOf()));
    return last.equals(subject.asOf()) ? Stream.concat(named, Stream.of(Optional.empty())) : named;
  }

  private Told told(IntelligenceService.Judgement judgement) {
    Grounding grounding = new Grounding(judgement.sheet(), judgement.wording());
    return new Told(
        ModelAnalyst.prompt(prompts, judgement, grounding),
        grounding,
        Fingerprint.of(judgement.view()));
  }

  private Replay replay(Exchange exchange, Texts texts, Today today) {
    return switch (today) {
      case Today.Unknown unknown -> replay(exchange, texts, unknown.why(), read(texts.reply()));
      case Today.Known known -> {
        String user = texts.request().turns().getFirst().text();
        yield known.told().stream()
            .filter(each -> each.prompt().user().equals(user))
            .findFirst()
            .map(each -> replay(exchange, texts, Basis.SAME, judged(texts.reply(), each)))
            .orElseGet(
                () -> replay(exchange, texts, whyOther(exchange, known), read(texts.reply())));
      }
    };
  }

  private static Replay replay(Exchange exchange, Texts texts, Basis basis, Outcome now) {
    return new Replay(
        exchange.id(),
        exchange.at(),
        exchange.subject(),
        exchange.asked(),
        exchange.reply(),
        exchange.verdict(),
        basis,
        then(exchange, texts),
        now);
  }

  private static Outcome then(Exchange exchange, Texts texts) {
    if (!(texts.reply() instanceof ModelReply.Complete)) {
      return new Outcome.Nothing();
    }
    return exchange.verdict() == Verdict.ACCEPTED
        ? new Outcome.Accepted()
        : new Outcome.Refused(texts.violations());
  }

  private static Basis whyOther(Exchange exchange, Today.Known known) {
    if (!exchange.asked().promptVersion().equals(PromptWriter.VERSION)) {
      return Basis.OTHER_TEMPLATE;
    }
    return known.told().stream()
            .anyMatch(each -> each.fingerprint().equals(exchange.subject().dataFingerprint()))
        ? Basis.OTHER_CODE
        : Basis.OTHER_DATA;
  }

  private Outcome judged(ModelReply reply, Told told) {
    if (!(reply instanceof ModelReply.Complete)) {
      return new Outcome.Nothing();
    }
    return switch (CheckedReply.of(replies, reply, told.prompt(), told.grounding())) {
      case CheckedReply.Good _ -> new Outcome.Accepted();
      case CheckedReply.Wrong wrong -> new Outcome.Refused(wrong.violations());
      case CheckedReply.Useless _ -> new Outcome.Nothing();
    };
  }

  private Outcome read(ModelReply reply) {
    if (!(reply instanceof ModelReply.Complete complete)) {
      return new Outcome.Nothing();
    }
    return switch (replies.read(complete.text())) {
      case DraftReading.Read _ -> new Outcome.Unverified();
      case DraftReading.Rejected rejected -> new Outcome.Refused(CheckedReply.sentences(rejected));
    };
  }
}
