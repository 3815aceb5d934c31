package dev.spendlight.cache;

import dev.spendlight.account.Entity;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.Health;
import dev.spendlight.fact.Alias;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Placeholders;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A model's words apart from the figures of one day: its draft, and what each of its placeholders
/// stands for, so that the same words can be said of other data. Whether they are true of them is
/// for the verifier to say.
///
/// @param draft with the placeholders of the sheet that it was written from
/// @param meanings what each placeholder stood for in that sheet: a fact or a thing
/// @param topFindings ids of the first findings of that sheet, in their order
/// @param requestHash of the request that was paid for
/// @param paidAt when the reply came
public record PortableDraft(
    AnalysisDraft draft,
    Map<String, String> meanings,
    List<String> topFindings,
    String requestHash,
    Instant paidAt) {
  /// As many as an answer has opportunities.
  private static final int TOP = 3;

  public PortableDraft {
    meanings = Map.copyOf(meanings);
    topFindings = List.copyOf(topFindings);
  }

  public static PortableDraft of(
      AnalysisDraft draft, FactSheet sheet, String requestHash, Instant paidAt) {
    Map<String, String> all = meanings(sheet);
    Map<String, String> used = new LinkedHashMap<>();
    texts(draft)
        .flatMap(text -> Placeholders.of(text).stream())
        .forEach(id -> Optional.ofNullable(all.get(id)).ifPresent(it -> used.put(id, it)));
    return new PortableDraft(draft, used, top(sheet), requestHash, paidAt);
  }

  /// Whether the first findings are still the same.
  public boolean hasTopFindingsOf(FactSheet sheet) {
    return topFindings.equals(top(sheet));
  }

  /// The same words about another sheet; empty when that lacks something they speak of.
  public Optional<AnalysisDraft> on(FactSheet sheet) {
    Map<String, String> there = new HashMap<>();
    meanings(sheet).forEach((id, meaning) -> there.put(meaning, id));
    Map<String, String> ids = new HashMap<>();
    for (Map.Entry<String, String> each : meanings.entrySet()) {
      String id = there.get(each.getValue());
      if (id == null) {
        return Optional.empty();
      }
      ids.put(each.getKey(), id);
    }
    UnaryOperator<String> said = text -> renamed(text, ids);
    return Optional.of(
        new AnalysisDraft(
            Health.of(sheet),
            draft.insights().stream().map(said).toList(),
            draft.opportunities().stream()
                .map(each ->
                    new DraftOpportunity(
                        each.finding(),
                        said.apply(each.issue()),
                        said.apply(each.recommendation()),
                        said.apply(each.estimatedImpact())))
                .toList(),
            draft.summary().stream().map(said).toList()));
  }

  private static String renamed(String text, Map<String, String> ids) {
    StringBuilder into = new StringBuilder(text.length());
    Placeholders.replace(text, into, id -> "{" + ids.getOrDefault(id, id) + "}");
    return into.toString();
  }

  private static Stream<String> texts(AnalysisDraft draft) {
    return Stream.of(
            draft.insights().stream(),
            draft.opportunities().stream()
                .flatMap(
                    each -> Stream.of(each.issue(), each.recommendation(), each.estimatedImpact())),
            draft.summary().stream())
        .flatMap(texts -> texts);
  }

  private static List<String> top(FactSheet sheet) {
    return sheet.findings().findings().stream().limit(TOP).map(Finding::id).toList();
  }

  /// What every placeholder of a sheet stands for.
  private static Map<String, String> meanings(FactSheet sheet) {
    Map<String, String> meanings = facts(sheet);
    sheet.aliases().forEach(alias -> meanings.put(alias.id(), thing(alias)));
    return meanings;
  }

  /// A fact is the same on another day when it says the same metric of the same thing for the same
  /// finding, as the same one of as many.
  private static Map<String, String> facts(FactSheet sheet) {
    Map<String, Integer> count = new HashMap<>();
    sheet.facts().forEach(fact -> count.merge(kind(fact), 1, Integer::sum));
    Map<String, Integer> seen = new HashMap<>();
    Map<String, String> meanings = new HashMap<>();
    for (Fact fact : sheet.facts()) {
      String kind = kind(fact);
      int place = seen.merge(kind, 1, Integer::sum);
      meanings.put(fact.id(), "%s %s of %s".formatted(kind, place, count.get(kind)));
    }
    return meanings;
  }

  private static String kind(Fact fact) {
    return String.join(
        " ",
        fact.figure().metric().name(),
        fact.figure().nature().name(),
        fact.finding().orElse("-"),
        entity(fact.figure().entity()));
  }

  private static String thing(Alias alias) {
    return entity(alias.entity());
  }

  private static String entity(Entity entity) {
    return entity.getClass().getSimpleName() + ":" + entity.id();
  }
}
