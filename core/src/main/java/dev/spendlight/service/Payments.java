package dev.spendlight.service;

import dev.spendlight.limit.Budget;
import dev.spendlight.limit.UnreachableException;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.OpenCall;
import dev.spendlight.log.OpenCalls;
import dev.spendlight.log.PromptLog;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Purse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sees to it that what a model may cost is set aside and noted before it is asked, and settled
/// afterwards, whatever becomes of process and store in between.
public final class Payments {
  /// Looked up in the log together.
  private static final int AT_ONCE = 1_000;

  private final Budget budget;
  private final OpenCalls calls;

  /// Calls that could not be settled, with what they cost.
  private final Map<ExchangeId, NanoDollars> unsettled = new ConcurrentHashMap<>();

  public Payments(Budget budget, OpenCalls calls) {
    this.budget = budget;
    this.calls = calls;
  }

  /// Nothing is limited, nothing is noted.
  public static Payments none() {
    return new Payments(Budget.NONE, OpenCalls.NONE);
  }

  /// For one question.
  Payment of(OpenCall call) {
    return new Payment(call);
  }

  /// Pays for one question. Not shared by threads.
  final class Payment implements Purse {
    private final OpenCall call;
    private boolean unknown;

    private Payment(OpenCall call) {
      this.call = call;
    }

    @Override
    public boolean covers(Optional<NanoDollars> most) {
      if (budget.isLimited() && (most.isEmpty() || !reserves(most.get()))) {
        return false;
      }
      return calls.keep(call.costing(most)) || !budget.isLimited();
    }

    private boolean reserves(NanoDollars most) {
      try {
        return budget.reserve(call.id().value(), call.subject().account(), most)
            instanceof Budget.Reservation.Held;
      } catch (UnreachableException e) {
        unknown = true;
        return false;
      }
    }

    /// Whether it refused because nobody knows what was spent.
    boolean isUnknown() {
      return unknown;
    }

    /// @param most that the question cost; empty when its price is unknown
    void settle(Optional<NanoDollars> most) {
      Payments.this.settle(call.id(), most.orElse(NanoDollars.ZERO));
    }
  }

  private void settle(ExchangeId id, NanoDollars bill) {
    if (!budget.isLimited()) {
      return;
    }
    try {
      budget.settle(id.value(), bill);
      unsettled.remove(id);
    } catch (UnreachableException e) {
      unsettled.put(id, bill);
    }
  }

  /// Settles what could not be settled, logs what dead processes left, and settles by the log what
  /// they did not. To be run every minute or so, by every process.
  ///
  /// @param longest that a question can be under way
  /// @throws dev.spendlight.report.StoreException when the log cannot be used; trying again helps
  public void tidy(PromptLog log, Instant now, Duration longest) {
    unsettled.forEach(this::settle);
    Instant old = now.minus(longest);
    logAbandoned(log, old);
    settleByLog(log, old);
  }

  private void logAbandoned(PromptLog log, Instant old) {
    List<OpenCall> over =
        calls.all().stream().filter(each -> each.at().isBefore(old)).limit(AT_ONCE).toList();
    Set<ExchangeId> logged =
        found(log, over.stream().map(OpenCall::id))
            .map(Exchange::id)
            .collect(Collectors.toUnmodifiableSet());
    List<OpenCall> lost = over.stream().filter(each -> !logged.contains(each.id())).toList();
    log.append(lost.stream().map(Exchange::abandoned).toList());
    lost.forEach(call -> call.most().ifPresent(most -> settle(call.id(), most)));
    over.forEach(call -> calls.remove(call.id()));
  }

  private void settleByLog(PromptLog log, Instant old) {
    if (!budget.isLimited()) {
      return;
    }
    try {
      List<Budget.Open> open = budget.open();
      found(log, open.stream().map(each -> new ExchangeId(each.call())))
          .filter(each -> each.at().isBefore(old))
          .forEach(each -> bill(each).ifPresent(bill -> settle(each.id(), bill)));
    } catch (UnreachableException e) {
      // The next minute is as good.
    }
  }

  private static Stream<Exchange> found(PromptLog log, Stream<ExchangeId> ids) {
    return log.find(ids.collect(Collectors.toUnmodifiableSet())).stream();
  }

  /// Known where every attempt told its usage.
  private static Optional<NanoDollars> bill(Exchange exchange) {
    return exchange.attempts().stream().map(Attempt::usage).allMatch(Optional::isPresent)
        ? exchange.charge().most()
        : Optional.empty();
  }
}
