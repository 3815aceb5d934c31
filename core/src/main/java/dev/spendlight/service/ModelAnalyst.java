package dev.spendlight.service;

import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.Exchange.Subject;
import dev.spendlight.log.PaidReply;
import dev.spendlight.log.Round;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Charge;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.prompt.Prompt;
import dev.spendlight.prompt.PromptWriter;
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

  /// The same for every question; working it out reads a resource.
  private static final String SCHEMA = WireSchema.text();

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
        .map(reply -> CheckedReply.of(replies, reply, plan.prompt(), grounding))
        .filter(checked ->
            checked
                .toBeCorrected()
                .map(wrong -> corrected(plan.request(), wrong, plan.prompt()))
                .map(correction -> asking.paid(correction).isPresent())
                .orElse(true))
        .isPresent();
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
        SCHEMA,
        settings.maxTokens());
  }

  /// @param rules what the rules analyst wrote
  Answer write(Subject subject, Plan plan, Grounding grounding, AnalysisDraft rules) {
    Prompt prompt = plan.prompt();
    ModelRequest request = plan.request();
    List<Asking.Asked> asked = new ArrayList<>();
    Allowance whole = settings.allowance();
    CheckedReply first = ask(request, whole, subject, Round.FIRST, prompt, grounding, asked);
    CheckedReply last = first;
    Optional<CheckedReply.Wrong> wrong = first.toBeCorrected();
    if (wrong.isPresent()) {
      last =
          ask(
              corrected(request, wrong.get(), prompt),
              asked.getFirst().rest(whole),
              subject,
              Round.CORRECTION,
              prompt,
              grounding,
              asked);
    }
    return concluded(first, last, grounding, rules, asked);
  }

  private CheckedReply ask(
      ModelRequest request,
      Allowance allowance,
      Subject subject,
      Round round,
      Prompt prompt,
      Grounding grounding,
      List<Asking.Asked> asked) {
    Asking.Asked one = asking.ask(request, subject, prompt.version(), round, allowance);
    Instant began = asking.now();
    CheckedReply checked = CheckedReply.of(replies, one.reply(), prompt, grounding);
    asked.add(
        one.checked(
            checked instanceof CheckedReply.Wrong wrong ? wrong.violations() : List.of(),
            Duration.between(began, asking.now())));
    return one.budgetUnknown() ? new CheckedReply.Useless(Degradation.BUDGET_UNKNOWN) : checked;
  }

  private ModelRequest corrected(ModelRequest request, CheckedReply.Wrong wrong, Prompt prompt) {
    List<Turn> turns = new ArrayList<>(request.turns());
    turns.add(new Turn(Speaker.ASSISTANT, prompt.withAliases(wrong.text())));
    turns.add(new Turn(Speaker.USER, prompts.correction(wrong.violations())));
    return new ModelRequest(
        request.model(), request.system(), turns, request.schema(), request.maxTokens());
  }

  /// The best that can be made of both replies.
  private Answer concluded(
      CheckedReply first,
      CheckedReply last,
      Grounding grounding,
      AnalysisDraft rules,
      List<Asking.Asked> asked) {
    if (last instanceof CheckedReply.Good good) {
      return answer(
          good.grounded(),
          Source.MODEL,
          List.of(),
          Optional.of(good.text()),
          asked,
          Verdict.ACCEPTED);
    }
    Optional<CheckedReply.Draft> draft = last.draft().or(first::draft);
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
        last instanceof CheckedReply.Useless useless
            ? useless.because()
            : Degradation.REPLY_INVALID;
    return answer(
        grounding.standing(rules),
        Source.RULES,
        List.of(because),
        Optional.empty(),
        asked,
        Verdict.FELL_BACK);
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
