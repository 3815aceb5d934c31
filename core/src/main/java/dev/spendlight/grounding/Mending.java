package dev.spendlight.grounding;

import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.grounding.Grounding.Outcome.Rejected;
import dev.spendlight.grounding.Grounding.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts the pieces of the rules in the places of those of a model that violate.
///
/// No finding is told twice among the insights, nor among the opportunities. A summary is replaced
/// as a whole; the health is that of the rules, which is no matter of words. A piece that nothing
/// can replace is left out.
final class Mending {
  private final FactSheet sheet;
  private final Rejected rejected;

  Mending(FactSheet sheet, Rejected rejected) {
    this.sheet = sheet;
    this.rejected = rejected;
  }

  /// @param ofModel how much of the model's draft is in it
  record MendedDraft(AnalysisDraft draft, Share ofModel) {}

  MendedDraft mend(AnalysisDraft model, AnalysisDraft rules) {
    Pieces<String> insights =
        pieces(
            "key_insights",
            AccountAnalysis.MOST_INSIGHTS,
            model.insights(),
            rules.insights(),
            this::subjects);
    Pieces<DraftOpportunity> opportunities =
        pieces(
            "top_opportunities",
            AccountAnalysis.MOST_OPPORTUNITIES,
            model.opportunities(),
            rules.opportunities(),
            each -> Set.of(each.finding()));
    boolean summary = stands("summary");
    AnalysisDraft draft =
        new AnalysisDraft(
            rules.overallHealth(),
            insights.texts(),
            opportunities.texts(),
            summary ? model.summary() : rules.summary());
    int kept = insights.kept() + opportunities.kept() + (summary ? 1 : 0);
    int written = model.insights().size() + model.opportunities().size() + 1;
    return new MendedDraft(draft, kept == 0 ? Share.NONE : kept < written ? Share.SOME : Share.ALL);
  }

  /// @param kept how many of the texts are the model's
  private record Pieces<T>(List<T> texts, int kept) {}

  /// As many pieces as the model wrote, if the rules have enough; those of the model keep their
  /// order.
  private <T> Pieces<T> pieces(
      String where, int most, List<T> model, List<T> rules, Function<T, Set<String>> subjects) {
    Set<String> told = new HashSet<>();
    List<T> standing = new ArrayList<>();
    int places = Math.min(model.size(), most);
    for (int i = 0; i < places; i++) {
      T piece = model.get(i);
      if (stands("%s[%d]".formatted(where, i)) && isNew(told, subjects.apply(piece))) {
        standing.add(piece);
      }
    }
    Stream<T> spare = rules.stream().filter(each -> isNew(told, subjects.apply(each)));
    List<T> texts =
        Stream.concat(standing.stream(), spare.limit(places - standing.size())).toList();
    return new Pieces<>(texts, standing.size());
  }

  /// Whether none of the subjects was told of; from now on they were.
  private static boolean isNew(Set<String> told, Set<String> subjects) {
    boolean fresh = subjects.stream().noneMatch(told::contains);
    if (fresh) {
      told.addAll(subjects);
    }
    return fresh;
  }

  private boolean stands(String where) {
    return rejected.violations().stream().noneMatch(each -> each.where().startsWith(where));
  }

  /// The findings that a text cites facts of, and the facts of the account that it cites.
  private Set<String> subjects(String text) {
    return Placeholders.of(text).stream()
        .flatMap(id -> sheet.fact(id).stream())
        .map(Mending::subject)
        .collect(Collectors.toSet());
  }

  private static String subject(Fact fact) {
    return fact.finding().orElse(fact.id());
  }
}
