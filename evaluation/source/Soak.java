package dev.spendlight.service;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
import dev.spendlight.app.wiring.OpenModel;
import dev.spendlight.history.AccountView;
import dev.spendlight.limit.AnalysisLimit.Rate;
import dev.spendlight.limit.Budget.Limits;
import dev.spendlight.limit.Leases;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.LogQueue;
import dev.spendlight.log.LogQueueOptions;
import dev.spendlight.log.LogSampling;
import dev.spendlight.log.NotedLog;
import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import dev.spendlight.memory.MemoryAnalysisCache;
import dev.spendlight.memory.MemoryAnalysisLimit;
import dev.spendlight.memory.MemoryBudget;
import dev.spendlight.memory.MemoryModelSlots;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.PriceList;
import dev.spendlight.model.Usage;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.StoreException;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.server.ServerOptions;
import dev.spendlight.server.ServerParts;
import dev.spendlight.server.SpendlightServer;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.storage.OpenCallFiles;
import dev.spendlight.testing.DraftJson;
import dev.spendlight.testing.Shop;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Accounts that come, ask a few times over HTTP, and never come again: `Soak FOLDER MINUTES ACCOUNTS`.
///
/// Server, service, cache, limits, budget, slots and log are those that one process runs with; the judge hands out one of
/// a few dozen judgements that were made before, so that an account costs little, and three days of the service's clock
/// pass, so that whatever is to be forgotten after an hour or a day is. The model is a method that takes 10 ms, and fails
/// now and then. Each minute: heap after a collection, threads, open files (the clients' own among them), resident size.
public final class Soak {
  private static final int TEMPLATES = 60;
  private static final int AT_ONCE = 32;
  private static final Instant BEGIN = Instant.parse("2026-04-01T06:00:00Z");
  private static final Duration PASSES = Duration.ofDays(3);

  private final Path folder;
  private final int minutes;
  private final int accounts;
  private final List<Shop> shops = new ArrayList<>();
  private final List<Judgement> judgements = new ArrayList<>();
  private final Map<String, String> replies = new HashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
  private final AtomicInteger passed = new AtomicInteger();
  private final long began;

  private Soak(Path folder, int minutes, int accounts) {
    this.folder = folder;
    this.minutes = minutes;
    this.accounts = accounts;
    prepare();
    this.began = System.nanoTime();
  }

  public static void main(String[] arguments) throws Exception {
    Soak soak = new Soak(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    System.exit(soak.run() ? 0 : 1);
  }

  private void prepare() {
    for (int i = 0; i < TEMPLATES; i++) {
      Shop shop = Shop.of(ReportKind.TARGETING, 60);
      for (int target = 1; target <= 4; target++) {
        double conversion = target == 1 + i % 4 ? 0 : 0.1;
        shop.target("c" + i, "k" + target, MatchType.EXACT, 10 + i / 4, conversion);
      }
      Judgement judgement = shop.judge();
      shops.add(shop);
      judgements.add(judgement);
      ModelRequest request = ModelAnalyst.request(OpenModel.asked(OpenModel.USUAL), judgement);
      replies.put(
          request.turns().getFirst().text(),
          DraftJson.of(new RulesAnalyst().write(judgement.sheet()), judgement.findings()));
    }
  }

  private static int template(AccountId account) {
    return Integer.parseInt(account.value().substring(1)) % TEMPLATES;
  }

  private Instant now() {
    double passed = (System.nanoTime() - began) / (minutes * 60e9);
    return BEGIN.plusMillis((long) (passed * PASSES.toMillis()));
  }

  /// Every account is there, with the data of its template.
  private PerformanceStore store() {
    return (PerformanceStore)
        Proxy.newProxyInstance(
            Soak.class.getClassLoader(),
            new Class<?>[] {PerformanceStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              Shop shop = shops.getFirst();
              if (arguments != null && arguments[0] instanceof AccountId account) {
                shop = shops.get(template(account));
                arguments[0] = Shop.ID;
              }
              try {
                return method.invoke(shop.store(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private final class TemplateJudge implements Judge {
    private final PerformanceStore store;

    TemplateJudge(PerformanceStore store) {
      this.store = store;
    }

    @Override
    public String revision(AccountId account) {
      return store.revision(account);
    }

    @Override
    public AccountView open(AccountId account, Optional<LocalDate> day) {
      return AccountView.open(store, account, day);
    }

    @Override
    public Judgement judge(AccountView view) {
      Judgement made = judgements.get(template(view.account()));
      return new Judgement(view, made.summary(), made.findings(), made.sheet(), made.tags(), made.wording());
    }
  }

  /// Templates would pay for each other.
  private static final class Forgetful implements PaidReplies {
    @Override
    public Optional<PaidReply> find(String requestHash) {
      return Optional.empty();
    }

    @Override
    public boolean keep(String requestHash, PaidReply reply) {
      return true;
    }
  }

  private final class QuickModel implements LanguageModel {
    @Override
    public ModelCall ask(ModelRequest request, Allowance allowance) {
      if (!allowance.purse().covers(Optional.of(new NanoDollars(20_000_000)))) {
        return ModelCall.unsent(new ModelReply.TooDear());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      ModelReply reply =
          asked.incrementAndGet() % 50 == 0
              ? new ModelReply.Unavailable("away")
              : new ModelReply.Complete(
                  List.of(new ContentBlock.Text(replies.getOrDefault(request.turns().getFirst().text(), ""))));
      Attempt attempt =
          new Attempt(
              reply.key(),
              Optional.of(new Usage(2_000, 0, 0, 0, 400)),
              Optional.of("req"),
              Optional.of(request.model()),
              Duration.ofMillis(10));
      return new ModelCall(reply, List.of(attempt), Optional.of(new NanoDollars(12_000_000)));
    }
  }

  private boolean run() throws Exception {
    InstantSource clock = this::now;
    PerformanceStore store = store();
    OpenCallFiles calls = new OpenCallFiles(folder);
    try (NotedLog log = new NotedLog(new DuckDbPromptLog(folder), calls);
        LogQueue queue = new LogQueue(log, LogSampling.standard(), LogQueueOptions.standard(), clock);
        ExecutorService storeWork = Executors.newFixedThreadPool(2)) {
      NanoDollars plenty = new NanoDollars(1_000_000_000_000_000L);
      MemoryBudget budget =
          new MemoryBudget(new Limits(Optional.of(plenty), Optional.of(plenty)), new LoggedCosts(log, calls), clock);
      Payments payments = new Payments(budget, calls);
      ModelAnalyst analyst =
          new ModelAnalyst(
              OpenModel.asked(OpenModel.USUAL),
              new Asking(
                  new SlottedModel(new QuickModel(), new MemoryModelSlots(AT_ONCE)),
                  new Forgetful(),
                  PriceList.standard(),
                  payments,
                  new ExchangeIds(clock, new SecureRandom()),
                  queue::add,
                  clock));
      IntelligenceService service =
          new IntelligenceService(
              store,
              new TemplateJudge(store),
              new RulesAnalyst(),
              Optional.of(analyst),
              new Serving(
                  new MemoryAnalysisCache(128L << 20, Duration.ofDays(3), clock),
                  new MemoryAnalysisLimit(Rate.perHour(5), clock),
                  Leases.ALONE,
                  Threads.virtual(storeWork),
                  Patience.standard()),
              clock);
      ServerParts parts =
          new ServerParts(
              service,
              new Explanations(store),
              new ImportService(store, new ReportFileImporter(store)),
              store,
              log,
              service::forget,
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
              List.of(),
              clock,
              new SecureRandom(),
              storeWork,
              ServerParts.NO_PAGE);
      try (SpendlightServer server = SpendlightServer.start(parts, ServerOptions.defaults().withPort(0));
          HttpClient client = HttpClient.newHttpClient()) {
        Thread.ofVirtual().start(() -> pass(client, server.port()));
        return watched(payments, log, clock);
      }
    }
  }

  /// All accounts, evenly over the time.
  private void pass(HttpClient client, int port) {
    Semaphore free = new Semaphore(AT_ONCE);
    long first = System.nanoTime();
    for (int i = 0; i < accounts; i++) {
      long due = first + (long) (minutes * 60e9 * i / accounts);
      String account = "a" + i;
      try {
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        free.acquire();
      } catch (InterruptedException e) {
        return;
      }
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  String path = "http://127.0.0.1:%d/v1/accounts/%s/analysis".formatted(port, account);
                  for (String ask : List.of("GET", "GET", "POST", "GET", "GET ?as_of=2026-03-30", "GET")) {
                    String[] words = ask.split(" ", 2);
                    ask(client, words[0], path + (words.length > 1 ? words[1] : ""));
                  }
                } finally {
                  passed.incrementAndGet();
                  free.release();
                }
              });
    }
  }

  private void ask(HttpClient client, String method, String address) {
    String outcome;
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(address))
                  .method(method, HttpRequest.BodyPublishers.noBody())
                  .timeout(Duration.ofSeconds(60))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      int source = body.indexOf("\"source\"");
      outcome =
          response.statusCode() + (source < 0 ? "" : " " + body.substring(source, body.indexOf(',', source)));
    } catch (IOException e) {
      outcome = "failed";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome = "interrupted";
    }
    answers.computeIfAbsent(method + " " + outcome, any -> new LongAdder()).increment();
  }

  /// @return whether the heap was flat over the last half
  private boolean watched(Payments payments, NotedLog log, InstantSource clock) throws Exception {
    System.out.printf("%6s %9s %9s %9s %8s %6s %12s%n", "minute", "accounts", "heap MB", "threads", "files", "RSS MB", "requests");
    List<Double> heap = new ArrayList<>();
    for (int minute = 1; minute <= minutes; minute++) {
      long left = began + minute * 60_000_000_000L - System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(left);
      try {
        payments.tidy(log, clock.instant(), Duration.ofMinutes(10));
      } catch (StoreException e) {
        System.out.println("not tidied up: " + e.getMessage());
      }
      System.gc();
      double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
      heap.add(used);
      System.out.printf(
          "%6d %9d %9.1f %9d %8d %6d %12d%n",
          minute,
          passed.get(),
          used,
          ManagementFactory.getThreadMXBean().getThreadCount(),
          ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount(),
          residentMegabytes(),
          answers.values().stream().mapToLong(LongAdder::sum).sum());
    }
    answers.forEach((answer, count) -> System.out.printf("%9d  %s%n", count.sum(), answer));
    System.out.printf("%9d  questions to the model%n", asked.get());
    return isFlat(heap.subList(heap.size() / 2, heap.size()));
  }

  private static long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  /// By the line through the values: flat when its slope is less than two of its standard errors, or comes to less than
  /// 2% of the heap over all of them.
  private static boolean isFlat(List<Double> heap) {
    int count = heap.size();
    if (count < 3) {
      System.out.println("too short to tell whether the heap is flat");
      return true;
    }
    double middle = (count - 1) / 2.0;
    double mean = heap.stream().mapToDouble(each -> each).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < count; i++) {
      squares += (i - middle) * (i - middle);
      products += (i - middle) * (heap.get(i) - mean);
    }
    double slope = products / squares;
    double rest = 0;
    for (int i = 0; i < count; i++) {
      double error = heap.get(i) - mean - slope * (i - middle);
      rest += error * error;
    }
    double deviation = Math.sqrt(rest / (count - 2) / squares);
    boolean flat = slope < 2 * deviation || slope * count < 0.02 * mean;
    System.out.printf(
        "last half: mean %.1f MB, slope %.2f MB a minute (standard error %.2f): %s%n",
        mean, slope, deviation, flat ? "flat" : "it grows");
    return flat;
  }
}
