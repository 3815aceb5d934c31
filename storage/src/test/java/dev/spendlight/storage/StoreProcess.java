package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportTransaction;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Another process with a store on the same folder: starts it, and is its main class.
///
/// It prints a line for each step, so that a test can wait for a step instead of a time.
final class StoreProcess implements AutoCloseable {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final int ROWS = 50_000;
  static final int STEP = 5_000;
  static final String HOLDING = "holding";
  static final String COMMITTED = "committed";

  private final Process process;
  private final BufferedReader lines;

  private StoreProcess(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Begins an import and holds it until [#release].
  static StoreProcess hold(Path folder, AccountId account) throws IOException {
    return start("hold", folder, account, 1);
  }

  /// Imports so many times [#ROWS] rows of one click each, one import after the other.
  static StoreProcess importing(Path folder, AccountId account, int imports) throws IOException {
    return start("import", folder, account, imports);
  }

  private static StoreProcess start(String what, Path folder, AccountId account, int times)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), StoreProcess.class.getName()));
    command.addAll(List.of(what, folder.toString(), account.value(), Integer.toString(times)));
    return new StoreProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  long pid() {
    return process.pid();
  }

  /// The next line, empty when the process has ended.
  Optional<String> nextLine() throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  void awaitLine(String wanted) throws IOException {
    for (Optional<String> line = nextLine(); !line.equals(Optional.of(wanted)); line = nextLine()) {
      if (line.isEmpty()) {
        throw new IllegalStateException("The process ended without " + wanted);
      }
    }
  }

  void release() throws IOException {
    process.getOutputStream().close();
  }

  /// Ends it like `kill -9`.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] args) throws IOException {
    AccountId account = new AccountId(args[2]);
    StoreOptions patient = StoreOptions.defaults().withPatience(Duration.ofMinutes(2));
    try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(Path.of(args[1]), patient)) {
      for (int i = 0; i < Integer.parseInt(args[3]); i++) {
        try (ImportTransaction transaction = store.begin(account, DAY)) {
          System.out.println(HOLDING);
          if (args[0].equals("hold")) {
            System.in.read();
            return;
          }
          importInto(transaction);
          System.out.println("committing");
          transaction.commit();
          System.out.println(COMMITTED);
        }
      }
    }
  }

  private static void importInto(ImportTransaction transaction) {
    SortedSet<LocalDate> days = new TreeSet<>(List.of(DAY));
    try (ImportTransaction.FileRows file = transaction.open()) {
      for (int i = 0; i < ROWS; i++) {
        file.add(
            new ReportRow(
                DAY,
                DAY,
                RowKey.campaign("c" + i % 10, "Campaign").withSearchTerm("term " + i),
                Measures.ZERO.with(Measure.CLICKS, 1),
                EntityState.UNKNOWN));
        if (i % STEP == 0) {
          System.out.println("row " + i);
        }
      }
      file.keep(
          new FileFacts(
              "big.csv",
              "00",
              ReportKind.SEARCH_TERM,
              Grain.DAILY,
              Optional.of(DateRange.day(DAY)),
              days,
              EnumSet.allOf(Measure.class),
              Optional.empty(),
              ROWS,
              ROWS));
    }
  }
}
