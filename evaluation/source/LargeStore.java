import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
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
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Writes the store of a very large account: `LargeStore FOLDER DAYS TRAILING [CAMPAIGNS] [SEED]`.
///
/// 500 campaigns, or as many as told, of 40 targets. The first pull brings 60 days, then one comes each morning with the last TRAILING days,
/// until DAYS days are there. A quarter of the targets has a row on a day. Now and then somebody changes a bid.
static final int TARGETS = 40;
static final int FIRST_PULL = 60;
static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

void main(String[] arguments) {
  int days = Integer.parseInt(arguments[1]);
  int trailing = Integer.parseInt(arguments[2]);
  int campaigns = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 500;
  long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 1;
  RowKey[] keys = keys(campaigns);
  long[] bids = new long[keys.length];
  java.util.Arrays.fill(bids, 500_000);
  SplittableRandom random = new SplittableRandom(seed);
  try (DuckDbPerformanceStore store = new DuckDbPerformanceStore(Path.of(arguments[0]))) {
    for (int last = Math.min(days, FIRST_PULL) - 1; last < days; last++) {
      int span = last < FIRST_PULL ? FIRST_PULL : trailing;
      LocalDate from = FIRST.plusDays(Math.max(0, last - span + 1));
      try (ImportTransaction transaction = store.begin(new AccountId("large"), FIRST.plusDays(last + 1))) {
        targeting(transaction, new DateRange(from, FIRST.plusDays(last)), keys, bids, seed);
        budgets(transaction, new DateRange(from, FIRST.plusDays(last)), campaigns, seed);
        transaction.commit();
      }
      for (int i = 0; i < keys.length / 50; i++) {
        bids[random.nextInt(keys.length)] = 200_000 + 10_000L * random.nextInt(150);
      }
    }
  }
}

RowKey[] keys(int campaigns) {
  RowKey[] keys = new RowKey[campaigns * TARGETS];
  for (int i = 0; i < keys.length; i++) {
    int campaign = i / TARGETS;
    int group = i / (TARGETS / 2);
    keys[i] =
        RowKey.target(
            Long.toString(210_000_000_000_000L + campaign),
            "Campaign %d | SP | Garden and kitchen".formatted(campaign),
            Long.toString(320_000_000_000_000L + group),
            "Ad group " + group,
            Long.toString(430_000_000_000_000L + i),
            "stainless steel garden tool " + i,
            i % 3 == 0 ? MatchType.EXACT : i % 3 == 1 ? MatchType.PHRASE : MatchType.BROAD);
  }
  return keys;
}

void targeting(ImportTransaction transaction, DateRange days, RowKey[] keys, long[] bids, long seed) {
  long rows = 0;
  try (ImportTransaction.FileRows file = transaction.open()) {
    for (LocalDate day : days.stream().toList()) {
      SplittableRandom random = new SplittableRandom(seed + day.toEpochDay());
      for (int i = 0; i < keys.length; i++) {
        // Half of the targets are shown seldom, the others on nearly half of the days.
        if (random.nextInt(100) < (i % 2 == 0 ? 5 : 45)) {
          long clicks = random.nextInt(6);
          long orders = clicks > 0 && random.nextInt(10) == 0 ? 1 : 0;
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
          EntityState state =
              new EntityState(
                  "ENABLED", Optional.of(bids[i]), Optional.empty(), Optional.empty(), Optional.empty());
          file.add(new ReportRow(day, day, keys[i], measures, state));
          rows++;
        }
      }
    }
    file.keep(facts(ReportKind.TARGETING, days, rows));
  }
}

void budgets(ImportTransaction transaction, DateRange days, int campaigns, long seed) {
  try (ImportTransaction.FileRows file = transaction.open()) {
    for (LocalDate day : days.stream().toList()) {
      SplittableRandom random = new SplittableRandom(seed + day.toEpochDay());
      for (int campaign = 0; campaign < campaigns; campaign++) {
        file.add(
            new ReportRow(
                day,
                day,
                RowKey.campaign(Long.toString(210_000_000_000_000L + campaign), "Campaign " + campaign),
                Measures.ZERO,
                new EntityState(
                    "ENABLED",
                    Optional.empty(),
                    Optional.of(20_000_000L + 1_000_000L * (campaign % 30)),
                    Optional.of(java.math.BigDecimal.valueOf(random.nextInt(10_000), 4)),
                    Optional.empty())));
      }
    }
    file.keep(facts(ReportKind.BUDGET, days, days.days() * campaigns));
  }
}

FileFacts facts(ReportKind kind, DateRange days, long rows) {
  return new FileFacts(
      kind.key() + ".json",
      "%s %s".formatted(kind, days),
      kind,
      Grain.DAILY,
      Optional.of(days),
      new TreeSet<>(days.stream().toList()),
      EnumSet.allOf(Measure.class),
      Optional.empty(),
      rows,
      rows);
}
