package dev.spendlight.service;

import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.grounding.Grounding.Outcome.Rejected;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.Exchange.Subject;
import dev.spendlight.log.PaidReply;
import dev.spendlight.log.Round;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Charge;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.prompt.Prompt;
import dev.spendlight.prompt.PromptWriter;
import dev.spendlight.reply.DraftReading;
import dev.spendlight.reply.ReplyReader;
import dev.spendlight.reply.WireSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has a model choose and word what a sheet says, and lets nothing through that is not true by it.
///
/// A reply that cannot be read, or says what the facts do not, goes back once with the list of what
/// is wrong; what is wrong again is replaced, piece by piece, by what the rules analyst writes. An
/// answer always comes.
public final class ModelAnalyst {
  /// How a model is asked.
  ///
  /// @param model as its provider names it
  /// @param maxTokens of a reply
  /// @param promptTokens that the facts may have
  /// @param allowance of time and money for the whole answer, of attempts for each question
  public record Settings(String model, int maxTokens, int promptTokens, Allowance allowance) {}

  /// A checked answer and what it took.
  ///
  /// @param because why it is not the model's alone; empty when it is
  /// @param draft the model's, where the answer is wholly its
  /// @param requestHash of the first question
  /// @param paidAt when the last reply came
  /// @param lasting whether asking again would bring the same
  /// @param attempts requests that were sent
  /// @param model time spent waiting for it
  record Answer(
      Grounded grounded,
      Source source,
      List<Degradation> because,
      Optional<AnalysisDraft> draft,
      String requestHash,
      Instant paidAt,
      boolean lasting,
      int attempts,
      Optional<NanoDollars> cost,
      Duration model) {}

  private static final String CUT_OFF =
      "reply: It was cut off before its end, for it was too long: write the whole JSON in fewer words.";

  private final Settings settings;
  private final Asking asking;
  private final PromptWriter prompts;
  private final ReplyReader replies = new ReplyReader();

  public ModelAnalyst(Settings settings, Asking asking) {
    this.settings = settings;
    this.asking = asking;
    this.prompts = new PromptWriter(settings.promptTokens());
  }

  public Settings settings() {
    return settings;
  }

  /// What a model would be told.
  public static Prompt prompt(Settings settings, IntelligenceService.Judgement judgement) {
    Grounding grounding = new Grounding(judgement.sheet(), judgement.wording());
    return prompt(new PromptWriter(settings.promptTokens()), judgement, grounding);
  }

  /// What a model would be asked first.
  public static ModelRequest request(Settings settings, IntelligenceService.Judgement judgement) {
    return request(settings, prompt(settings, judgement));
  }

  /// A question that is ready to be put.
  record Plan(Prompt prompt, ModelRequest request) {}

  Plan plan(IntelligenceService.Judgement judgement, Grounding grounding) {
    Prompt prompt = prompt(prompts, judgement, grounding);
    return new Plan(prompt, request(settings, prompt));
  }

  /// Whether every reply that it takes was paid for already, that to a correction too.
  boolean isPaid(Plan plan, Grounding grounding) {
    return asking
        .paid(plan.request())
        .map(reply -> checked(replies, reply, plan.prompt(), grounding))
        .filter(checked ->
            !isToBeCorrected(checked)
                || asking
                    .paid(corrected(plan.request(), (Checked.Wrong) checked, plan.prompt()))
                    .isPresent())
        .isPresent();
  }

  private static boolean isToBeCorrected(Checked checked) {
    return checked instanceof Checked.Wrong wrong && !wrong.text().isBlank();
  }

  static Prompt prompt(
      PromptWriter prompts, IntelligenceService.Judgement judgement, Grounding grounding) {
    return prompts.write(judgement.sheet(), judgement.tags(), grounding::shown);
  }

  private static ModelRequest request(Settings settings, Prompt prompt) {
    return new ModelRequest(
        settings.model(),
        prompt.system(),
        List.of(new Turn(Speaker.USER, prompt.user())),
        WireSchema.text(),
        settings.maxTokens());
  }

  /// What a reply is good for.
  sealed interface Checked {
    record Good(AnalysisDraft draft, Grounded grounded) implements Checked {}

    /// @param draft with what is wrong with it; empty when none could be read
    /// @param text of the reply, to be sent back
    /// @param violations one sentence each
    record Wrong(Optional<Draft> draft, String text, List<String> violations) implements Checked {}

    record Useless(Degradation because) implements Checked {}

    record Draft(AnalysisDraft draft, Rejected rejected) {}
  }

  /// @param rules what the rules analyst wrote
  Answer write(Subject subject, Plan plan, Grounding grounding, AnalysisDraft rules) {
    Prompt prompt = plan.prompt();
    ModelRequest request = plan.request();
    List<Asking.Asked> asked = new ArrayList<>();
    Allowance whole = settings.allowance();
    Checked first = ask(request, whole, subject, Round.FIRST, prompt, grounding, asked);
    Checked last = first;
    if (first instanceof Checked.Wrong wrong && !wrong.text().isBlank()) {
      last =
          ask(
              corrected(request, wrong, prompt),
              asked.getFirst().rest(whole),
              subject,
              Round.CORRECTION,
              prompt,
              grounding,
              asked);
    }
    return concluded(first, last, grounding, rules, asked);
  }

  private Checked ask(
      ModelRequest request,
      Allowance allowance,
      Subject subject,
      Round round,
      Prompt prompt,
      Grounding grounding,
      List<Asking.Asked> asked) {
    Asking.Asked one = asking.ask(request, subject, prompt.version(), round, allowance);
    Instant began = asking.now();
    Checked checked = checked(replies, one.reply(), prompt, grounding);
    asked.add(
        one.checked(
            checked instanceof Checked.Wrong wrong ? wrong.violations() : List.of(),
            Duration.between(began, asking.now())));
    return one.budgetUnknown() ? new Checked.Useless(Degradation.BUDGET_UNKNOWN) : checked;
  }

  static Checked checked(
      ReplyReader replies, ModelReply reply, Prompt prompt, Grounding grounding) {
    return switch (reply) {
      case ModelReply.Complete complete -> checked(replies, complete.text(), prompt, grounding);
      case ModelReply.Truncated cut ->
          new Checked.Wrong(Optional.empty(), cut.text(), List.of(CUT_OFF));
      case ModelReply.Interrupted any -> new Checked.Useless(Degradation.REPLY_INVALID);
      case ModelReply.Garbled any -> new Checked.Useless(Degradation.REPLY_INVALID);
      case ModelReply.Refused any -> new Checked.Useless(Degradation.REPLY_REFUSED);
      case ModelReply.TooDear any -> new Checked.Useless(Degradation.BUDGET_SPENT);
      case ModelReply.Busy any -> new Checked.Useless(Degradation.MODEL_UNAVAILABLE);
      case ModelReply.Unavailable any -> new Checked.Useless(Degradation.MODEL_UNAVAILABLE);
      case ModelReply.Late any -> new Checked.Useless(Degradation.MODEL_UNAVAILABLE);
      case ModelReply.Misconfigured any -> new Checked.Useless(Degradation.MODEL_UNAVAILABLE);
      case ModelReply.Cancelled any -> new Checked.Useless(Degradation.MODEL_UNAVAILABLE);
    };
  }

  private static Checked checked(
      ReplyReader replies, String text, Prompt prompt, Grounding grounding) {
    return switch (replies.read(text)) {
      case DraftReading.Rejected rejected ->
          new Checked.Wrong(Optional.empty(), text, sentences(rejected));
      case DraftReading.Read read -> {
        AnalysisDraft draft = prompt.withIds(read.draft());
        yield switch (grounding.check(draft)) {
          case Grounded grounded -> new Checked.Good(draft, grounded);
          case Rejected rejected ->
              new Checked.Wrong(
                  Optional.of(new Checked.Draft(draft, rejected)),
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

  private ModelRequest corrected(ModelRequest request, Checked.Wrong wrong, Prompt prompt) {
    List<Turn> turns = new ArrayList<>(request.turns());
    turns.add(new Turn(Speaker.ASSISTANT, prompt.withAliases(wrong.text())));
    turns.add(new Turn(Speaker.USER, prompts.correction(wrong.violations())));
    return new ModelRequest(
        request.model(), request.system(), turns, request.schema(), request.maxTokens());
  }

  /// The best that can be made of both replies.
  private Answer concluded(
      Checked first,
      Checked last,
      Grounding grounding,
      AnalysisDraft rules,
      List<Asking.Asked> asked) {
    if (last instanceof Checked.Good good) {
      return answer(
          good.grounded(),
          Source.MODEL,
          List.of(),
          Optional.of(good.draft()),
          asked,
          Verdict.ACCEPTED);
    }
    Optional<Checked.Draft> draft = draft(last).or(() -> draft(first));
    if (draft.isPresent()) {
      Grounding.Mended mended =
          grounding.mended(draft.get().draft(), draft.get().rejected(), rules);
      boolean mixed = mended.ofModel() != Grounding.Share.NONE;
      return answer(
          mended.grounded(),
          mixed ? Source.MIXED : Source.RULES,
          List.of(Degradation.REPLY_INVALID),
          Optional.empty(),
          asked,
          mixed ? Verdict.PARTLY_USED : Verdict.FELL_BACK);
    }
    Degradation because =
        last instanceof Checked.Useless useless ? useless.because() : Degradation.REPLY_INVALID;
    return answer(
        grounding.standing(rules),
        Source.RULES,
        List.of(because),
        Optional.empty(),
        asked,
        Verdict.FELL_BACK);
  }

  private static Optional<Checked.Draft> draft(Checked checked) {
    return checked instanceof Checked.Wrong wrong ? wrong.draft() : Optional.empty();
  }

  private Answer answer(
      Grounded grounded,
      Source source,
      List<Degradation> because,
      Optional<AnalysisDraft> draft,
      List<Asking.Asked> asked,
      Verdict verdict) {
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      exchanges.add(asked.get(i).exchange(i + 1 < asked.size() ? Verdict.SENT_BACK : verdict));
    }
    exchanges.forEach(asking::log);
    return new Answer(
        grounded,
        source,
        because,
        draft,
        asked.getFirst().request().hash(),
        asked.getLast().came(),
        PaidReply.isPaid(asked.getLast().reply()),
        exchanges.stream().mapToInt(each -> each.attempts().size()).sum(),
        exchanges.stream()
            .map(Exchange::charge)
            .map(Charge::cost)
            .reduce(
                Optional.of(NanoDollars.ZERO),
                (one, other) -> one.flatMap(sum -> other.map(sum::plus))),
        exchanges.stream().map(Exchange::model).reduce(Duration.ZERO, Duration::plus));
  }
}
