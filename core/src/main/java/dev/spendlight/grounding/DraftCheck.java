package dev.spendlight.grounding;

import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.Health;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be decided of a draft before it is rendered: how many texts it has, what they are made
/// of, and by each [Check] whether they say only what the facts say.
final class DraftCheck {
  private static final int LEAST_SENTENCES = 2;
  private static final int MOST_SENTENCES = 3;

  /// Characters of a finding's id that a message repeats.
  private static final int ID_SHOWN = 60;

  private final FactSheet sheet;
  private final OverallHealth health;
  private final Evidences evidences;
  private final List<Check> checks;

  DraftCheck(FactSheet sheet) {
    this.sheet = sheet;
    this.health = Health.of(sheet);
    this.evidences = new Evidences(sheet);
    this.checks =
        List.of(
            new FigureCheck(),
            new PeriodCheck(),
            new RankCheck(),
            new DirectionCheck(),
            new ReferenceCheck(),
            new MetricCheck(),
            new EntityCheck(),
            new NounCheck(),
            new NameCheck(evidences),
            new CauseCheck(),
            new CertaintyCheck(),
            new NoneCheck(),
            new ActionCheck(),
            new SettingCheck());
  }

  /// All that cannot stand; texts beyond the number allowed are not looked at.
  List<Violation> violations(AnalysisDraft draft) {
    List<Violation> violations = new ArrayList<>();
    atMost("key_insights", draft.insights().size(), AccountAnalysis.MOST_INSIGHTS, violations);
    atMost(
        "top_opportunities",
        draft.opportunities().size(),
        AccountAnalysis.MOST_OPPORTUNITIES,
        violations);
    health(draft.overallHealth(), violations);
    sentences(draft.summary(), violations);
    for (int i = 0; i < few(draft.insights(), AccountAnalysis.MOST_INSIGHTS); i++) {
      text(
          "key_insights[%d]".formatted(i),
          Piece.INSIGHT,
          draft.insights().get(i),
          draft,
          violations);
    }
    for (int i = 0; i < few(draft.opportunities(), AccountAnalysis.MOST_OPPORTUNITIES); i++) {
      opportunity(i, draft, violations);
    }
    for (int i = 0; i < few(draft.summary(), MOST_SENTENCES); i++) {
      text("summary[%d]".formatted(i), Piece.SUMMARY, draft.summary().get(i), draft, violations);
    }
    return violations;
  }

  private static int few(List<?> texts, int most) {
    return Math.min(texts.size(), most);
  }

  private static void atMost(String where, int count, int most, List<Violation> violations) {
    if (count > most) {
      violations.add(
          new Violation(
              where, "It has %d entries; at most %d are allowed.".formatted(count, most)));
    }
  }

  private void health(OverallHealth told, List<Violation> violations) {
    if (told != health) {
      violations.add(
          new Violation(
              "overall_health",
              "It is %s; by the findings it is %s.".formatted(told.key(), health.key())));
    }
  }

  private static void sentences(List<String> summary, List<Violation> violations) {
    if (summary.size() < LEAST_SENTENCES || summary.size() > MOST_SENTENCES) {
      violations.add(
          new Violation(
              "summary",
              "It has %d sentences; %d to %d are asked for."
                  .formatted(summary.size(), LEAST_SENTENCES, MOST_SENTENCES)));
    }
  }

  private void opportunity(int place, AnalysisDraft draft, List<Violation> violations) {
    String where = "top_opportunities[%d]".formatted(place);
    DraftOpportunity text = draft.opportunities().get(place);
    Optional<Finding> finding =
        evidences
            .finding(text.finding())
            .filter(each -> each.action().isPresent())
            .filter(each -> FactSheet.campaignOf(each).isPresent());
    if (finding.isEmpty()) {
      violations.add(
          new Violation(
              where,
              "%s is no finding with an action in a campaign."
                  .formatted(Wording.name(shown(text.finding()), ID_SHOWN))));
      return;
    }
    if (isTold(draft, place)) {
      violations.add(
          new Violation(where, "It is about the same finding as one before: tell each once."));
    }
    text(where + ".issue", Piece.ISSUE, text.issue(), finding, draft, violations);
    text(
        where + ".recommendation",
        Piece.RECOMMENDATION,
        text.recommendation(),
        finding,
        draft,
        violations);
    text(
        where + ".estimated_impact",
        Piece.IMPACT,
        text.estimatedImpact(),
        finding,
        draft,
        violations);
  }

  private static boolean isTold(AnalysisDraft draft, int place) {
    List<DraftOpportunity> all = draft.opportunities();
    return all.subList(0, place).stream()
        .anyMatch(each -> each.finding().equals(all.get(place).finding()));
  }

  private static String shown(String id) {
    return id.substring(0, Math.min(id.length(), 2 * ID_SHOWN));
  }

  private void text(
      String where, Piece piece, String text, AnalysisDraft draft, List<Violation> violations) {
    text(where, piece, text, Optional.empty(), draft, violations);
  }

  private void text(
      String where,
      Piece piece,
      String text,
      Optional<Finding> finding,
      AnalysisDraft draft,
      List<Violation> violations) {
    Consumer<String> faults = reason -> violations.add(new Violation(where, reason));
    if (!Alphabet.isReadable(text)) {
      faults.accept(Alphabet.tooLong());
      return;
    }
    Alphabet.faults(text).forEach(faults);
    Placeholders.of(text).stream()
        .filter(id -> sheet.fact(id).isEmpty() && sheet.alias(id).isEmpty())
        .forEach(id -> faults.accept("{%s} is no fact and no thing of the sheet.".formatted(id)));
    if (OwnSentences.isOwn(text, sheet)) {
      return;
    }
    Passage passage = new Passage(piece, text, evidences, finding, draft.overallHealth());
    checks.forEach(check -> check.examine(passage, faults));
  }
}
