package dev.spendlight.service;

import dev.spendlight.limit.Budget.Booked;
import dev.spendlight.limit.Budget.Ledger;
import dev.spendlight.limit.Budget.Open;
import dev.spendlight.limit.Budget.Paid;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.log.OpenCalls;
import dev.spendlight.log.PromptLog;
import dev.spendlight.metric.DateRange;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.report.StoreException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What a day has cost at most: by the log, and by the notes of calls that it does not have yet. A
/// call that both know is counted twice for a minute: rather too much than too little.
public record LoggedCosts(PromptLog log, OpenCalls calls) implements Ledger {

  @Override
  public Booked of(LocalDate day) {
    // The notes first: what moves from there to the log meanwhile is in both, and not in neither.
    List<Open> open =
        calls.all().stream()
            .filter(each -> each.at().atOffset(ZoneOffset.UTC).toLocalDate().equals(day))
            .map(each ->
                new Open(
                    each.id().value(),
                    each.subject().account(),
                    day,
                    each.most().orElse(NanoDollars.ZERO)))
            .toList();
    try {
      return new Booked(
          log.costs(Optional.empty(), Optional.of(new DateRange(day, day))).stream()
              .map(each -> new Paid(each.account(), each.sums().most()))
              .toList(),
          open);
    } catch (StoreException e) {
      throw new UnreachableException("What was spent today cannot be read from the log.", e);
    }
  }
}
