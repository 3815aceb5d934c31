import dev.spendlight.account.AccountId;
import dev.spendlight.finding.Detectors;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.storage.DuckDbPerformanceStore;
import dev.spendlight.storage.StoreOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long one account is read and judged: `JudgeSpeed FOLDER CAMPAIGNS DAYS [RUNS]`, for what `LargeStore` wrote.
///
/// Prints wall seconds and CPU seconds of the whole process, that is with compiler and collector: of the first call in this
/// JVM, with the start of the engine, and the median of the later ones; then the most heap in use and the largest resident
/// size. A collection empties what it finds dead only when it runs, so the heap in use tells how much was given rather
/// than how much was needed: that is what `-Xmx` is for.
static final AccountId ACCOUNT = new AccountId("large");
static final int TARGETS = 40;

record Call(double wall, double cpu) {}

void main(String[] arguments) throws Exception {
  int campaigns = Integer.parseInt(arguments[1]);
  int days = Integer.parseInt(arguments[2]);
  int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
  try (DuckDbPerformanceStore store =
      new DuckDbPerformanceStore(Path.of(arguments[0]), StoreOptions.defaults().withThreads(1))) {
    IntelligenceService service =
        new IntelligenceService(store, Detectors.standard(), new RulesAnalyst(), InstantSource.system());
    List<Call> calls = new ArrayList<>();
    int findings = 0;
    long firstHeap = 0;
    for (int run = 0; run <= runs; run++) {
      long wall = System.nanoTime();
      double cpu = processSeconds();
      findings = service.judge(ACCOUNT, Optional.empty()).findings().findings().size();
      calls.add(new Call((System.nanoTime() - wall) / 1e9, processSeconds() - cpu));
      firstHeap = run == 0 ? heapPeak() : firstHeap;
    }
    Call first = calls.removeFirst();
    double cpu = median(calls.stream().mapToDouble(Call::cpu).sorted().toArray());
    double wall = median(calls.stream().mapToDouble(Call::wall).sorted().toArray());
    double million = campaigns * TARGETS * (double) days / 1e6;
    System.out.printf(
        "%4d campaigns, %.2f million target-days: first %.2f s (CPU %.2f), then %.2f s (CPU %.2f); "
            + "CPU a million target-days %.2f, then %.2f; heap %d MB, later %d MB, resident %d MB; %d findings%n",
        campaigns, million, first.wall(), first.cpu(), wall, cpu, first.cpu() / million, cpu / million,
        firstHeap >> 20, heapPeak() >> 20, residentKilobytes() >> 10, findings);
  }
}

double processSeconds() {
  return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
}

double median(double[] sorted) {
  return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
}

/// The sum of the most that each part of the heap held, in bytes.
long heapPeak() {
  return ManagementFactory.getMemoryPoolMXBeans().stream()
      .filter(pool -> pool.getType() == MemoryType.HEAP)
      .map(MemoryPoolMXBean::getPeakUsage)
      .mapToLong(usage -> usage.getUsed())
      .sum();
}

long residentKilobytes() throws IOException {
  return Files.readAllLines(Path.of("/proc/self/status")).stream()
      .filter(line -> line.startsWith("VmHWM"))
      .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
      .findFirst()
      .orElseThrow();
}
