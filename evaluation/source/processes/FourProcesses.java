package processes;

import dev.spendlight.model.NanoDollars;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Four `serve` processes, a Redis and a provider under a day's traffic in some minutes, with kills:
/// `FourProcesses FOLDER SECONDS REQUESTS_A_SECOND ACCOUNTS SEED`.
public final class FourProcesses {
  static final int PROCESSES = 4;
  static final int ANALYSES_AN_HOUR = 5;

  /// A question of these accounts may cost about 9 cents at worst and costs a third of a cent: four an account.
  static final NanoDollars ACCOUNT_DAILY = dollars(System.getProperty("account.daily.usd"));

  static final NanoDollars SERVICE_DAILY = dollars(System.getProperty("service.daily.usd"));

  private FourProcesses() {}

  private static NanoDollars dollars(String amount) {
    return new NanoDollars(new BigDecimal(amount).movePointRight(9).longValueExact());
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Path.of(arguments[0]);
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
    double rate = Double.parseDouble(arguments[2]);
    long seed = Long.parseLong(arguments[4]);
    Shops shops = new Shops(Integer.parseInt(arguments[3]), LocalDate.now(ZoneOffset.UTC).minusDays(20));
    Instant begin = Instant.now();
    shops.importAll(work.resolve("data"), work);
    System.out.printf("%d accounts imported in %d s%n", shops.count(), Duration.between(begin, Instant.now()).toSeconds());
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    boolean kept;
    try (Provider provider = new Provider();
        Redis redis = new Redis(work);
        Cluster cluster = new Cluster(work, PROCESSES, settings(redis, provider), http, "/v1/accounts/" + shops.id(0) + "/analysis")) {
      Traffic traffic = new Traffic(cluster, http);
      Troubles troubles = new Troubles(cluster, redis, seed);
      Instant end = Instant.now().plus(time);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> happening =
            threads.submit(() -> {
              troubles.happenUntil(end);
              return true;
            });
        drive(shops, traffic, threads, rate, end, new Random(seed));
        happening.get();
      }
      cluster.stop();
      Books books = Books.read(work.resolve("data"), provider.books());
      kept = new Verdicts(shops, traffic.answers(), troubles, cluster.lives(), books, begin).print(System.out);
    }
    System.exit(kept ? 0 : 1);
  }

  private static Map<String, String> settings(Redis redis, Provider provider) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SPENDLIGHT_REDIS_URL", redis.url());
    settings.put("SPENDLIGHT_CLAUDE_BASE_URL", provider.url());
    settings.put("SPENDLIGHT_LIMITS_ANALYSES_PER_HOUR", "" + ANALYSES_AN_HOUR);
    settings.put("SPENDLIGHT_LIMITS_ACCOUNT_DAILY_USD", ACCOUNT_DAILY.dollars().toPlainString());
    settings.put("SPENDLIGHT_LIMITS_DAILY_USD", SERVICE_DAILY.dollars().toPlainString());
    settings.put("ANTHROPIC_API_KEY", "none-is-needed");
    return settings;
  }

  /// Some accounts are looked at all the time, most seldom; one load in twelve asks for a fresh analysis.
  private static void drive(
      Shops shops, Traffic traffic, ExecutorService threads, double rate, Instant end, Random chance) throws Exception {
    double[] upTo = new double[shops.count()];
    double sum = 0;
    for (int shop = 0; shop < upTo.length; shop++) {
      sum += Math.exp(1.5 * chance.nextGaussian());
      upTo[shop] = sum;
    }
    int[] versions = new int[shops.count()];
    while (Instant.now().isBefore(end)) {
      Thread.sleep(Duration.ofNanos((long) (-Math.log(1 - chance.nextDouble()) / rate * 1e9)));
      int shop = drawn(upTo, chance.nextDouble() * sum);
      String account = shops.id(shop).value();
      int what = chance.nextInt(60);
      if (what < 2 && versions[shop] < 18) {
        int version = ++versions[shop];
        byte[] report = shops.report(shop, version);
        String pulled = shops.pulled(version).toString();
        threads.submit(() -> traffic.upload(account, shop, pulled, report));
      } else {
        Traffic.What kind = what < 7 ? Traffic.What.POST : Traffic.What.GET;
        threads.submit(() -> traffic.analysis(kind, account, shop));
      }
    }
  }

  private static int drawn(double[] upTo, double value) {
    int found = java.util.Arrays.binarySearch(upTo, value);
    return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
  }
}
