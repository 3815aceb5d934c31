package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AccountAnalysis.Opportunity;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.Health;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Renderer.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decides whether a draft says only what the facts say, and renders it if so.
public final class Grounding {

  /// What became of a draft.
  public sealed interface Outcome {
    /// @param cited the facts that the texts cite, in the order of the sheet
    record Grounded(AccountAnalysis analysis, List<String> opportunityFindings, List<Fact> cited)
        implements Outcome {}

    record Rejected(List<Violation> violations) implements Outcome {}
  }

  /// How much of a model's draft an answer holds.
  public enum Share {
    ALL,
    SOME,
    NONE
  }

  /// An answer from what stands of a model's draft and from rules.
  public record Mended(Outcome.Grounded grounded, Share ofModel) {}

  private static final List<String> PLAIN_SUMMARY =
      List.of("The account was analysed.", "Its findings and figures stand beside this summary.");

  private final FactSheet sheet;
  private final DraftCheck drafts;
  private final Renderer renderer;

  public Grounding(FactSheet sheet, Wording wording) {
    this.sheet = sheet;
    this.drafts = new DraftCheck(sheet);
    this.renderer = new Renderer(sheet, wording);
  }

  /// How a fact reads once it is put in, alone.
  public String shown(Fact fact) {
    return renderer.render("{" + fact.id() + "}", Style.SUMMARY);
  }

  public Outcome check(AnalysisDraft draft) {
    List<Violation> violations = new ArrayList<>(drafts.violations(draft));
    if (violations.isEmpty()) {
      AccountAnalysis analysis = render(draft);
      violations.addAll(tooLong(analysis));
      if (violations.isEmpty()) {
        return new Outcome.Grounded(
            analysis,
            draft.opportunities().stream().map(DraftOpportunity::finding).toList(),
            cited(draft));
      }
    }
    return new Outcome.Rejected(List.copyOf(violations));
  }

  /// A draft of our own, without what does not stand: an answer always comes. A summary that
  /// violates is replaced by sentences without any figure.
  public Outcome.Grounded standing(AnalysisDraft draft) {
    return switch (check(draft)) {
      case Outcome.Grounded whole -> whole;
      case Outcome.Rejected rejected -> rest(draft, rejected);
    };
  }

  private Outcome.Grounded rest(AnalysisDraft draft, Outcome.Rejected rejected) {
    Predicate<String> stands =
        where -> rejected.violations().stream().noneMatch(each -> each.where().startsWith(where));
    AnalysisDraft kept =
        new AnalysisDraft(
            Health.of(sheet),
            standing(draft.insights(), AccountAnalysis.MOST_INSIGHTS, "key_insights", stands),
            standing(
                draft.opportunities(),
                AccountAnalysis.MOST_OPPORTUNITIES,
                "top_opportunities",
                stands),
            stands.test("summary") ? draft.summary() : PLAIN_SUMMARY);
    return new Outcome.Grounded(
        render(kept),
        kept.opportunities().stream().map(DraftOpportunity::finding).toList(),
        cited(kept));
  }

  /// What remains of a rejected draft of a model, with pieces of the rules in the places of those
  /// that violate; the rules' draft alone where the two do not go together.
  public Mended mended(AnalysisDraft model, Outcome.Rejected rejected, AnalysisDraft rules) {
    Mending.MendedDraft mended = new Mending(sheet, rejected).mend(model, rules);
    return check(mended.draft()) instanceof Outcome.Grounded grounded
        ? new Mended(grounded, mended.ofModel())
        : new Mended(standing(rules), Share.NONE);
  }

  private static <T> List<T> standing(
      List<T> pieces, int most, String name, Predicate<String> stands) {
    return IntStream.range(0, pieces.size())
        .filter(i -> stands.test("%s[%d]".formatted(name, i)))
        .limit(most)
        .mapToObj(pieces::get)
        .toList();
  }

  private AccountAnalysis render(AnalysisDraft draft) {
    return new AccountAnalysis(
        draft.overallHealth(),
        draft.insights().stream().map(text -> renderer.render(text, Style.INSIGHT)).toList(),
        draft.opportunities().stream().map(this::opportunity).toList(),
        String.join(
            " ",
            draft.summary().stream().map(text -> renderer.render(text, Style.SUMMARY)).toList()));
  }

  private Opportunity opportunity(DraftOpportunity draft) {
    return new Opportunity(
        campaign(sheet, draft.finding()).map(Entity.Campaign::id).orElse(""),
        renderer.render(draft.issue(), Style.TEXT),
        renderer.render(draft.recommendation(), Style.TEXT),
        renderer.render(draft.estimatedImpact(), Style.TEXT));
  }

  static Optional<Entity.Campaign> campaign(FactSheet sheet, String finding) {
    return finding(sheet, finding).flatMap(FactSheet::campaignOf);
  }

  static Optional<Finding> finding(FactSheet sheet, String id) {
    return sheet.findings().findings().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static List<Violation> tooLong(AccountAnalysis analysis) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < analysis.keyInsights().size(); i++) {
      String insight = analysis.keyInsights().get(i);
      int length = insight.codePointCount(0, insight.length());
      if (length >= AccountAnalysis.INSIGHT_LENGTH) {
        violations.add(
            new Violation(
                "key_insights[%d]".formatted(i),
                "It is %d characters long as rendered; fewer than %d are allowed."
                    .formatted(length, AccountAnalysis.INSIGHT_LENGTH)));
      }
    }
    return violations;
  }

  private List<Fact> cited(AnalysisDraft draft) {
    List<String> ids =
        Stream.of(
                draft.insights().stream(),
                draft.opportunities().stream()
                    .flatMap(each ->
                        Stream.of(each.issue(), each.recommendation(), each.estimatedImpact())),
                draft.summary().stream())
            .flatMap(texts -> texts)
            .flatMap(text -> Placeholders.of(text).stream())
            .distinct()
            .toList();
    return sheet.facts().stream().filter(fact -> ids.contains(fact.id())).toList();
  }
}
