package dev.spendlight.app.print;

import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import dev.spendlight.history.Vanished;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.SkippedRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// What became of an import, as a person reads it.
public final class ImportText {
  private static final int VANISHED_SHOWN = 5;

  private final Terminal terminal;
  private final MoneyFormat money;

  public ImportText(Terminal terminal, MoneyFormat money) {
    this.terminal = terminal;
    this.money = money;
  }

  public void print(ImportResult result, List<Vanished> vanished) {
    for (ImportResult.FileResult file : result.files()) {
      switch (file) {
        case Imported imported -> imported(imported);
        case ImportResult.Empty empty -> file(empty.file(), "an empty report, 0 rows");
        case ImportResult.Repeated repeated ->
            file(
                repeated.file(),
                "the same content as %s, read once".formatted(name(repeated.sameAs())));
        case ImportResult.Refused any -> {} // told on stderr
      }
    }
    vanished(vanished);
  }

  private void file(String file, String text) {
    terminal.line(terminal.toned(Terminal.Tone.STRONG, name(file)));
    terminal.paragraph("  ", text);
  }

  private static String name(String file) {
    return Wording.plain(file);
  }

  private void imported(Imported imported) {
    terminal.line(terminal.toned(Terminal.Tone.STRONG, name(imported.file())));
    terminal.paragraph(
        "  ",
        "%s report, %s%s, %s of %s rows, %s of spend, %s of sales, %s orders"
            .formatted(
                imported.facts().kind().words(),
                imported.facts().grain().key(),
                imported.facts().period().map(ImportText::period).orElse(""),
                count(imported.facts().rowsImported()),
                count(imported.facts().rowsRead()),
                imported.totals().spend().map(money::format).orElse("no figure"),
                imported.totals().sales().map(money::format).orElse("no figure"),
                imported.totals().orders().map(ImportText::count).orElse("no figure of")));
    imported.skipped().forEach(this::skipped);
    if (!imported.ignoredColumns().isEmpty()) {
      terminal.paragraph(
          "  Left out: ",
          "unknown column%s %s"
              .formatted(
                  imported.ignoredColumns().size() == 1 ? "" : "s",
                  Wording.plain(String.join(", ", imported.ignoredColumns()))));
    }
    imported.notes().forEach(note -> terminal.paragraph("  Note: ", note));
  }

  private static String period(DateRange period) {
    return " " + period.from() + " to " + period.to();
  }

  private void skipped(SkippedRows skipped) {
    terminal.paragraph(
        "  Skipped: ",
        "%s in line %s: %s"
            .formatted(
                skipped.count() == 1 ? "1 row" : count(skipped.count()) + " rows, the first",
                skipped.firstLine(),
                skipped.reason()));
  }

  private void vanished(List<Vanished> vanished) {
    if (vanished.isEmpty()) {
      return;
    }
    BigDecimal spend =
        vanished.stream().map(Vanished::spend).reduce(BigDecimal.ZERO, BigDecimal::add);
    terminal.paragraph(
        terminal.toned(Terminal.Tone.WARN, "Gone") + ": ",
        "%s with %s of spend in an earlier pull %s no row in this one, among them %s."
            .formatted(
                vanished.size() == 1 ? "1 thing" : vanished.size() + " things",
                money.format(spend),
                vanished.size() == 1 ? "has" : "have",
                String.join(
                    ", ",
                    vanished.stream()
                        .limit(VANISHED_SHOWN)
                        .map(each ->
                            Wording.name(
                                each.key().targeting().isEmpty()
                                    ? each.key().campaignName()
                                    : each.key().targeting(),
                                40))
                        .toList())));
  }

  private static String count(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }
}
