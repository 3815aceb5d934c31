package dev.spendlight.service;

import dev.spendlight.log.Exchange;
import dev.spendlight.log.Exchange.Subject;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.OpenCall;
import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import dev.spendlight.log.Round;
import dev.spendlight.log.Texts;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Charge;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceBook;
import dev.spendlight.reply.WireSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks a model, unless the very same question was paid for already, and tells what it took.
public final class Asking {
  private final LanguageModel model;
  private final PaidReplies paid;
  private final PriceBook prices;
  private final Payments payments;
  private final ExchangeIds ids;
  private final Consumer<Exchange> log;
  private final InstantSource clock;
  private final String schemaVersion = WireSchema.version();

  /// @param log takes every exchange, and may not wait or fail
  public Asking(
      LanguageModel model,
      PaidReplies paid,
      PriceBook prices,
      Payments payments,
      ExchangeIds ids,
      Consumer<Exchange> log,
      InstantSource clock) {
    this.model = model;
    this.paid = paid;
    this.prices = prices;
    this.payments = payments;
    this.ids = ids;
    this.log = log;
    this.clock = clock;
  }

  /// A question and its reply.
  ///
  /// @param exchange as far as it is known before somebody has judged the reply
  /// @param came when the reply did, which may be long ago
  /// @param budgetUnknown whether nothing was sent because nobody knows what was spent
  record Asked(
      ModelRequest request,
      ModelReply reply,
      Instant came,
      Exchange exchange,
      boolean budgetUnknown,
      List<String> violations,
      Duration own) {

    /// @param found what is wrong with the reply
    /// @param took to find it
    Asked checked(List<String> found, Duration took) {
      return new Asked(request, reply, came, exchange, budgetUnknown, found, took);
    }

    /// What is left of an allowance.
    Allowance rest(Allowance whole) {
      return whole.after(exchange.model());
    }

    Exchange exchange(Verdict verdict) {
      return new Exchange(
          exchange.id(),
          exchange.at(),
          exchange.subject(),
          exchange.asked(),
          exchange.reply(),
          exchange.reused(),
          verdict,
          exchange.attempts(),
          exchange.charge(),
          own,
          exchange.model(),
          Optional.of(new Texts(request, reply, violations)));
    }
  }

  Asked ask(
      ModelRequest request,
      Subject subject,
      String promptVersion,
      Round round,
      Allowance allowance) {
    Instant at = clock.instant();
    String hash = request.hash();
    ExchangeId id = ids.next();
    Exchange.Asked asked =
        new Exchange.Asked(request.model(), hash, promptVersion, schemaVersion, round);
    Payments.Payment payment =
        payments.of(new OpenCall(id, at, subject, asked, Optional.of(NanoDollars.ZERO)));
    Optional<PaidReply> known = paid.find(hash);
    ModelCall call =
        known
            .map(each -> ModelCall.unsent(each.reply()))
            .orElseGet(() -> model.ask(request, allowance.paidBy(payment)));
    Instant came = clock.instant();
    if (known.isEmpty()) {
      PaidReply.of(call, came).ifPresent(reply -> paid.keep(hash, reply));
    }
    Exchange exchange =
        new Exchange(
            id,
            at,
            subject,
            asked,
            call.reply().key(),
            known.isPresent(),
            Verdict.FELL_BACK,
            call.attempts(),
            Charge.of(
                call.attempts(),
                call.most(),
                request.model(),
                prices,
                at.atOffset(ZoneOffset.UTC).toLocalDate()),
            Duration.ZERO,
            Duration.between(at, came),
            Optional.empty());
    if (known.isEmpty()) {
      payment.settle(call.most());
    }
    return new Asked(
        request,
        call.reply(),
        known.map(PaidReply::at).orElse(came),
        exchange,
        payment.isUnknown(),
        List.of(),
        Duration.ZERO);
  }

  /// The reply to a request, where it was paid for already.
  Optional<ModelReply> paid(ModelRequest request) {
    return paid.find(request.hash()).map(PaidReply::reply);
  }

  Instant now() {
    return clock.instant();
  }

  void log(Exchange exchange) {
    log.accept(exchange);
  }
}
