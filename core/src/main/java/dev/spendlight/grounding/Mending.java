package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts the rules' words in the place of those that violate.
///
/// A piece that violates is replaced by the rules' piece about the same finding; where they have
/// none, by the next that tells of something not told yet; else it is left out.
final class Mending {
  private static final int LEAST_SENTENCES = 2;
  private static final int MOST_SENTENCES = 3;

  private final FactSheet sheet;
  private final List<Violation> violations;
  private final AnalysisDraft draft;
  private int ofModel;
  private int ofRules;

  Mending(
      FactSheet sheet, AnalysisDraft model, List<Violation> violations, AnalysisDraft rules) {
    this.sheet = sheet;
    this.violations = violations;
    this.draft =
        new AnalysisDraft(
            model.overallHealth(),
            mended(
                "key_insights",
                model.insights(),
                rules.insights(),
                AccountAnalysis.MOST_INSIGHTS,
                this::subject),
            mended(
                "top_opportunities",
                model.opportunities(),
                rules.opportunities(),
                AccountAnalysis.MOST_OPPORTUNITIES,
                each -> Optional.of(each.finding())),
            summary(model.summary(), rules.summary()));
  }

  AnalysisDraft draft() {
    return draft;
  }

  boolean isAllModel() {
    return ofRules == 0;
  }

  boolean isAllRules() {
    return ofModel == 0;
  }

  private List<String> summary(List<String> model, List<String> rules) {
    boolean wrongLength = violations.stream().anyMatch(each -> each.where().equals("summary"));
    List<String> mended =
        wrongLength
            ? List.of()
            : mended("summary", model, rules, MOST_SENTENCES, this::subject);
    if (mended.size() >= LEAST_SENTENCES) {
      return mended;
    }
    ofRules += rules.size();
    return rules;
  }

  /// @param subject what a piece is about, so that nothing is told twice
  private <T> List<T> mended(
      String name,
      List<T> model,
      List<T> rules,
      int most,
      Function<T, Optional<String>> subject) {
    List<T> pieces = model.subList(0, Math.min(most, model.size()));
    List<Optional<String>> told = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (stands(name, i)) {
        told.add(subject.apply(pieces.get(i)));
      }
    }
    List<T> mended = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (stands(name, i)) {
        mended.add(pieces.get(i));
        ofModel++;
      } else {
        Optional<T> instead = instead(subject.apply(pieces.get(i)), rules, told, subject);
        instead.ifPresent(each -> {
          told.add(subject.apply(each));
          mended.add(each);
          ofRules++;
        });
      }
    }
    return List.copyOf(mended);
  }

  private static <T> Optional<T> instead(
      Optional<String> about,
      List<T> rules,
      List<Optional<String>> told,
      Function<T, Optional<String>> subject) {
    List<T> fresh = rules.stream().filter(each -> !told.contains(subject.apply(each))).toList();
    return fresh.stream()
        .filter(each -> subject.apply(each).equals(about))
        .findFirst()
        .or(() -> fresh.stream().findFirst());
  }

  private boolean stands(String name, int place) {
    String where = "%s[%d]".formatted(name, place);
    return violations.stream().noneMatch(each -> each.where().startsWith(where));
  }

  /// The finding whose facts a text cites; else the thing it names; empty for the account.
  private Optional<String> subject(String text) {
    List<String> ids = Placeholders.of(text);
    return ids.stream()
        .flatMap(id -> sheet.fact(id).flatMap(Fact::finding).stream())
        .findFirst()
        .or(() ->
            ids.stream()
                .flatMap(id -> sheet.alias(id).stream())
                .map(each -> each.entity())
                .filter(each -> !(each instanceof Entity.Account))
                .flatMap(each ->
                    sheet.findings().findings().stream()
                        .filter(finding -> finding.entity().equals(each)))
                .map(each -> each.id())
                .findFirst());
  }
}
