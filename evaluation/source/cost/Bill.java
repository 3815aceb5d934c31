package dev.spendlight.service;

import dev.spendlight.claude.ClaudeModel;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceList;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// What a provider would bill: a token is four characters of the request's body or of the reply, and the system prompt,
/// which is the same for all accounts, is written to the provider's cache when nobody used it for five minutes, else read.
final class Bill {
  private static final int CHARACTERS_OF_TOKEN = 4;
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final PriceList prices = PriceList.standard();
  private final LocalDate priced;
  private final Map<String, Long> bodies;
  private Instant lastUse = Instant.EPOCH;

  /// By day of the simulation, in nano-dollars.
  final long[] nanos = new long[Traffic.DAYS];

  final int[] questions = new int[Traffic.DAYS];
  final int[] written = new int[Traffic.DAYS];
  final long[] prompt = new long[Traffic.DAYS];
  final long[] output = new long[Traffic.DAYS];

  /// @param priced the day of the price list
  /// @param bodies characters of request bodies that were measured already
  Bill(LocalDate priced, Map<String, Long> bodies) {
    this.priced = priced;
    this.bodies = bodies;
  }

  Usage ask(ModelRequest request, String reply, Instant at) {
    long stable = tokens(request.system().length());
    long body =
        bodies.computeIfAbsent(request.turns().getFirst().text(), text -> (long) ClaudeModel.describe(request).length());
    boolean warm = !at.isAfter(lastUse.plus(LIFE));
    lastUse = at;
    Usage usage =
        new Usage(tokens(body) - stable, warm ? 0 : stable, 0, warm ? stable : 0, tokens(reply.length()));
    int day = Traffic.day(at);
    nanos[day] += prices.bill(request.model(), usage, priced).map(NanoDollars::value).orElseThrow();
    questions[day]++;
    written[day] += warm ? 0 : 1;
    prompt[day] += usage.prompt();
    output[day] += usage.output();
    return usage;
  }

  private static long tokens(long characters) {
    return Math.ceilDiv(characters, CHARACTERS_OF_TOKEN);
  }
}
