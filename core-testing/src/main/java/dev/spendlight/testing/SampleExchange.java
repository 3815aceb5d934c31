package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.Round;
import dev.spendlight.log.Texts;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.Charge;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Writes an exchange down: an accepted answer about the account `acme`, unless said otherwise.
///
/// @param number makes the id: higher is later within a millisecond
public record SampleExchange(
    int number,
    Instant at,
    String account,
    String model,
    Verdict verdict,
    boolean reused,
    List<Attempt> attempts,
    Charge charge,
    Optional<ModelReply> reply,
    int promptLength) {
  private static final Usage USAGE = new Usage(10, 20, 30, 40, 50);

  /// @param at as in `2026-03-08T06:00:00Z`
  public static SampleExchange at(String at, int number) {
    return new SampleExchange(
        number,
        Instant.parse(at),
        "acme",
        "claude-sonnet-5-5",
        Verdict.ACCEPTED,
        false,
        List.of(attempt("complete", Optional.of(USAGE))),
        cost(1_000, 100),
        Optional.empty(),
        100);
  }

  public SampleExchange account(String value) {
    return new SampleExchange(
        number, at, value, model, verdict, reused, attempts, charge, reply, promptLength);
  }

  public SampleExchange model(String value) {
    return new SampleExchange(
        number, at, account, value, verdict, reused, attempts, charge, reply, promptLength);
  }

  public SampleExchange verdict(Verdict value) {
    return new SampleExchange(
        number, at, account, model, value, reused, attempts, charge, reply, promptLength);
  }

  /// From a reply that was paid for earlier.
  public SampleExchange reusedReply() {
    return new SampleExchange(
        number, at, account, model, verdict, true, List.of(), Charge.NOTHING, reply, promptLength);
  }

  public SampleExchange attempts(Attempt... value) {
    return new SampleExchange(
        number, at, account, model, verdict, reused, List.of(value), charge, reply, promptLength);
  }

  public SampleExchange charge(Charge value) {
    return new SampleExchange(
        number, at, account, model, verdict, reused, attempts, value, reply, promptLength);
  }

  /// With its texts.
  public SampleExchange reply(ModelReply value) {
    return new SampleExchange(
        number,
        at,
        account,
        model,
        verdict,
        reused,
        attempts,
        charge,
        Optional.of(value),
        promptLength);
  }

  /// With its texts, the prompt so many characters long.
  public SampleExchange texts(int characters) {
    return new SampleExchange(
        number,
        at,
        account,
        model,
        verdict,
        reused,
        attempts,
        charge,
        Optional.of(complete("{\"overall_health\": \"good\"}")),
        characters);
  }

  public static Attempt attempt(String outcome, Optional<Usage> usage) {
    return new Attempt(
        outcome,
        usage,
        Optional.of("req_1"),
        Optional.of("claude-sonnet-5-5"),
        Duration.ofNanos(1_234_567_891));
  }

  public static ModelReply complete(String text) {
    return new ModelReply.Complete(
        List.of(new ContentBlock.Thinking(), new ContentBlock.Text(text)));
  }

  public static Charge cost(long cost, long saved) {
    return cost(cost, saved, 0);
  }

  public static Charge cost(long cost, long saved, long unbilled) {
    return new Charge(
        Optional.of(new NanoDollars(cost)),
        Optional.of(new NanoDollars(saved)),
        new NanoDollars(unbilled));
  }

  public ExchangeId id() {
    return new ExchangeId(
        new UUID(at.toEpochMilli() << 16 | 0x7000L | number, Long.MIN_VALUE).toString());
  }

  public Exchange make() {
    ModelRequest request =
        new ModelRequest(
            model,
            "Say what matters.",
            List.of(new Turn(Speaker.USER, "x".repeat(promptLength))),
            "{}",
            2_000);
    return new Exchange(
        id(),
        at,
        new Exchange.Subject(new AccountId(account), LocalDate.of(2026, 3, 7), "fingerprint"),
        new Exchange.Asked(model, request.hash(), "p1", "s1", Round.FIRST),
        reply.map(ModelReply::key).orElse("complete"),
        reused,
        verdict,
        attempts,
        charge,
        Duration.ofNanos(2_345_678),
        Duration.ofNanos(3_456_789_012L),
        reply.map(each -> new Texts(request, each, List.of("A digit stands alone."))));
  }
}
