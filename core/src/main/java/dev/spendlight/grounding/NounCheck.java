package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.grounding.Part.Named;
import dev.spendlight.grounding.Part.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A thing is called what it is: a keyword no campaign, an exact keyword no broad one.
final class NounCheck implements Check {
  private static final Set<String> POINTING = Set.of("the", "this", "that");
  private static final Set<Sense> MATCHES =
      Set.of(Sense.EXACT, Sense.PHRASE, Sense.BROAD, Sense.AUTOMATIC);

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      if (passage.part(place) instanceof Named named) {
        beside(passage, place, named, faults);
      }
      pointing(passage, place, faults);
      peers(passage, place, faults);
    }
  }

  private static void beside(Passage passage, int place, Named named, Consumer<String> faults) {
    Entity entity = named.alias().entity();
    for (int next : List.of(place - 1, place + 1)) {
      List<Noun> nouns = nouns(passage, next);
      boolean plural = next > place && passage.term(next).filter(NounCheck::isPlural).isPresent();
      if (!nouns.isEmpty() && !plural && nouns.stream().noneMatch(each -> each.names(entity))) {
        faults.accept(
            "{%s} is no %s: call it what it is."
                .formatted(named.alias().id(), passage.term(next).orElseThrow().text()));
      }
    }
    IntStream.range(place - 3, place)
        .filter(before -> passage.isSameClause(before, place))
        .filter(before ->
            IntStream.range(before, place).noneMatch(each -> passage.part(each) instanceof Named))
        .forEach(before -> match(passage, before, entity, named, faults));
  }

  private static void match(
      Passage passage, int place, Entity entity, Named named, Consumer<String> faults) {
    Optional<MatchType> type =
        switch (entity) {
          case Entity.Keyword keyword -> Optional.of(keyword.matchType());
          case Entity.CampaignMatch match -> Optional.of(match.matchType());
          default -> Optional.empty();
        };
    Optional<Sense> said = MATCHES.stream().filter(each -> passage.means(place, each)).findFirst();
    if (said.isPresent()
        && type.isPresent()
        && !type.get().name().startsWith(said.get().name().substring(0, 4))) {
      faults.accept(
          "{%s} is of another match type than “%s”: leave the match type out."
              .formatted(named.alias().id(), passage.term(place).orElseThrow().text()));
    }
  }

  /// `This keyword` is the thing that the text is about, or what that lies in.
  private static void pointing(Passage passage, int place, Consumer<String> faults) {
    boolean points = passage.term(place).filter(each -> POINTING.contains(each.text())).isPresent();
    List<Noun> nouns = points ? nouns(passage, place + 1) : List.of();
    if (nouns.isEmpty()
        || nouns.contains(Noun.ACCOUNT)
        || passage.findings().isEmpty()
        || passage.term(place + 1).filter(NounCheck::isPlural).isPresent()
        || passage.part(place + 2) instanceof Named) {
      return;
    }
    boolean known =
        passage.findings().stream()
            .flatMap(each -> Lineage.of(each).stream())
            .anyMatch(each -> nouns.stream().anyMatch(noun -> noun.names(each)));
    if (!known) {
      faults.accept(
          "“%s” is not what the text is about: call the thing what it is."
              .formatted(passage.term(place + 1).orElseThrow().text()));
    }
  }

  /// Comparisons with other things are made only where the finding was tested so.
  private static void peers(Passage passage, int place, Consumer<String> faults) {
    if (!passage.means(place, Sense.PEERS)) {
      return;
    }
    boolean tested =
        passage.findings().stream()
            .anyMatch(each ->
                switch (each.kind()) {
                  case LAUNCH_OUTPERFORMING, LAUNCH_UNDERPERFORMING -> true;
                  case PLACEMENT_INEFFICIENT -> passage.says(place, "other placements");
                  case MARKET_SHIFT -> passage.says(place, "most campaigns alike");
                  default -> false;
                });
    if (!tested) {
      faults.accept(
          "“%s” compares with things that the finding was not tested against: leave it out."
              .formatted(passage.term(place).orElseThrow().text()));
    }
  }

  private static boolean isPlural(Term term) {
    return term.text().endsWith("s");
  }

  private static List<Noun> nouns(Passage passage, int place) {
    return passage.part(place) instanceof Term term && !term.meanings().isEmpty()
        ? term.meanings().stream()
            .flatMap(each -> each instanceof Noun noun ? Stream.of(noun) : Stream.empty())
            .toList()
        : List.of();
  }
}
