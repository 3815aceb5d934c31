import dev.spendlight.account.Marketplace;
import dev.spendlight.account.MatchType;
import dev.spendlight.report.EntityState;
import dev.spendlight.report.Grain;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import dev.spendlight.simulator.file.ConsoleCsv;
import dev.spendlight.simulator.file.ConsoleStyle;
import dev.spendlight.simulator.file.ConsoleXlsx;
import dev.spendlight.simulator.file.DateForm;
import dev.spendlight.simulator.file.NumberForm;
import dev.spendlight.simulator.file.ReportFileWriter;
import dev.spendlight.simulator.file.ReportingJson;
import dev.spendlight.simulator.file.RowWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.SplittableRandom;

/// Writes a large targeting report: `WriteReports csv|json|xlsx ROWS FILE [SEED]`.
///
/// Twenty thousand targets in a hundred campaigns, day by day: as many different keys as a very large account has.
void main(String[] arguments) throws IOException {
  long rows = Long.parseLong(arguments[1]);
  SplittableRandom random = new SplittableRandom(arguments.length > 3 ? Long.parseLong(arguments[3]) : 1);
  ReportFileWriter writer = writer(arguments[0]);
  try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])), 1 << 16);
      RowWriter file = writer.open(ReportKind.TARGETING, out)) {
    for (long i = 0; i < rows; i++) {
      file.write(row(i, random));
    }
  }
}

static final int TARGETS = 20_000;
static final int TARGETS_A_GROUP = 50;
static final int GROUPS_A_CAMPAIGN = 4;
static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

ReportFileWriter writer(String format) {
  Currency dollars = Currency.getInstance("USD");
  ConsoleStyle style = ConsoleStyle.of(Marketplace.US).withDates(DateForm.ISO).withNumbers(NumberForm.PLAIN);
  return switch (format) {
    case "csv" -> new ConsoleCsv(style);
    case "xlsx" -> new ConsoleXlsx(style);
    case "json" -> new ReportingJson(dollars, Grain.DAILY, false);
    default -> throw new IllegalArgumentException(format);
  };
}

ReportRow row(long number, SplittableRandom random) {
  int target = (int) (number % TARGETS);
  int group = target / TARGETS_A_GROUP;
  int campaign = group / GROUPS_A_CAMPAIGN;
  LocalDate day = FIRST.plusDays(number / TARGETS);
  RowKey key =
      RowKey.target(
          Long.toString(210_000_000_000_000L + campaign),
          "Campaign %d | SP | Garden and kitchen".formatted(campaign),
          Long.toString(320_000_000_000_000L + group),
          "Ad group " + group,
          Long.toString(430_000_000_000_000L + target),
          "stainless steel garden tool " + target,
          target % 3 == 0 ? MatchType.EXACT : target % 3 == 1 ? MatchType.PHRASE : MatchType.BROAD);
  long clicks = random.nextInt(20);
  long orders = random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 0;
  Measures measures =
      Measures.ZERO
          .with(Measure.IMPRESSIONS, clicks * 40 + random.nextInt(400))
          .with(Measure.CLICKS, clicks)
          .with(Measure.SPEND, clicks * (400_000 + random.nextInt(90) * 10_000L));
  for (Measure measure : Measure.values()) {
    if (measure.name().startsWith("ORDERS") || measure.name().startsWith("UNITS")) {
      measures = measures.with(measure, orders);
    } else if (measure.name().startsWith("SALES")) {
      measures = measures.with(measure, orders * 19_990_000);
    }
  }
  return new ReportRow(day, day, key, measures, EntityState.UNKNOWN);
}
