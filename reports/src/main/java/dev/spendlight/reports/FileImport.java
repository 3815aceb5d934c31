package dev.spendlight.reports;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult.FileResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.Repeated;
import dev.spendlight.report.ImportTransaction.FileRows;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import java.io.IOException;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads one table into the store: recognises it, streams its rows, and sums up what it was.
final class FileImport {
  private final String name;
  private final Request request;
  private final AccountSettings settings;
  private final Map<String, String> before;

  /// @param settings what is known of the account, earlier files of the command included
  /// @param before the files kept so far, by the fingerprint of their content
  FileImport(String name, Request request, AccountSettings settings, Map<String, String> before) {
    this.name = name;
    this.request = request;
    this.settings = settings;
    this.before = before;
  }

  /// Keeps the rows if all went well, and leaves nothing otherwise.
  ///
  /// @throws Refusal when the table cannot be imported
  FileResult read(Table table, FileRows rows, Progress progress) throws IOException, Refusal {
    Layout layout =
        Layout.of(table.header(), table instanceof JsonTable ? List.of(Dialect.API) : Dialect.ALL);
    if (layout.dates() == Layout.Dating.NONE && request.covers().isEmpty()) {
      throw new Refusal(
          "It has no date column, so that nobody can tell which days it covers; name them with --from and --to.");
    }
    FileCurrency currency = new FileCurrency(settings.effectiveCurrency(), table.lineWord());
    OnceEvidence evidence = new OnceEvidence(table, layout);
    RowPipe pipe = new RowPipe();
    RowBuilder builder =
        new RowBuilder(
            layout,
            pipe.entrance(),
            request.covers(),
            currency,
            new Convention(() -> evidence.get().numbers(), decimalSign(table, layout)),
            new DateReading(() -> evidence.get().dates(), settings.marketplace()));
    String fingerprint =
        pipe.run(() -> table.read(builder), rows, written -> progress.read(name, written));
    progress.read(name, builder.rowsRead());
    String same = before.get(fingerprint);
    if (same != null) {
      return new Repeated(name, same);
    }
    requireUse(builder, table);
    FileFacts facts = facts(fingerprint, layout, builder, currency.told());
    rows.keep(facts);
    List<String> ignored = new ArrayList<>(layout.ignored());
    ignored.addAll(builder.laterColumns());
    return new Imported(
        name,
        facts,
        builder.tally().totals(facts.carried(), settings.type()),
        builder.skips().all(),
        List.copyOf(ignored),
        notes(layout, builder, table));
  }

  /// The decimal sign where no value of the file tells; a semicolon between cells makes the
  /// language's own doubtful.
  private char decimalSign(Table table, Layout layout) {
    return settings
        .marketplace()
        .map(Marketplace::locale)
        .map(locale -> DecimalFormatSymbols.getInstance(locale).getDecimalSeparator())
        .map(sign -> sign == ',' ? ',' : '.')
        .orElse(table.separatedBySemicolon() ? Convention.UNKNOWN : layout.dialect().decimal());
  }

  private static void requireUse(RowBuilder builder, Table table) throws Refusal {
    if (builder.contradictsItself()) {
      throw new Refusal(
          "Its amounts use the dot as decimal sign in some rows and the comma in others, so that 1.234 can be read in two ways; export the report again.");
    }
    if (builder.tally().rows() == 0 && builder.skips().badRows() > 0) {
      var first = builder.skips().firstBad().orElseThrow();
      throw new Refusal(
          "None of its %,d rows can be used; the first, in %s %d, %s; export the report again."
              .formatted(
                  builder.skips().badRows(), table.lineWord(), first.firstLine(), first.reason()));
    }
  }

  /// The days that were asked for, as far as they had come when the report was pulled: later ones
  /// are unknown, not zero.
  private Optional<DateRange> asked() {
    LocalDate pulled = request.pulled();
    return request
        .covers()
        .filter(range -> !range.from().isAfter(pulled))
        .map(range -> range.to().isAfter(pulled) ? new DateRange(range.from(), pulled) : range);
  }

  private FileFacts facts(
      String fingerprint, Layout layout, RowBuilder builder, Optional<Currency> currency) {
    Tally tally = builder.tally();
    Grain grain = layout.dates().grain();
    Set<Measure> columns = EnumSet.noneOf(Measure.class);
    builder.fields().stream()
        .filter(Field::isMeasure)
        .forEach(field -> columns.add(Measure.values()[field.measure]));
    Optional<DateRange> covers = asked();
    Optional<DateRange> period =
        grain == Grain.RANGE
            ? request.covers().or(tally::period)
            : tally.period().map(of -> covers.map(of::span).orElse(of)).or(() -> covers);
    NavigableSet<LocalDate> days = new TreeSet<>();
    if (grain == Grain.DAILY) {
      days.addAll(tally.days());
      covers.ifPresent(range -> range.stream().forEach(days::add));
    }
    return new FileFacts(
        name,
        fingerprint,
        layout.kind(),
        grain,
        period,
        days,
        tally.carried(columns),
        currency,
        builder.rowsRead(),
        tally.rows());
  }

  private List<String> notes(Layout layout, RowBuilder builder, Table table) {
    List<String> notes = new ArrayList<>(table.notes());
    Optional<DateRange> period = builder.tally().period();
    if (period.isPresent() && period.get().to().isAfter(request.pulled())) {
      notes.add(
          "Its last day, %s, is after the day of the pull, %s; check the dates."
              .formatted(period.get().to(), request.pulled()));
    }
    if (layout.dates() == Layout.Dating.RANGES
        && period.isPresent()
        && request.covers().isPresent()
        && !request.covers().get().contains(period.get())) {
      notes.add(
          "Its rows reach from %s to %s, beyond the days %s to %s that were named for it."
              .formatted(
                  period.get().from(),
                  period.get().to(),
                  request.covers().get().from(),
                  request.covers().get().to()));
    }
    return List.copyOf(notes);
  }

  /// Looks the file through when somebody asks, and never twice.
  private static final class OnceEvidence {
    private final Table table;
    private final Layout layout;
    private Optional<Evidence> found = Optional.empty();

    OnceEvidence(Table table, Layout layout) {
      this.table = table;
      this.layout = layout;
    }

    Evidence get() {
      if (found.isEmpty()) {
        found = Optional.of(look());
      }
      return found.get();
    }

    /// What stops this reading also stops the one that asked, which then says so.
    private Evidence look() {
      try {
        return Evidence.of(table, layout);
      } catch (IOException | Refusal e) {
        return new Evidence(Convention.collecting(), DateReading.collecting());
      }
    }
  }
}
