package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.Fact;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Driver.YourChange;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Term;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Bids and budgets, what people did to them and what they are told to do outside of a
/// recommendation.
final class SettingCheck implements Check {
  private static final Set<Sense> DONE =
      Set.of(Sense.ACTION_LOWER, Sense.ACTION_RAISE, Sense.ACTION_PAUSE, Sense.ACTION_ENABLE);

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      if (passage.part(place) instanceof Cited cited) {
        inPlace(passage, place, cited, faults);
      }
      if (passage.part(place) instanceof Term term && !term.meanings().isEmpty()) {
        done(passage, place, term, faults);
      }
    }
  }

  /// The new bid is no bid that anything has, and a bare share of a bid is no share of anything
  /// else.
  private static void inPlace(Passage passage, int place, Cited cited, Consumer<String> faults) {
    boolean advised = isAdvice(passage, place);
    boolean yours = passage.clauseMeans(place, Sense.YOU);
    if (cited.metric() == Metric.BID_CHANGE) {
      Sense way = cited.fact().figure().value().signum() < 0 ? Sense.BELOW : Sense.ABOVE;
      boolean fits = passage.says(place - 1, "by") || passage.means(place + 1, way);
      if (!advised || !fits) {
        faults.accept(
            "{%s} is by how much bids are to change: it goes after “by” in a recommendation."
                .formatted(cited.fact().id()));
      }
    } else if (Settings.METRICS.contains(cited.metric())
        && !advised
        && !yours
        && !isToday(passage, cited)) {
      faults.accept(
          "{%s} is not what is set today: it goes into the recommendation."
              .formatted(cited.fact().id()));
    }
  }

  private static boolean isAdvice(Passage passage, int place) {
    return passage.piece() == Piece.RECOMMENDATION
        || passage.sentenceMeans(place, Sense.ACTION_LOWER)
        || passage.sentenceMeans(place, Sense.ACTION_RAISE);
  }

  private static boolean isToday(Passage passage, Cited cited) {
    BigDecimal value = cited.fact().figure().value();
    return passage.findings().stream()
        .flatMap(each -> each.action().stream())
        .flatMap(each ->
            switch (each) {
              case Action.SetBid bid -> bid.from().stream();
              case Action.SetDailyBudget budget -> Stream.of(budget.from());
              default -> Stream.<BigDecimal>empty();
            })
        .anyMatch(each -> each.compareTo(value) == 0);
  }

  private static void done(Passage passage, int place, Term term, Consumer<String> faults) {
    if (passage.piece() == Piece.RECOMMENDATION) {
      return;
    }
    if (term.means(Sense.YOU)) {
      if (passage.findings().stream().noneMatch(each -> isYourChange(passage, place, each))) {
        faults.accept(
            "It says what was done to the account, and no driver of the finding says so.");
      }
      return;
    }
    boolean setting =
        term.means(Sense.ACTION_PAUSE)
            || term.means(Sense.ACTION_NEGATE)
            || term.means(Sense.ACTION_ENABLE)
            || ((term.means(Sense.ACTION_LOWER) || term.means(Sense.ACTION_RAISE))
                && Settings.areSpokenOf(passage, place));
    boolean hypothesis = passage.clauseMeans(place, Sense.HEDGE) && Topics.isIn(passage, place);
    if (setting
        && !passage.clauseMeans(place, Sense.YOU)
        && !hypothesis
        && passage.findings().stream()
            .flatMap(each -> each.action().stream())
            .noneMatch(each -> term.means(ActionCheck.sense(each)))) {
      faults.accept(
          "“%s” is not the action of the finding: leave advice to the recommendation."
              .formatted(term.text()));
    }
  }

  private static boolean isYourChange(Passage passage, int place, Finding finding) {
    Optional<Sense> done =
        DONE.stream().filter(each -> passage.clauseMeans(place, each)).findFirst();
    return finding.drivers().stream()
        .flatMap(each -> each instanceof YourChange change ? Stream.of(change) : Stream.empty())
        .anyMatch(change -> fits(passage, place, finding.entity(), change, done));
  }

  private static boolean fits(
      Passage passage, int place, Entity entity, YourChange change, Optional<Sense> done) {
    boolean rose = change.to() > change.from();
    boolean way =
        done.map(each ->
                switch (change.what()) {
                  case BID, DAILY_BUDGET ->
                      each == (rose ? Sense.ACTION_RAISE : Sense.ACTION_LOWER);
                  case STATUS -> each == (rose ? Sense.ACTION_ENABLE : Sense.ACTION_PAUSE);
                })
            .orElse(true);
    boolean cites =
        passage
            .clauseOf(place)
            .filter(each -> passage.part(each) instanceof Cited)
            .allMatch(each -> change.on().equals(entity) && isOf(passage, each, change));
    return way && cites;
  }

  /// `from` what it was, `to` what it is.
  private static boolean isOf(Passage passage, int place, YourChange change) {
    if (!(passage.part(place) instanceof Cited(Fact fact))) {
      return true;
    }
    double value = fact.figure().value().doubleValue();
    return Math.abs(value - (passage.says(place - 1, "from") ? change.from() : change.to())) < 1e-6;
  }
}
