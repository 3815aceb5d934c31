package dev.spendlight.app.print;

import dev.spendlight.account.AccountId;
import dev.spendlight.grounding.Wording;
import dev.spendlight.log.CostLine;
import dev.spendlight.log.CostReport;
import dev.spendlight.log.CostSums;
import dev.spendlight.model.NanoDollars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What models cost as a person reads it.
public final class CostsText {
  private static final List<String> HEADER =
      List.of(
          "Account", "Model", "Day", "Calls", "Cost", "Saved", "Reused", "Prompt", "Cached",
          "Reply");

  /// Beside the cost, and only where there is any.
  private static final String UNBILLED = "Unbilled, at most";

  private static final int PLACES = 4;

  private final Terminal terminal;

  public CostsText(Terminal terminal) {
    this.terminal = terminal;
  }

  public void print(CostReport report) {
    if (report.lines().isEmpty()) {
      terminal.line("No model was asked%s.".formatted(scope(report)));
      return;
    }
    CostSums totals = report.totals();
    terminal.paragraph(
        "",
        terminal.toned(
            Terminal.Tone.STRONG,
            "Models cost %s%s in %s; prompt caches saved %s."
                .formatted(
                    dollars(totals.cost()),
                    scope(report),
                    counted(totals.calls(), "call"),
                    dollars(totals.saved()))));
    terminal.line();
    boolean unbilled = totals.unbilled().value() > 0;
    TextTable table = TextTable.of(header(unbilled), Set.of(0, 1, 2));
    report.lines().forEach(line -> table.row(row(line, unbilled)));
    table.print(terminal);
    if (unbilled) {
      terminal.line();
      terminal.paragraph(
          "Note: ",
          "Attempts that broke off, or whose process was killed, told no bill; they may have cost up to %s more."
              .formatted(dollars(totals.unbilled())));
    }
    if (totals.unpriced() > 0) {
      terminal.line();
      terminal.paragraph(
          "Note: ",
          "The price of %s is unknown, so these sums leave out %s of %s; add it to a file that SPENDLIGHT_CLAUDE_PRICES_FILE names."
              .formatted(
                  Wording.plain(String.join(", ", report.unpricedModels())),
                  count(totals.unpriced()),
                  counted(totals.calls(), "call")));
    }
  }

  /// ` for acme from 2026-03-01 to 2026-03-07`
  private static String scope(CostReport report) {
    return report.account().map(AccountId::value).map(id -> " for " + Wording.plain(id)).orElse("")
        + report.days().map(days -> " from %s to %s".formatted(days.from(), days.to())).orElse("");
  }

  private static List<String> header(boolean unbilled) {
    List<String> header = new ArrayList<>(HEADER);
    if (unbilled) {
      header.add(HEADER.indexOf("Cost") + 1, UNBILLED);
    }
    return header;
  }

  private static List<String> row(CostLine line, boolean unbilled) {
    CostSums sums = line.sums();
    boolean unknown = sums.unpriced() == sums.calls();
    List<String> row =
        new ArrayList<>(List.of(line.account().value(), line.model(), line.day().toString()));
    row.add(count(sums.calls()));
    row.add(unknown ? "unknown" : dollars(sums.cost()));
    if (unbilled) {
      row.add(unknown ? "unknown" : dollars(sums.unbilled()));
    }
    row.add(unknown ? "unknown" : dollars(sums.saved()));
    row.add(count(sums.reused()));
    row.add(count(sums.usage().prompt()));
    row.add(count(sums.usage().cacheRead()));
    row.add(count(sums.usage().output()));
    return row;
  }

  private static String counted(long count, String noun) {
    return count == 1 ? "1 " + noun : "%s %ss".formatted(count(count), noun);
  }

  private static String count(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  /// To a hundredth of a cent, since a call costs a few.
  private static String dollars(NanoDollars money) {
    BigDecimal rounded = money.dollars().setScale(PLACES, RoundingMode.HALF_EVEN);
    return (rounded.signum() < 0 ? "-$" : "$")
        + String.format(Locale.ENGLISH, "%,." + PLACES + "f", rounded.abs());
  }
}
