package dev.spendlight.app.print;

import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.Impact;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import java.time.LocalDate;
import java.util.List;

/// Findings as a person reads them: a block each, then what was ruled out.
public final class FindingsText {
  /// The largest parts of a change tell it; the rest is in the document.
  private static final int MOST_DRIVERS = 3;

  private final Terminal terminal;
  private final FindingFigures figures;
  private final FindingPhrases phrases;

  public FindingsText(Terminal terminal, MoneyFormat money) {
    this.terminal = terminal;
    this.figures = new FindingFigures(money);
    this.phrases = new FindingPhrases(figures);
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
    for (int i = 0; i < findings.size(); i++) {
      terminal.line();
      print(i + 1, findings.get(i), sheet.summary().asOf());
    }
    terminal.line();
    sheet.findings().ruledOut().forEach(each -> terminal.paragraph("Ruled out: ", each.text()));
    sheet.findings().thin().forEach(each -> terminal.paragraph("Too thin: ", each));
  }

  private void print(int rank, Finding finding, LocalDate asOf) {
    terminal.paragraph(
        "%2d. ".formatted(rank),
        terminal.toned(Terminal.Tone.STRONG, phrases.kind(finding.kind()))
            + ": "
            + FindingPhrases.entity(finding.entity()));
    line("When", FindingPhrases.days(finding, asOf));
    line("Seen", figures.seen(finding.evidence()));
    FindingFigures.luck(finding.evidence()).ifPresent(each -> line("Chance", each));
    finding.impact().map(this::worth).ifPresent(each -> line("Worth", each));
    finding.action().map(phrases::action).ifPresent(each -> line("Do", each));
    finding.drivers().stream()
        .filter(Driver.YourChange.class::isInstance)
        .forEach(each -> line("Yours", phrases.driver(each)));
    finding.drivers().stream()
        .filter(Driver.Part.class::isInstance)
        .limit(MOST_DRIVERS)
        .forEach(each -> line("Driver", phrases.driver(each)));
  }

  private String worth(Impact impact) {
    return "an estimated %s a week: %s".formatted(figures.worth(impact), impact.basis());
  }

  private void line(String label, String text) {
    terminal.paragraph("    " + "%-7s".formatted(label), text);
  }
}
