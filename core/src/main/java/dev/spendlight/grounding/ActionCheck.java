package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.Fact;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Part.Term;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A recommendation is its finding's action and no other, with the action's own facts.
final class ActionCheck implements Check {
  private static final Set<Sense> ACTIONS =
      EnumSet.of(
          Sense.ACTION_LOWER,
          Sense.ACTION_RAISE,
          Sense.ACTION_PAUSE,
          Sense.ACTION_NEGATE,
          Sense.ACTION_ENABLE,
          Sense.ACTION_INSPECT);

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    if (passage.piece() != Piece.RECOMMENDATION) {
      return;
    }
    for (Finding finding : passage.findings()) {
      finding.action().ifPresent(action -> action(passage, action, faults));
    }
  }

  private static void action(Passage passage, Action action, Consumer<String> faults) {
    Sense wanted = sense(action);
    if (passage.placesOf(wanted).findAny().isEmpty()) {
      faults.accept(
          "It does not say to %s, which is the finding's action.".formatted(verb(wanted)));
    }
    ACTIONS.stream()
        .filter(each -> each != wanted && each != Sense.ACTION_INSPECT)
        .flatMap(each -> passage.placesOf(each).mapToObj(place -> passage.term(place)))
        .flatMap(Optional::stream)
        .filter(term -> !term.means(wanted))
        .filter(term -> !isOfPlacement(action, term))
        .forEach(term ->
            faults.accept(
                "“%s” is not the finding's action, which is to %s."
                    .formatted(term.text(), verb(wanted))));
    if (passage.placesOf(Sense.NEGATION).findAny().isPresent()) {
      faults.accept("It says what not to do: say only what to do.");
    }
    if (!(action.on() instanceof Entity.Account)
        && passage.named().stream().noneMatch(each -> each.entity().equals(action.on()))) {
      faults.accept("It does not name what the action is done to: name it by its placeholder.");
    }
    object(passage, action, faults);
    facts(passage, action, faults);
  }

  /// A placement's adjustment is lowered, and the others are adjusted up.
  private static boolean isOfPlacement(Action action, Term term) {
    return action.on() instanceof Entity.Placement && term.text().equals("adjust");
  }

  static Sense sense(Action action) {
    return switch (action) {
      case Action.Pause any -> Sense.ACTION_PAUSE;
      case Action.AddNegativeExact any -> Sense.ACTION_NEGATE;
      case Action.AddNegativeProduct any -> Sense.ACTION_NEGATE;
      case Action.Inspect any -> Sense.ACTION_INSPECT;
      case Action.SetBid bid ->
          bid.from().filter(from -> from.compareTo(bid.to()) < 0).isPresent()
              ? Sense.ACTION_RAISE
              : Sense.ACTION_LOWER;
      case Action.ChangeBids bids ->
          bids.change().signum() < 0 ? Sense.ACTION_LOWER : Sense.ACTION_RAISE;
      case Action.SetDailyBudget budget ->
          budget.from().compareTo(budget.to()) < 0 ? Sense.ACTION_RAISE : Sense.ACTION_LOWER;
    };
  }

  private static String verb(Sense action) {
    return switch (action) {
      case ACTION_PAUSE -> "pause";
      case ACTION_NEGATE -> "add a negative";
      case ACTION_INSPECT -> "check something before anything is changed";
      case ACTION_RAISE -> "raise";
      default -> "lower";
    };
  }

  /// What is lowered, raised or added.
  private static void object(Passage passage, Action action, Consumer<String> faults) {
    boolean bid = saysOf(passage, Metric.BID);
    boolean budget = saysOf(passage, Metric.DAILY_BUDGET);
    boolean product = passage.placesOf(Noun.PRODUCT).findAny().isPresent();
    boolean other =
        passage.placesOf(Sense.PHRASE).findAny().isPresent()
            || passage.placesOf(Sense.BROAD).findAny().isPresent();
    Optional<String> fault =
        switch (action) {
          case Action.SetBid any when budget ->
              Optional.of("It speaks of a budget; its action is about a bid.");
          case Action.ChangeBids any when budget ->
              Optional.of("It speaks of a budget; its action is about bids.");
          case Action.SetDailyBudget any when bid ->
              Optional.of("It speaks of a bid; its action is about a budget.");
          case Action.AddNegativeExact any when product || other ->
              Optional.of("It speaks of another negative; its action is a negative exact keyword.");
          case Action.AddNegativeProduct any when !product ->
              Optional.of("It does not say that the negative is a product target.");
          default -> Optional.empty();
        };
    fault.ifPresent(faults);
  }

  private static boolean saysOf(Passage passage, Metric metric) {
    return passage.placesOf(new Meaning.Measure(metric)).findAny().isPresent();
  }

  private static void facts(Passage passage, Action action, Consumer<String> faults) {
    switch (action) {
      case Action.SetBid bid -> setting(passage, Metric.BID, bid.from(), bid.to(), faults);
      case Action.SetDailyBudget budget ->
          setting(passage, Metric.DAILY_BUDGET, Optional.of(budget.from()), budget.to(), faults);
      case Action.ChangeBids bids -> {
        if (passage.facts().stream()
            .noneMatch(each -> states(each, Metric.BID_CHANGE, bids.change()))) {
          faults.accept("It does not cite by how much: cite the fact of the bid change.");
        }
      }
      case Action.Pause any -> {}
      case Action.AddNegativeExact any -> {}
      case Action.AddNegativeProduct any -> {}
      case Action.Inspect any -> {}
    }
  }

  private static void setting(
      Passage passage,
      Metric metric,
      Optional<BigDecimal> from,
      BigDecimal to,
      Consumer<String> faults) {
    if (passage.facts().stream().noneMatch(each -> states(each, metric, to))) {
      faults.accept(
          "It does not cite what to set: cite the fact of the new %s.".formatted(metric.words()));
    }
    for (int place = 0; place < passage.size(); place++) {
      Optional<Fact> fact =
          passage.factRightAfter(place).filter(each -> each.figure().metric() == metric);
      boolean wrong =
          (passage.says(place, "to") && fact.filter(each -> !states(each, metric, to)).isPresent())
              || (passage.says(place, "from")
                  && fact.filter(
                          each -> from.filter(value -> states(each, metric, value)).isEmpty())
                      .isPresent());
      if (wrong) {
        faults.accept(
            "{%s} is in the wrong place: “from” goes with today's %s, “to” with the new one."
                .formatted(fact.orElseThrow().id(), metric.words()));
      }
    }
  }

  private static boolean states(Fact fact, Metric metric, BigDecimal value) {
    return fact.figure().metric() == metric && fact.figure().value().compareTo(value) == 0;
  }
}
