package dev.spendlight.simulator;

import dev.spendlight.account.AccountType;
import dev.spendlight.metric.AttributionWindow;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.simulator.file.ConsoleCsv;
import dev.spendlight.simulator.file.ConsoleStyle;
import dev.spendlight.simulator.file.ConsoleXlsx;
import dev.spendlight.simulator.file.HeaderSpelling;
import dev.spendlight.simulator.file.ReportFileWriter;
import dev.spendlight.simulator.file.ReportingJson;
import dev.spendlight.simulator.file.RowWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Writes what the platform would have delivered, one folder a morning: campaign, targeting, search
/// term, product and (if wanted) placement reports of the Reporting API, and the console's budget
/// report.
///
/// Each morning asks again for a trailing window, so that later mornings restate what earlier ones
/// showed. The API gives at most 31 days a request; a longer window is several files. The account's
/// days are drawn once, however many mornings there are, and only those that a later morning needs
/// are kept.
public final class MorningFiles {
  private static final int MOST_DAYS_A_REQUEST = 31;
  private static final List<ReportKind> FROM_API =
      List.of(
          ReportKind.CAMPAIGN,
          ReportKind.TARGETING,
          ReportKind.SEARCH_TERM,
          ReportKind.ADVERTISED_PRODUCT);

  private final SimulatedAccount account;
  private final List<ReportKind> fromApi;
  private final ReportFileWriter api;
  private final ReportFileWriter console;

  private MorningFiles(
      SimulatedAccount account,
      List<ReportKind> fromApi,
      ReportFileWriter api,
      ReportFileWriter console) {
    this.account = account;
    this.fromApi = fromApi;
    this.api = api;
    this.console = console;
  }

  /// With the budget report as a workbook.
  public static MorningFiles of(SimulatedAccount account) {
    return new MorningFiles(
        account, FROM_API, json(account, true), new ConsoleXlsx(style(account)));
  }

  /// With the budget report as CSV.
  public MorningFiles withBudgetCsv() {
    return new MorningFiles(account, fromApi, api, new ConsoleCsv(style(account)));
  }

  /// With the placement report beside the others.
  public MorningFiles withPlacements() {
    List<ReportKind> more = new ArrayList<>(fromApi);
    more.add(ReportKind.PLACEMENT);
    return new MorningFiles(account, List.copyOf(more), api, console);
  }

  /// With JSON as it is, not gzipped.
  public MorningFiles withPlainJson() {
    return new MorningFiles(account, fromApi, json(account, false), console);
  }

  private static ReportingJson json(SimulatedAccount account, boolean gzip) {
    return new ReportingJson(
        account.shape().marketplace().currency(),
        Grain.DAILY,
        gzip,
        Set.of(AttributionWindow.DAYS_7, AttributionWindow.DAYS_14));
  }

  private static ConsoleStyle style(SimulatedAccount account) {
    AttributionWindow window =
        account.shape().nature().orders().type() == AccountType.SELLER
            ? AttributionWindow.DAYS_7
            : AttributionWindow.DAYS_14;
    return ConsoleStyle.of(account.shape().marketplace())
        .withSpelling(HeaderSpelling.BARE)
        .withWindow(window);
  }

  /// Writes a folder a morning, named by the day: `2026-03-01`.
  ///
  /// @param window how many days back each morning asks for
  public List<Morning> write(Path folder, List<LocalDate> mornings, int window) throws IOException {
    return write(
        mornings.stream()
            .map(pulled -> request(folder, pulled, DateRange.ending(pulled.minusDays(1), window)))
            .toList());
  }

  /// What one morning asks for: its folder is named by the day.
  static Morning request(Path folder, LocalDate pulled, DateRange covers) {
    return new Morning(folder.resolve(pulled.toString()), pulled, covers);
  }

  /// Writes what each morning asks for.
  ///
  /// @throws IllegalArgumentException when a morning is before the account's second day, for there
  ///   is nothing yet
  List<Morning> write(List<Morning> mornings) throws IOException {
    List<Morning> waiting = new ArrayList<>(mornings);
    waiting.sort(Comparator.comparing(Morning::pulled));
    LocalDate first = account.shape().period().from();
    if (!waiting.isEmpty() && !waiting.getFirst().pulled().isAfter(first)) {
      throw new IllegalArgumentException(
          "The account begins on %s, so its first morning is the day after, not %s."
              .formatted(first, waiting.getFirst().pulled()));
    }
    List<SimulatedDay> kept = new ArrayList<>();
    for (Iterator<SimulatedDay> days = account.days(); days.hasNext() && !waiting.isEmpty(); ) {
      SimulatedDay day = days.next();
      kept.add(day);
      // After the account's last day the platform can still be asked, and restates.
      while (!waiting.isEmpty()
          && (!days.hasNext() || waiting.getFirst().pulled().equals(day.day().plusDays(1)))) {
        morning(waiting.removeFirst(), kept);
      }
      kept.removeIf(old -> waiting.stream().noneMatch(each -> each.covers().contains(old.day())));
    }
    return List.copyOf(mornings);
  }

  private void morning(Morning morning, List<SimulatedDay> days) throws IOException {
    Files.createDirectories(morning.folder());
    List<SimulatedDay> asked =
        days.stream().filter(day -> morning.covers().contains(day.day())).toList();
    for (int from = 0; from < asked.size(); from += MOST_DAYS_A_REQUEST) {
      List<SimulatedDay> part =
          asked.subList(from, Math.min(asked.size(), from + MOST_DAYS_A_REQUEST));
      String first = part.getFirst().day().toString();
      for (ReportKind kind : fromApi) {
        String name = api.fileName(kind).replace(".json", "_" + first + ".json");
        file(api, kind, morning.folder().resolve(name), part, morning.pulled());
      }
    }
    String budget = console.fileName(ReportKind.BUDGET);
    file(console, ReportKind.BUDGET, morning.folder().resolve(budget), asked, morning.pulled());
  }

  private static void file(
      ReportFileWriter writer,
      ReportKind kind,
      Path file,
      List<SimulatedDay> days,
      LocalDate pulled)
      throws IOException {
    try (RowWriter rows =
        writer.open(kind, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (SimulatedDay day : days) {
        for (ReportRow row : day.rows(kind, pulled)) {
          rows.write(row);
        }
      }
    }
  }
}
