package dev.spendlight.service;

import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.grounding.Grounding.Outcome.Rejected;
import dev.spendlight.model.ModelReply;
import dev.spendlight.prompt.Prompt;
import dev.spendlight.reply.DraftReading;
import dev.spendlight.reply.ReplyReader;
import java.util.List;
import java.util.Optional;

/// What a reply is good for.
sealed interface CheckedReply {
  record Good(AnalysisDraft text, Grounded grounded) implements CheckedReply {}

  /// @param read the draft with what is wrong with it; empty when none could be read
  /// @param text of the reply, to be sent back
  /// @param violations one sentence each
  record Wrong(Optional<Draft> read, String text, List<String> violations)
      implements CheckedReply {}

  record Useless(Degradation because) implements CheckedReply {}

  record Draft(AnalysisDraft draft, Rejected rejected) {}

  String CUT_OFF =
      "reply: It was cut off before its end, for it was too long: write the whole JSON in fewer words.";

  /// Where there is something to send back.
  default Optional<Wrong> toBeCorrected() {
    return this instanceof Wrong wrong && !wrong.text().isBlank()
        ? Optional.of(wrong)
        : Optional.empty();
  }

  /// Of which pieces may stand.
  default Optional<Draft> draft() {
    return this instanceof Wrong wrong ? wrong.read() : Optional.empty();
  }

  static CheckedReply of(
      ReplyReader replies, ModelReply reply, Prompt prompt, Grounding grounding) {
    return switch (reply) {
      case ModelReply.Complete complete -> of(replies, complete.text(), prompt, grounding);
      case ModelReply.Truncated cut -> new Wrong(Optional.empty(), cut.text(), List.of(CUT_OFF));
      case ModelReply.Interrupted _, ModelReply.Garbled _ -> new Useless(Degradation.REPLY_INVALID);
      case ModelReply.Refused _ -> new Useless(Degradation.REPLY_REFUSED);
      case ModelReply.TooDear _ -> new Useless(Degradation.BUDGET_SPENT);
      case ModelReply.Busy _,
          ModelReply.Unavailable _,
          ModelReply.Late _,
          ModelReply.Misconfigured _,
          ModelReply.Cancelled _ ->
          new Useless(Degradation.MODEL_UNAVAILABLE);
    };
  }

  private static CheckedReply of(
      ReplyReader replies, String text, Prompt prompt, Grounding grounding) {
    return switch (replies.read(text)) {
      case DraftReading.Rejected rejected -> new Wrong(Optional.empty(), text, sentences(rejected));
      case DraftReading.Read read -> {
        AnalysisDraft draft = prompt.withIds(read.draft());
        yield switch (grounding.check(draft)) {
          case Grounded grounded -> new Good(draft, grounded);
          case Rejected rejected ->
              new Wrong(
                  Optional.of(new Draft(draft, rejected)),
                  text,
                  rejected.violations().stream()
                      .map(each -> each.where() + ": " + prompt.withAliases(each.reason()))
                      .toList());
        };
      }
    };
  }

  static List<String> sentences(DraftReading.Rejected rejected) {
    return rejected.breaches().stream().map(each -> each.where() + ": " + each.reason()).toList();
  }
}
