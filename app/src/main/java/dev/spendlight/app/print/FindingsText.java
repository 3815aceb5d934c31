package dev.spendlight.app.print;

import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Evidence;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.FindingKind;
import dev.spendlight.finding.Impact;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Findings as a person reads them.
public final class FindingsText {
  private final Terminal terminal;
  private final MoneyFormat money;

  public FindingsText(Terminal terminal, MoneyFormat money) {
    this.terminal = terminal;
    this.money = money;
  }

  public void print(FactSheet sheet) {
    List<Finding> findings = sheet.findings().findings();
    terminal.paragraph(
        "",
        terminal.toned(
            Terminal.Tone.STRONG,
            "%s, as of %s: %s"
                .formatted(
                    Wording.plain(sheet.summary().account().value()),
                    sheet.summary().asOf(),
                    findings.isEmpty()
                        ? "no finding"
                        : findings.size() == 1 ? "1 finding" : findings.size() + " findings")));
    terminal.line();
    if (!findings.isEmpty()) {
      TextTable table =
          TextTable.of(
              List.of("What", "A week", "Kind", "Observed", "Expected", "p", "Days"), Set.of(0, 2));
      findings.forEach(finding -> table.row(row(finding)));
      table.print(terminal);
      terminal.line();
    }
    sheet.findings().ruledOut().forEach(each -> terminal.paragraph("Ruled out: ", each.text()));
    sheet.findings().thin().forEach(each -> terminal.paragraph("Too thin: ", each));
  }

  private List<String> row(Finding finding) {
    boolean context = finding.kind() == FindingKind.DATA_MISSING;
    return List.of(
        finding.entity().name(),
        finding.impact().map(Impact::amount).map(money::round).orElse("-"),
        finding.kind().key().replace('_', ' '),
        observed(finding.evidence()),
        context ? "-" : String.format(Locale.ENGLISH, "%.1f", finding.evidence().expected()),
        context ? "-" : probability(finding.evidence().pValue()),
        String.valueOf(finding.window().days()));
  }

  /// `1 order`, `9 orders`, `1 day without a report`.
  private static String observed(Evidence evidence) {
    String words = evidence.metric().words();
    return number(evidence.observed())
        + " "
        + (evidence.observed() == 1 ? words.replaceFirst("^(\\w+)s\\b", "$1") : words);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ENGLISH, "%,.0f", value)
        : String.format(Locale.ENGLISH, "%,.3f", value);
  }

  private static String probability(double value) {
    return value < 0.001
        ? String.format(Locale.ENGLISH, "%.0e", value)
        : String.format(Locale.ENGLISH, "%.3f", value);
  }
}
