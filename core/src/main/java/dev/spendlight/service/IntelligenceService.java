package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Audit;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.analysis.Analyst;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.CaseFile;
import dev.spendlight.finding.Detectors;
import dev.spendlight.finding.Findings;
import dev.spendlight.finding.TermClass;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.grounding.Grounding.Outcome.Grounded;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.NameResolution;
import dev.spendlight.log.Exchange;
import dev.spendlight.metric.DateRange;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.prompt.PromptWriter;
import dev.spendlight.prompt.Tags;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.summary.Summaries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers the one question that a platform asks: analyse this account.
public final class IntelligenceService {
  private static final String NO_TARGET =
      "No target ACOS is set, so campaigns are judged against the account's own average;"
          + " see account set --target-acos.";

  private final PerformanceStore store;
  private final Detectors detectors;
  private final Analyst rules;
  private final Optional<ModelAnalyst> model;
  private final InstantSource clock;

  /// @param rules writes the answer when no model does
  public IntelligenceService(
      PerformanceStore store, Detectors detectors, Analyst rules, InstantSource clock) {
    this(store, detectors, rules, Optional.empty(), clock);
  }

  /// @param rules writes the answer when no model does, or what of its answer is not true
  /// @param model empty where none can be asked
  public IntelligenceService(
      PerformanceStore store,
      Detectors detectors,
      Analyst rules,
      Optional<ModelAnalyst> model,
      InstantSource clock) {
    this.store = store;
    this.detectors = detectors;
    this.rules = rules;
    this.model = model;
    this.clock = clock;
  }

  /// What an account's figures say, before anybody words it.
  ///
  /// @param view the account as it was known
  /// @param tags what a model may know of names
  /// @param wording how its figures are written
  public record Judgement(
      AccountView view,
      AccountSummary summary,
      Findings findings,
      FactSheet sheet,
      Tags tags,
      Wording wording) {}

  /// @param asOf the last day that counts; the last with data unless given
  /// @param demand how much is wanted for it
  public record Question(AccountId account, Optional<LocalDate> asOf, Demand demand) {}

  /// What an answer may take.
  public enum Demand {
    /// The rules' answer, made now.
    RULES,
    /// What is there at once: a kept answer, or the rules' while a model is asked behind it. Nobody
    /// waits for a model.
    CURRENT,
    /// A fresh one, which counts against the account's limit; a model is waited for.
    FRESH
  }

  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public AnalysisResult analyse(Question question) {
    return answer(question).result();
  }

  /// The same, with how long it is good for. A [Demand#FRESH] answer beyond the account's limit is
  /// what there is at once, with [Degradation#RATE_LIMITED] and when to come again.
  ///
  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public CachedAnswer answer(Question question) {
    AnalysisResult result = computed(question);
    return new CachedAnswer(
        new AnswerKey(
            question.account(),
            question.asOf(),
            result.audit().map(Audit::dataFingerprint).orElse("")),
        0,
        result,
        Optional.empty(),
        Optional.empty());
  }

  private AnalysisResult computed(Question question) {
    Instant started = clock.instant();
    Judgement judgement = judge(question.account(), question.asOf());
    Grounding grounding = new Grounding(judgement.sheet(), judgement.wording());
    AnalysisDraft draft = rules.write(judgement.sheet());
    Optional<ModelAnalyst.Answer> asked =
        model
            .filter(any -> question.demand() != Demand.RULES)
            .map(analyst -> analyst.write(subject(judgement), judgement, grounding, draft));
    Grounded grounded =
        asked.map(ModelAnalyst.Answer::grounded).orElseGet(() -> grounding.standing(draft));
    return result(
        question,
        judgement,
        grounded,
        asked,
        Duration.between(started, clock.instant()).toMillis());
  }

  private static Exchange.Subject subject(Judgement judgement) {
    return new Exchange.Subject(
        judgement.view().account(), judgement.summary().asOf(), Fingerprint.of(judgement.view()));
  }

  /// Summary, findings and facts of an account.
  ///
  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public Judgement judge(AccountId account, Optional<LocalDate> day) {
    AccountView view = AccountView.open(store, account, day);
    NameResolution names = names(view);
    AccountSummary summary = new Summaries(store).week(view, names);
    CaseFile file = CaseFile.open(store, view, names, summary);
    Findings findings = detectors.examine(file);
    FactSheet sheet = FactSheet.of(summary, findings, AccountFigures.of(view, summary, findings));
    return new Judgement(
        view,
        summary,
        findings,
        sheet,
        new Tags(text -> file.brandWords().of(text) == TermClass.BRAND_LIKE, file.productIds()),
        new Wording(MoneyFormat.of(view.settings()), summary.asOf()));
  }

  /// The summary alone: of the week that ends with a day, or of any window.
  ///
  /// A window says which days are summed, not when one would have looked: unless a day is given
  /// too, the newest pulls count, as everywhere without one.
  ///
  /// @throws dev.spendlight.history.UnanswerableException when nothing was imported that could
  ///   answer
  public AccountSummary summarise(
      AccountId account, Optional<LocalDate> day, Optional<DateRange> window) {
    AccountView view = AccountView.open(store, account, day);
    Summaries summaries = new Summaries(store);
    return window
        .map(range -> summaries.over(view, names(view), range))
        .orElseGet(() -> summaries.week(view, names(view)));
  }

  private NameResolution names(AccountView view) {
    return new NameResolution(store.identities(view.account()));
  }

  private AnalysisResult result(
      Question question,
      Judgement judgement,
      Grounded grounded,
      Optional<ModelAnalyst.Answer> asked,
      long millis) {
    List<String> caveats = new ArrayList<>(judgement.summary().caveats());
    caveats.addAll(judgement.findings().thin());
    if (judgement.view().settings().targetAcos().isEmpty()
        && judgement.summary().totals().acos().isPresent()) {
      caveats.add(NO_TARGET);
    }
    List<Degradation> because =
        new ArrayList<>(asked.map(ModelAnalyst.Answer::because).orElseGet(List::of));
    if (question.demand() != Demand.RULES && model.isEmpty()) {
      because.add(Degradation.NO_API_KEY);
    }
    if (!judgement.findings().thin().isEmpty()) {
      because.add(Degradation.DATA_TOO_THIN);
    }
    return new AnalysisResult(
        judgement.view().account(),
        judgement.summary().asOf(),
        clock.instant(),
        asked.map(ModelAnalyst.Answer::source).orElse(Source.RULES),
        Freshness.FRESH,
        List.copyOf(because),
        List.copyOf(caveats),
        grounded.analysis(),
        grounded.opportunityFindings(),
        grounded.cited(),
        Optional.of(audit(judgement, asked, millis)));
  }

  private Audit audit(Judgement judgement, Optional<ModelAnalyst.Answer> asked, long millis) {
    long waited = asked.map(each -> each.model().toMillis()).orElse(0L);
    return new Audit(
        asked.flatMap(any -> model).map(each -> each.settings().model()),
        asked.isPresent() ? PromptWriter.VERSION : "",
        Fingerprint.of(judgement.view()),
        asked.map(ModelAnalyst.Answer::attempts).orElse(0),
        asked.flatMap(ModelAnalyst.Answer::cost).orElse(NanoDollars.ZERO).dollars(),
        millis - waited,
        waited);
  }
}
