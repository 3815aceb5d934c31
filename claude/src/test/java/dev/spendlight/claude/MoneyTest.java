package dev.spendlight.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Complete;
import dev.spendlight.model.ModelReply.TooDear;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceList;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Usage;
import dev.spendlight.testing.FlatPrices;
import dev.spendlight.testing.claude.Behaviour;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The most that a question may cost, at the stub's prices of 1 a prompt token and 5 an output
/// token.
class MoneyTest extends StubbedTest {
  private static final FlatPrices PRICES = new FlatPrices(1, 5);

  /// The worst that one attempt can cost.
  private static final long WORST =
      ClaudeModel.describe(Questions.standard()).getBytes(StandardCharsets.UTF_8).length
          + 2_000
          + 5 * 2_000;

  @Test
  void theLimitIsExact() {
    assertThat(ask(WORST - 1, Replies.text("half")).reply()).isEqualTo(new TooDear());
    assertThat(stub.count()).isZero();
    assertThat(ask(WORST, Replies.text("half")).reply()).isInstanceOf(Complete.class);
  }

  @Test
  void attemptsThatWereTurnedAwayCostNothing() {
    for (int status : new int[] {408, 409, 429, 503, 529}) {
      assertThat(ask(WORST, Faults.status(status), Replies.text("half")).reply())
          .as("HTTP %s", status)
          .isInstanceOf(Complete.class);
    }
  }

  @Test
  void attemptsThatMayHaveRunCountAtTheirWorst() {
    for (Behaviour fault :
        List.of(
            Faults.status(500),
            Faults.status(502),
            Faults.status(504),
            Faults.cut("half"),
            Faults.reset())) {
      assertThat(ask(2 * WORST - 1, fault).reply()).isEqualTo(new TooDear());
      assertThat(ask(2 * WORST, fault, Replies.text("half")).reply()).isInstanceOf(Complete.class);
    }
  }

  @Test
  void withoutALimitNoPriceIsNeeded() {
    stub.then(Replies.text("half"));
    ModelCall call = model.ask(Questions.to("unpriced-1"), Questions.PATIENT);
    assertThat(call.reply()).isInstanceOf(Complete.class);
  }

  /// The same prices as the stub's, of a model that no list of ours knows.
  @Test
  void pricesThatAnOperatorAddsAreWhatTheLimitGoesBy(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("prices.json"),
            """
            {"unit": "US dollars for a million tokens", "models": {"unpriced-1": [{
              "input": 0.001, "cache_write_5m": 0.001, "cache_write_1h": 0.001,
              "cache_read": 0.001, "output": 0.005}]}}
            """);
    PriceList known = PriceList.standard();
    PriceList both = known.with(PriceList.read(file));
    ModelRequest request = Questions.to("unpriced-1");
    long worst =
        ClaudeModel.describe(request).getBytes(StandardCharsets.UTF_8).length
            + 2_000
            + 5L * request.maxTokens();
    stub.usually(Replies.text("half"));

    assertThat(ask(request, known, 1_000 * worst)).isEqualTo(new TooDear());
    assertThat(ask(request, both, worst - 1)).isEqualTo(new TooDear());
    assertThat(stub.count()).isZero();
    assertThat(ask(request, both, worst)).isInstanceOf(Complete.class);
  }

  private ModelReply ask(ModelRequest request, PriceList prices, long limit) {
    try (ClaudeModel priced = new ClaudeModel(options(), prices)) {
      return priced
          .ask(request, new Allowance(Duration.ofMinutes(5), 1, Purse.of(new NanoDollars(limit))))
          .reply();
    }
  }

  @Test
  void noMixOfFaultsCostsMoreThanAllowed() {
    long seed = 20261101;
    System.out.println("MoneyTest seed " + seed);
    Random random = new Random(seed);
    List<Behaviour> mix =
        List.of(
            Faults.status(429),
            Faults.status(500),
            Faults.status(529),
            Faults.cut("x".repeat(8_000)),
            Faults.reset(),
            Replies.text("x".repeat(8_000)),
            Replies.with("usage", "null"),
            Replies.stopped("max_tokens", "x".repeat(8_000)));
    for (int question = 0; question < 500; question++) {
      try (StubClaude fresh = StubClaude.start();
          ClaudeModel asked =
              open(
                  Questions.options(fresh.baseUrl())
                      .withBreaker(
                          new ClaudeOptions.Breaker(100, 100, 100, Duration.ofSeconds(1), 1)))) {
        for (int i = 0; i < 8; i++) {
          fresh.then(mix.get(random.nextInt(mix.size())));
        }
        long limit = random.nextLong(WORST / 2, 6 * WORST);
        ModelCall call =
            asked.ask(
                Questions.standard(),
                new Allowance(Duration.ofHours(1), 8, Purse.of(new NanoDollars(limit))));
        assertThat(billed(fresh))
            .as("question %s, limit %s", question, limit)
            .isLessThanOrEqualTo(limit);
        assertThat(call.attempts()).hasSize(fresh.count());
        assertThat(told(call)).isLessThanOrEqualTo(billed(fresh));
      }
    }
  }

  @Test
  void theStubCountsWhatTheAdapterTells() {
    for (int i = 0; i < 3; i++) {
      assertThat(told(ask(WORST, Replies.text("half a word")))).isPositive();
    }
    List<Usage> usages = stub.billed().stream().map(StubClaude.Billed::usage).toList();
    assertThat(usages.getFirst().cacheWrite5m()).isPositive();
    assertThat(usages.getLast().cacheRead()).isEqualTo(usages.getFirst().cacheWrite5m());
  }

  @Test
  void thePromptIsNeverLongerThanItsBound() {
    for (String text : List.of("a", "é".repeat(500), "😀".repeat(500), "\u0001".repeat(500))) {
      ModelRequest asked = Questions.standard();
      ModelRequest request =
          new ModelRequest(asked.model(), text, asked.turns(), asked.schema(), 10);
      byte[] body = ClaudeModel.describe(request).getBytes(StandardCharsets.UTF_8);
      assertThat(RequestWriter.promptTokensAtMost(body))
          .isGreaterThan(text.getBytes(StandardCharsets.UTF_8).length + 1_999L);
    }
  }

  private ModelCall ask(long limit, Behaviour... script) {
    stub.then(script);
    ModelCall call =
        model.ask(
            Questions.standard(),
            new Allowance(
                Duration.ofHours(1), script.length + 1, Purse.of(new NanoDollars(limit))));
    return call;
  }

  private static long billed(StubClaude stub) {
    return stub.billed().stream().mapToLong(each -> cost(each.usage())).sum();
  }

  private static long told(ModelCall call) {
    return call.attempts().stream()
        .map(Attempt::usage)
        .flatMap(Optional::stream)
        .mapToLong(MoneyTest::cost)
        .sum();
  }

  private static long cost(Usage usage) {
    return PRICES.bill("any", usage, LocalDate.EPOCH).orElseThrow().value();
  }
}
