package dev.spendlight.grounding;

import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.fact.Fact;
import dev.spendlight.grounding.Contrast.With;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Term;
import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Words for moves and comparisons are recomputed from the facts of the finding.
///
/// A move in time (`rose`) needs figures of two periods, or a finding that tells of a change; a
/// comparison (`above`) needs something to compare with. `better` and `worse` are turned into moves
/// by what is good for the metric they speak of.
final class DirectionCheck implements Check {
  /// A large difference is at least this multiple, a small one at most the other.
  private static final double STRONG_TIMES = 1.15;

  private static final double SLIGHT_TIMES = 1.15;

  private static final Set<With> ANY = Set.of(With.values());
  private static final Set<Sense> MOVES =
      Set.of(
          Sense.UP,
          Sense.DOWN,
          Sense.ABOVE,
          Sense.BELOW,
          Sense.BETTER,
          Sense.WORSE,
          Sense.DEARER,
          Sense.CHEAPER);

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      if (passage.part(place) instanceof Term term && !term.meanings().isEmpty()) {
        term(passage, place, term, faults);
      }
    }
  }

  private static void term(Passage passage, int place, Term term, Consumer<String> faults) {
    if (isMove(term) && !isAdvice(passage, place, term)) {
      move(passage, place, term, faults);
    }
    if (term.means(Sense.TOO_DEAR) && passage.moves().stream().noneMatch(Moves::isTooDear)) {
      faults.accept("“%s” is not what the finding shows.".formatted(term.text()));
    }
    boolean healthy = term.means(Sense.HEALTHY);
    if (healthy || term.means(Sense.UNHEALTHY)) {
      health(passage, term, healthy, faults);
    }
  }

  private static boolean isMove(Term term) {
    for (Meaning meaning : term.meanings()) {
      if (meaning instanceof Sense sense && MOVES.contains(sense)) {
        return true;
      }
    }
    return false;
  }

  /// What the account's people did or should do is checked by what knows of actions.
  private static boolean isAdvice(Passage passage, int place, Term term) {
    boolean acts = term.means(Sense.ACTION_LOWER) || term.means(Sense.ACTION_RAISE);
    boolean aboutSettings = Settings.areSpokenOf(passage, place);
    boolean advises = acts && (passage.piece() == Piece.RECOMMENDATION || aboutSettings);
    boolean supposes = passage.clauseMeans(place, Sense.HEDGE) && Topics.isIn(passage, place);
    return advises
        || supposes
        || passage.clauseMeans(place, Sense.YOU)
        || isOfBidChange(passage, place);
  }

  /// `bid {f7} less`.
  private static boolean isOfBidChange(Passage passage, int place) {
    return passage.part(place - 1) instanceof Cited cited && cited.metric() == Metric.BID_CHANGE;
  }

  private static void move(Passage passage, int place, Term term, Consumer<String> faults) {
    if (isNegated(passage, place)) {
      faults.accept("“%s” is denied: say what is, not what is not.".formatted(term.text()));
      return;
    }
    Optional<Fact> right = passage.factRightAfter(than(passage, place));
    boolean compares =
        term.means(Sense.ABOVE) || term.means(Sense.BELOW) || passage.says(place + 1, "than");
    if (right.isPresent() && compares) {
      beside(passage, place, term, right.get(), faults);
      return;
    }
    Optional<Metric> metric = About.metric(passage, place);
    Set<With> with = with(passage, place, term);
    if (passage.moves().stream().noneMatch(each -> shows(each, term, metric, with))) {
      faults.accept(
          "“%s” is not what the facts show%s: cite the facts that show it, or leave it out."
              .formatted(term.text(), metric.map(each -> " of the " + each.words()).orElse("")));
    } else {
      degree(passage, place, term, metric, with, faults);
    }
  }

  private static int than(Passage passage, int place) {
    return passage.says(place + 1, "than") ? place + 1 : place;
  }

  private static boolean isNegated(Passage passage, int place) {
    return IntStream.range(place - 3, place)
        .anyMatch(
            before -> passage.isSameClause(before, place) && passage.means(before, Sense.NEGATION));
  }

  /// `{f1} is above {f2}`: the fact on the left, or the finding's own, against the one on the
  /// right.
  private static void beside(
      Passage passage, int place, Term term, Fact right, Consumer<String> faults) {
    int sign = sign(term, Optional.of(right.figure().metric()));
    Optional<Fact> left =
        passage
            .sentenceOf(place)
            .filter(before -> before < place)
            .mapToObj(passage::part)
            .flatMap(each -> each instanceof Cited cited ? List.of(cited.fact()).stream() : null)
            .filter(each ->
                Moves.family(each.figure().metric()) == Moves.family(right.figure().metric()))
            .reduce((one, other) -> other)
            .or(() ->
                passage.moves().stream()
                    .flatMap(each -> each.contrasts().stream())
                    .filter(each -> each.reference().equals(right))
                    .map(Contrast::current)
                    .findFirst());
    if (left.isEmpty()) {
      faults.accept(
          "“%s” compares with {%s}, and nothing is there to compare: leave the word out."
              .formatted(term.text(), right.id()));
    } else if (Integer.signum(left.get().figure().value().compareTo(right.figure().value()))
        != sign) {
      faults.accept(
          "“%s” is wrong of {%s} and {%s}: their values say otherwise."
              .formatted(term.text(), left.get().id(), right.id()));
    }
  }

  private static boolean shows(Moves moves, Term term, Optional<Metric> metric, Set<With> with) {
    if (metric.isPresent()) {
      int sign = sign(term, metric);
      return sign != 0 && moves.show(metric.get(), sign, with);
    }
    if (term.means(Sense.BETTER) || term.means(Sense.WORSE)) {
      return moves.news() == (term.means(Sense.BETTER) ? 1 : -1);
    }
    return moves.show(sign(term, metric), with);
  }

  private static int sign(Term term, Optional<Metric> metric) {
    if (term.means(Sense.BETTER) || term.means(Sense.WORSE)) {
      return metric.map(Moves::good).orElse(0) * (term.means(Sense.BETTER) ? 1 : -1);
    }
    return term.means(Sense.UP) || term.means(Sense.ABOVE) || term.means(Sense.DEARER) ? 1 : -1;
  }

  private static Set<With> with(Passage passage, int place, Term term) {
    boolean past =
        IntStream.range(place + 1, place + 4)
            .anyMatch(
                next -> passage.isSameClause(place, next) && passage.means(next, Sense.FORMER));
    boolean inTime =
        term.means(Sense.UP)
            || term.means(Sense.DOWN)
            || term.means(Sense.DEARER)
            || term.means(Sense.CHEAPER);
    boolean target =
        IntStream.range(place + 1, place + 4)
            .anyMatch(next ->
                passage.isSameClause(place, next)
                    && passage
                        .term(next)
                        .filter(each -> each.measures(Metric.TARGET_ACOS))
                        .isPresent());
    return past || inTime ? Set.of(With.BEFORE) : target ? Set.of(With.WANTED) : ANY;
  }

  /// `far less`, `slightly above`: as large or small as the facts say.
  private static void degree(
      Passage passage,
      int place,
      Term term,
      Optional<Metric> metric,
      Set<With> with,
      Consumer<String> faults) {
    boolean slight = near(passage, place, Sense.SLIGHT);
    boolean strong = near(passage, place, Sense.STRONG) || term.means(Sense.STRONG);
    if (!slight && !strong) {
      return;
    }
    boolean fits =
        passage.moves().stream()
            .flatMap(each -> each.contrasts().stream())
            .filter(each -> with.contains(each.with()) || each.with() == With.USUAL)
            .filter(each ->
                metric.isEmpty()
                    || Moves.family(each.current().figure().metric()) == Moves.family(metric.get()))
            .anyMatch(each -> slight ? each.times() <= SLIGHT_TIMES : each.times() >= STRONG_TIMES);
    if (!fits) {
      faults.accept(
          "How much “%s” is said to be is not what the facts show: leave the degree out."
              .formatted(term.text()));
    }
  }

  private static boolean near(Passage passage, int place, Sense sense) {
    return IntStream.rangeClosed(place - 2, place + 2)
        .anyMatch(each -> passage.isSameClause(place, each) && passage.means(each, sense));
  }

  private static void health(Passage passage, Term term, boolean healthy, Consumer<String> faults) {
    boolean good = passage.health() == OverallHealth.GOOD;
    boolean fits =
        passage.named().isEmpty()
            ? good == healthy
            : passage.moves().stream().anyMatch(each -> each.news() == (healthy ? 1 : -1));
    if (!fits) {
      faults.accept("“%s” is not how it stands by the findings.".formatted(term.text()));
    }
  }
}
