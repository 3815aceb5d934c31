import dev.spendlight.account.AccountId;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceTable;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.Selection;
import dev.spendlight.report.Selection.Slice;
import dev.spendlight.storage.DuckDbPerformanceStore;
import dev.spendlight.storage.StoreOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// How long a store takes to answer for the account that `LargeStore` wrote: `StoreSpeed FOLDER DAYS [RUNS]`.
///
/// Prints for each question the first time and the median of the others, in milliseconds of the one thread that asks and
/// answers, so that whatever else the machine does counts little.
static final AccountId ACCOUNT = new AccountId("large");

void main(String[] arguments) throws Exception {
  int days = Integer.parseInt(arguments[1]);
  int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
  AttributionWindow window = AttributionWindow.DAYS_7;
  try (DuckDbPerformanceStore store =
      new DuckDbPerformanceStore(Path.of(arguments[0]), StoreOptions.defaults().withThreads(1))) {
    time("settings (start of the engine, attach)", runs, () -> store.settings(ACCOUNT));
    time("deliveries", runs, () -> store.deliveries(ACCOUNT));
    List<Delivery> deliveries = store.deliveries(ACCOUNT);
    LocalDate lastPull = deliveries.getLast().pulled();
    Selection targets = newest(deliveries, ReportKind.TARGETING, days);
    time("read targets by day", runs, () -> {
      PerformanceTable table = store.read(ACCOUNT, targets, window, Detail.TARGET, true);
      return table.rows() + " rows, " + table.keys().size() + " keys";
    });
    time("read targets", runs, () -> store.read(ACCOUNT, targets, window, Detail.TARGET, false).rows());
    time("identities", runs, () -> store.identities(ACCOUNT).size());
    time("states", runs, () -> store.states(ACCOUNT, targets).size());
    time("state changes", runs, () -> store.stateChanges(ACCOUNT, ReportKind.TARGETING, lastPull).size());
    Selection budgets = newest(deliveries, ReportKind.BUDGET, days);
    time("daily states of budgets", runs, () -> store.dailyStates(ACCOUNT, budgets).size());
    time("visible days", runs, () -> store.visibleDays(ACCOUNT, ReportKind.TARGETING, lastPull, window).size());
  }
  System.out.printf("largest resident size %s%n", status("VmHWM"));
}

/// Each of the last days in its newest pull.
Selection newest(List<Delivery> deliveries, ReportKind kind, int days) {
  TreeMap<LocalDate, Long> newest = new TreeMap<>();
  for (Delivery each : deliveries) {
    if (each.kind() == kind) {
      each.days().forEach(day -> newest.put(day, each.importId()));
    }
  }
  LocalDate first = newest.lastKey().minusDays(days - 1);
  List<Slice> slices = new ArrayList<>();
  for (Map.Entry<LocalDate, Long> each : newest.tailMap(first).entrySet()) {
    Slice last = slices.isEmpty() ? null : slices.getLast();
    if (last != null && last.importId() == each.getValue()) {
      slices.set(slices.size() - 1, new Slice(last.importId(), new DateRange(last.days().from(), each.getKey())));
    } else {
      slices.add(new Slice(each.getValue(), DateRange.day(each.getKey())));
    }
  }
  return new Selection(kind, Grain.DAILY, slices);
}

void time(String what, int runs, Callable<Object> question) throws Exception {
  ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  List<Double> times = new ArrayList<>();
  Object answer = "";
  for (int i = 0; i <= runs; i++) {
    long begin = clock.getCurrentThreadCpuTime();
    answer = question.call();
    times.add((clock.getCurrentThreadCpuTime() - begin) / 1e6);
  }
  double first = times.removeFirst();
  times.sort(null);
  String told = answer.toString();
  System.out.printf(
      "%-42s first %6.0f, then %6.0f   %s, heap %d MB%n", what, first, times.get(runs / 2), told.length() > 60 ? "" : told,
      (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
}

String status(String field) throws IOException {
  return Files.readAllLines(Path.of("/proc/self/status")).stream()
      .filter(line -> line.startsWith(field))
      .findFirst()
      .map(line -> line.substring(field.length() + 1).strip())
      .orElse("?");
}
