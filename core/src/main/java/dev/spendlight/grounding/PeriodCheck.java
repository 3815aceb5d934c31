package dev.spendlight.grounding;

import dev.spendlight.fact.Fact;
import dev.spendlight.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Facts say their own days; words about time must agree with them.
final class PeriodCheck implements Check {
  private static final int RECENT_DAYS = 45;
  private static final int WEEK = 7;
  private static final int SHORTEST_MONTH = 28;
  private static final int LONGEST_MONTH = 31;

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    passage
        .placesOf(Sense.PERIOD)
        .forEach(place ->
            faults.accept(
                "“%s” says when: leave it out, for each fact says its own days."
                    .formatted(passage.term(place).orElseThrow().text())));
    if (passage.placesOf(Sense.WEEK).findAny().isPresent() && !covers(passage, WEEK, WEEK)) {
      faults.accept("It speaks of the week, and cites no fact of the seven days up to today.");
    }
    if (passage.placesOf(Sense.MONTH).findAny().isPresent()
        && !covers(passage, SHORTEST_MONTH, LONGEST_MONTH)) {
      faults.accept("It speaks of the month, and cites no fact of the month up to today.");
    }
    if (passage.placesOf(Sense.RECENT).findAny().isPresent()
        && passage.findings().stream().noneMatch(each -> isRecent(each, asOf(passage)))) {
      faults.accept("It says that something is recent, and no finding says so: leave that out.");
    }
    boolean advice = passage.piece() == Piece.RECOMMENDATION;
    IntStream former = passage.placesOf(Sense.FORMER);
    if (!advice
        && former.findAny().isPresent()
        && passage.findings().stream().noneMatch(Evidences::isChange)) {
      faults.accept(
          "It speaks of what was before, and the finding tells of no change: say what is.");
    }
  }

  private static LocalDate asOf(Passage passage) {
    return passage.evidences().sheet().summary().asOf();
  }

  /// Whether all facts that have days have so many, up to the day asked for.
  private static boolean covers(Passage passage, int least, int most) {
    List<Fact> dated =
        passage.facts().stream().filter(each -> Wording.hasPeriod(each.figure().metric())).toList();
    return !dated.isEmpty()
        && dated.stream()
            .map(each -> each.figure().period())
            .allMatch(each ->
                each.days() >= least && each.days() <= most && each.to().equals(asOf(passage)));
  }

  private static boolean isRecent(Finding finding, LocalDate asOf) {
    return finding.onset().filter(day -> !day.isBefore(asOf.minusDays(RECENT_DAYS))).isPresent();
  }
}
