package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.Alias;
import dev.spendlight.fact.Fact;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A text is about one thing and one finding, names that thing, and ascribes to it its own facts.
final class EntityCheck implements Check {
  /// Account figures that say whose they are when they are rendered.
  private static final Set<Metric> SAY_WHOSE =
      Set.of(Metric.TARGET_ACOS, Metric.ACOS, Metric.CTR, Metric.CVR, Metric.ROAS);

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    Set<Entity> things =
        passage.facts().stream()
            .map(fact -> fact.figure().entity())
            .filter(each -> !(each instanceof Entity.Account))
            .collect(Collectors.toSet());
    if (things.size() > 1) {
      faults.accept("Its facts are about several things; a text may cite one, beside the account.");
      return;
    }
    if (isOfTwoFindings(passage)) {
      faults.accept("Its facts belong to two findings; a text tells of one.");
      return;
    }
    named(passage, things.stream().findFirst(), faults);
    ofAccount(passage, faults);
  }

  private static boolean isOfTwoFindings(Passage passage) {
    Set<String> cited = new HashSet<>();
    for (Fact fact : passage.facts()) {
      fact.finding().ifPresent(cited::add);
    }
    return cited.size() > 1
        || (passage.piece().isOfOpportunity()
            && cited.stream()
                .anyMatch(
                    id -> passage.findings().stream().noneMatch(each -> each.id().equals(id))));
  }

  private static void named(Passage passage, Optional<Entity> thing, Consumer<String> faults) {
    List<Alias> aliases = passage.named();
    List<Entity> allowed = new ArrayList<>();
    passage.findings().forEach(each -> allowed.addAll(Lineage.of(each)));
    if (passage.findings().isEmpty() && !aliases.isEmpty()) {
      allowed.addAll(Lineage.of(aliases.getFirst().entity()));
    }
    aliases.stream()
        .filter(each -> !(each.entity() instanceof Entity.Account))
        .filter(each -> !allowed.contains(each.entity()))
        .forEach(each ->
            faults.accept(
                "{%s} is another thing than the text is about: name one.".formatted(each.id())));
    boolean mustName = passage.piece() != Piece.IMPACT && passage.piece() != Piece.RECOMMENDATION;
    if (thing.isPresent()
        && (mustName || !aliases.isEmpty())
        && aliases.stream().noneMatch(each -> each.entity().equals(thing.get()))) {
      faults.accept(
          "Its facts are about %s, which it does not name: name it by its placeholder."
              .formatted(placeholder(passage, thing.get())));
    }
  }

  private static String placeholder(Passage passage, Entity entity) {
    return passage
        .evidences()
        .sheet()
        .aliasOf(entity)
        .map(each -> "{" + each.id() + "}")
        .orElse("a thing");
  }

  /// Figures of the account beside another thing would read as that thing's.
  private static void ofAccount(Passage passage, Consumer<String> faults) {
    boolean beside =
        passage.named().stream().anyMatch(each -> !(each.entity() instanceof Entity.Account))
            || (passage.piece().isOfOpportunity()
                && passage.findings().stream()
                    .map(Finding::entity)
                    .anyMatch(each -> !(each instanceof Entity.Account)));
    if (!beside) {
      return;
    }
    passage
        .places()
        .filter(place -> passage.part(place) instanceof Cited cited && isSilent(cited.fact()))
        .filter(place -> !passage.clauseMeans(place, Noun.ACCOUNT))
        .forEach(place ->
            faults.accept(
                "{%s} is the account's, and reads as if it were of the thing that is named: leave it out."
                    .formatted(((Cited) passage.part(place)).fact().id())));
  }

  private static boolean isSilent(Fact fact) {
    return fact.figure().entity() instanceof Entity.Account
        && !SAY_WHOSE.contains(fact.figure().metric());
  }
}
