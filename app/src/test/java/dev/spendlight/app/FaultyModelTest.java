package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.claude.ApiKey;
import dev.spendlight.claude.ClaudeModel;
import dev.spendlight.claude.ClaudeOptions;
import dev.spendlight.document.AnalysisDocument;
import dev.spendlight.document.DocumentKind;
import dev.spendlight.document.Schemas;
import dev.spendlight.finding.Detectors;
import dev.spendlight.log.CostReport;
import dev.spendlight.log.CostSums;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.LogQueue;
import dev.spendlight.log.LogQueueOptions;
import dev.spendlight.log.LogSampling;
import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceBook;
import dev.spendlight.model.PriceList;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Usage;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.Asking;
import dev.spendlight.service.ImportService;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.ModelAnalyst;
import dev.spendlight.service.Payments;
import dev.spendlight.simulator.AccountFolder;
import dev.spendlight.simulator.AccountRecipe;
import dev.spendlight.simulator.Profile;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.testing.InMemoryPerformanceStore;
import dev.spendlight.testing.claude.Behaviour;
import dev.spendlight.testing.claude.Faults;
import dev.spendlight.testing.claude.Mixture;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import dev.spendlight.testing.claude.StubRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Whole analyses, from imported report files to a real log, with a model that fails in every way:
/// each is answered, in time, with nothing but what is true, and paid for as it was billed.
///
/// `-Dspendlight.analyses=10000` makes more of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyModelTest {
  private static final int ANALYSES = Integer.getInteger("spendlight.analyses", 400);
  private static final int AT_ONCE = 16;
  private static final long SEED = 20261128;
  private static final String MODEL = "claude-sonnet-5-5";
  private static final PriceBook PRICES = PriceList.standard();

  /// For a whole answer; a request that says nothing is given up much earlier.
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private Path folder = Path.of("");
  private final Map<AccountId, AskedAccount> accounts =
      new TreeMap<>(java.util.Comparator.comparing(AccountId::value));
  private final Map<String, AskedAccount> byPrompt = new HashMap<>();
  private final PerformanceStore store = new InMemoryPerformanceStore();

  @BeforeAll
  void importAccounts(@TempDir Path temporary) throws IOException {
    folder = temporary;
    for (int seed = 1; seed <= 4; seed++) {
      AccountId account = new AccountId("small-" + seed);
      Path files = folder.resolve("files-" + seed);
      AccountFolder.of(AccountRecipe.of(Profile.SMALL, seed)).write(files);
      ImportService imports = new ImportService(store, new ReportFileImporter(store));
      for (Path morning : mornings(files)) {
        imports.read(
            new Request(account, list(morning), day(morning), Optional.empty()), Progress.NONE);
      }
      IntelligenceService.Judgement judgement =
          service(Optional.empty()).judge(account, Optional.empty());
      AskedAccount asked = new AskedAccount(judgement);
      accounts.put(account, asked);
      byPrompt.put(ModelAnalyst.request(settings(), judgement).turns().getFirst().text(), asked);
    }
  }

  private static List<Path> mornings(Path files) throws IOException {
    try (Stream<Path> all = Files.list(files)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> list(Path morning) throws IOException {
    try (Stream<Path> all = Files.list(morning)) {
      return all.sorted().toList();
    }
  }

  private static LocalDate day(Path morning) {
    return LocalDate.parse(morning.getFileName().toString());
  }

  private static ModelAnalyst.Settings settings() {
    return new ModelAnalyst.Settings(
        MODEL, 2_000, 6_000, new Allowance(DEADLINE, 3, Purse.of(new NanoDollars(1_000_000_000))));
  }

  private IntelligenceService service(Optional<ModelAnalyst> model) {
    return new IntelligenceService(
        store, Detectors.standard(), new RulesAnalyst(), model, Clock.systemUTC());
  }

  /// Keeps nothing, so that every analysis is a new question.
  private static final class Forgetful implements PaidReplies {
    @Override
    public Optional<PaidReply> find(String requestHash) {
      return Optional.empty();
    }

    @Override
    public boolean keep(String requestHash, PaidReply reply) {
      return false;
    }
  }

  /// A provider, the layer that asks it, and its log.
  private final class Layer implements AutoCloseable {
    final StubClaude stub = StubClaude.start();
    final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final DuckDbPromptLog log;
    private final LogQueue queue;
    private final ClaudeModel claude;
    private final ModelAnalyst analyst;

    Layer(String name, ClaudeOptions.Breaker breaker) {
      log = new DuckDbPromptLog(folder.resolve(name));
      queue =
          new LogQueue(log, LogSampling.standard(), LogQueueOptions.standard(), Clock.systemUTC());
      claude =
          new ClaudeModel(
              ClaudeOptions.of(new ApiKey("sk-ant-test"))
                  .withBaseUrl(stub.baseUrl())
                  .withAttemptTimeout(Duration.ofSeconds(2))
                  .withConcurrent(AT_ONCE)
                  .withBreaker(breaker),
              PRICES);
      analyst =
          new ModelAnalyst(
              settings(),
              new Asking(
                  claude,
                  new Forgetful(),
                  PRICES,
                  Payments.none(),
                  new ExchangeIds(Clock.systemUTC(), new Random(SEED)),
                  exchange -> {
                    exchanges.add(exchange);
                    queue.add(exchange);
                  },
                  Clock.systemUTC()));
    }

    /// By a service of its own, or those who ask at the same time would share one answer.
    AnalysisResult analyse(AccountId account) {
      return service(Optional.of(analyst))
          .analyse(
              new IntelligenceService.Question(
                  account, Optional.empty(), IntelligenceService.Demand.FRESH));
    }

    /// Ends the log's queue: all that was offered is written.
    CostReport costs() {
      queue.close();
      assertThat(queue.counters().dropped()).isZero();
      return CostReport.of(log, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
      queue.close();
      log.close();
      claude.close();
      stub.close();
    }
  }

  private AskedAccount asked(StubRequest request) {
    String first = request.json().path("messages").path(0).path("content").asText();
    return Optional.ofNullable(byPrompt.get(first)).orElseThrow(() -> new AssertionError(first));
  }

  private Behaviour truth(AtomicInteger turn) {
    return Replies.from(request -> {
      List<String> replies = asked(request).replies();
      return replies.get(turn.getAndIncrement() % replies.size());
    });
  }

  private List<Behaviour> faults() {
    AtomicInteger turn = new AtomicInteger();
    List<Behaviour> faults = new ArrayList<>(Faults.ofEveryKind());
    faults.addAll(
        List.of(
            Faults.silence(),
            Faults.stalls("half"),
            Faults.trickles("slow", Duration.ofMillis(5)),
            Faults.huge(6 << 20),
            Faults.status(400),
            Faults.status(401),
            Replies.body("null"),
            Replies.content("[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"n\",\"input\":{}}]")));
    SpoiltReplies.all()
        .forEach(spoil ->
            faults.add(Replies.from(request -> spoil.apply(asked(request).replies().getFirst()))));
    SpoiltReplies.wrapped()
        .forEach(wrap ->
            faults.add(
                Replies.from(request ->
                    wrap.apply(asked(request).replies().get(turn.getAndIncrement() % 3)))));
    return faults;
  }

  @Test
  void everyAnalysisIsAnsweredTrulyInTimeAndPaidAsBilled() throws Exception {
    try (Layer layer =
        new Layer("faulty", new ClaudeOptions.Breaker(200, 200, 90, Duration.ofSeconds(1), 3))) {
      layer.stub.usually(new Mixture(SEED, 0.2, truth(new AtomicInteger()), faults()));
      List<AnalysisResult> results = new ArrayList<>();
      AtomicLong longest = new AtomicLong();
      try (ExecutorService threads =
          Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
        List<AccountId> ids = List.copyOf(accounts.keySet());
        List<Callable<AnalysisResult>> calls = new ArrayList<>();
        for (int i = 0; i < ANALYSES; i++) {
          AccountId account = ids.get(i % ids.size());
          calls.add(() -> {
            long start = System.nanoTime();
            AnalysisResult result = layer.analyse(account);
            longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            return result;
          });
        }
        for (Future<AnalysisResult> each : threads.invokeAll(calls)) {
          results.add(each.get());
        }
      }
      check(results);
      money(layer, results);
      long waited =
          results.stream()
              .mapToLong(each -> each.audit().orElseThrow().modelMillis())
              .max()
              .orElse(0);
      System.out.printf(
          "seed %d, %d analyses: %s%n  degraded %s%n  requests %d; longest answer %d ms, longest wait for the model %d ms of %d%n",
          SEED,
          results.size(),
          counted(results.stream().map(AnalysisResult::source)),
          counted(results.stream().map(AnalysisResult::degradedBecause)),
          layer.stub.count(),
          Duration.ofNanos(longest.get()).toMillis(),
          waited,
          DEADLINE.toMillis());
      assertThat(waited).isLessThan(DEADLINE.plusSeconds(1).toMillis());
    }
  }

  private static <T> Map<String, Long> counted(Stream<T> all) {
    return all.collect(
        Collectors.groupingBy(each -> each.toString(), TreeMap::new, Collectors.counting()));
  }

  private void check(List<AnalysisResult> results) {
    Schemas schemas = new Schemas();
    assertThat(results).hasSize(ANALYSES);
    for (AnalysisResult result : results) {
      assertThat(accounts.get(result.account()).unheardOf(result.analysis()))
          .as("texts that no true draft holds, seed %d", SEED)
          .isEmpty();
      assertThat(schemas.breaches(DocumentKind.ANALYSIS, AnalysisDocument.of(result, true)))
          .isEmpty();
      assertThat(result.degradedBecause().isEmpty())
          .as("what is not the model's says why")
          .isEqualTo(result.source() == Source.MODEL);
    }
    assertThat(results.stream().filter(each -> each.source() == Source.MODEL).count())
        .as("answers of the model itself")
        .isGreaterThan(ANALYSES / 2);
  }

  /// What the answers say they cost is what the log says: the provider's bills that arrived. What
  /// attempts without one may have cost on top is never less than what was billed for them.
  private static void money(Layer layer, List<AnalysisResult> results) {
    long told =
        results.stream()
            .mapToLong(
                each -> each.audit().orElseThrow().costUsd().movePointRight(9).longValueExact())
            .sum();
    CostSums totals = layer.costs().totals();
    assertThat(totals.cost().value()).isEqualTo(told);
    Map<Usage, Integer> bills = new HashMap<>();
    long billed = 0;
    for (StubClaude.Billed each : layer.stub.billed()) {
      bills.merge(each.usage(), 1, Integer::sum);
      billed += price(each.usage());
    }
    long heard = 0;
    int unheard = 0;
    List<Attempt> attempts =
        layer.exchanges.stream().flatMap(each -> each.attempts().stream()).toList();
    for (Attempt attempt : attempts) {
      Optional<Usage> usage = attempt.usage().filter(each -> !each.equals(Usage.NONE));
      if (usage.isPresent()) {
        assertThat(bills.merge(usage.get(), -1, Integer::sum)).isNotNegative();
        heard += price(usage.get());
      } else {
        unheard++;
      }
    }
    assertThat(told).as("told, and the bills that arrived").isEqualTo(heard);
    assertThat(totals.most().value()).as("told at most").isGreaterThanOrEqualTo(billed);
    assertThat(layer.exchanges)
        .filteredOn(each -> each.attempts().stream().allMatch(one -> one.usage().isPresent()))
        .extracting(each -> each.charge().unbilled())
        .containsOnly(NanoDollars.ZERO);
    assertThat(attempts).hasSize(layer.stub.count());
    System.out.printf(
        "money: told and logged %d nano-dollars and %d unbilled at most, billed %d, of which %d in the %d attempts that came without a bill%n",
        told, totals.unbilled().value(), billed, billed - heard, unheard);
    assertThat(layer.stub.billed().size() - (attempts.size() - unheard))
        .as("bills that never arrived")
        .isBetween(0, unheard);
  }

  private static long price(Usage usage) {
    return PRICES.bill(MODEL, usage, LocalDate.now(ZoneOffset.UTC)).orElseThrow().value();
  }

  @Test
  void whenTheModelIsDownTheRulesAnswerWithoutWaitingForIt() {
    // Longer open than the test can take: a trial in between would be a question too.
    ClaudeOptions.Breaker breaker = new ClaudeOptions.Breaker(20, 10, 50, Duration.ofHours(1), 3);
    try (Layer layer = new Layer("down", breaker)) {
      layer.stub.usually(Faults.status(500));
      AccountId account = accounts.keySet().iterator().next();
      int before;
      do {
        before = layer.stub.count();
        layer.analyse(account);
      } while (layer.stub.count() > before);
      long[] took = new long[Math.max(50, ANALYSES / 10)];
      for (int i = 0; i < took.length; i++) {
        long start = System.nanoTime();
        AnalysisResult result = layer.analyse(account);
        took[i] = System.nanoTime() - start;
        assertThat(result.source()).isEqualTo(Source.RULES);
        assertThat(result.degradedBecause()).contains(Degradation.MODEL_UNAVAILABLE);
        assertThat(accounts.get(account).unheardOf(result.analysis())).isEmpty();
      }
      assertThat(layer.stub.count()).as("nobody is asked").isEqualTo(before);
      System.out.println("breaker open, whole answers: " + milliseconds(took));
    }
  }

  @Test
  void whatTheLayerItselfTakes() {
    try (Layer layer = new Layer("well", ClaudeOptions.Breaker.STANDARD)) {
      AtomicLong inside = new AtomicLong();
      Behaviour truth = truth(new AtomicInteger());
      layer.stub.usually((request, response) -> {
        long start = System.nanoTime();
        truth.answer(request, response);
        inside.set(System.nanoTime() - start);
      });
      AccountId account = accounts.keySet().iterator().next();
      int runs = Math.max(50, ANALYSES / 10);
      long[] whole = new long[runs];
      long[] judging = new long[runs];
      IntelligenceService plain = service(Optional.empty());
      for (int i = 0; i < runs; i++) {
        long start = System.nanoTime();
        assertThat(layer.analyse(account).source()).isEqualTo(Source.MODEL);
        whole[i] = System.nanoTime() - start - inside.get();
        start = System.nanoTime();
        plain.judge(account, Optional.empty());
        judging[i] = System.nanoTime() - start;
      }
      long[] asking = new long[runs];
      Arrays.setAll(asking, i -> Math.max(0, whole[i] - judging[i]));
      System.out.printf(
          "answer less the provider's time: %s%n  of which reading and judging the account: %s%n  the rest, asking, checking, logging: %s%n",
          milliseconds(whole), milliseconds(judging), milliseconds(asking));
    }
  }

  /// Without the first fifth, in which the machine warms up.
  private static String milliseconds(long[] nanos) {
    long[] sorted = Arrays.copyOfRange(nanos, nanos.length / 5, nanos.length);
    Arrays.sort(sorted);
    return "median %.1f ms, p99 %.1f ms, most %.1f ms of %d"
        .formatted(
            sorted[sorted.length / 2] / 1e6,
            sorted[sorted.length * 99 / 100] / 1e6,
            sorted[sorted.length - 1] / 1e6,
            sorted.length);
  }
}
