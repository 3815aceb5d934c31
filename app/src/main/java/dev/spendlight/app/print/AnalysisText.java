package dev.spendlight.app.print;

import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AccountAnalysis.Opportunity;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.grounding.Wording;
import java.util.List;

/// An answer as a person reads it.
public final class AnalysisText {
  private final Terminal terminal;

  public AnalysisText(Terminal terminal) {
    this.terminal = terminal;
  }

  public void print(AnalysisResult result) {
    AccountAnalysis analysis = result.analysis();
    terminal.paragraph(
        "",
        terminal.toned(
                Terminal.Tone.STRONG,
                "%s, as of %s: ".formatted(Wording.plain(result.account().value()), result.asOf()))
            + terminal.toned(tone(analysis.overallHealth()), words(analysis.overallHealth())));
    terminal.line();
    terminal.paragraph("", analysis.summary());
    if (!analysis.keyInsights().isEmpty()) {
      terminal.line();
      analysis.keyInsights().forEach(insight -> terminal.paragraph("  - ", insight));
    }
    List<Opportunity> opportunities = analysis.topOpportunities();
    for (int i = 0; i < opportunities.size(); i++) {
      terminal.line();
      terminal.paragraph("%d. ".formatted(i + 1), opportunities.get(i).issue());
      terminal.paragraph("   Do: ", opportunities.get(i).recommendation());
      terminal.paragraph("   Worth: ", opportunities.get(i).estimatedImpact());
    }
    terminal.line();
    result.caveats().forEach(caveat -> terminal.paragraph("Note: ", caveat));
    terminal.paragraph("", terminal.toned(Terminal.Tone.QUIET, origin(result)));
  }

  private static Terminal.Tone tone(OverallHealth health) {
    return switch (health) {
      case GOOD -> Terminal.Tone.GOOD;
      case NEEDS_ATTENTION -> Terminal.Tone.WARN;
      case CRITICAL -> Terminal.Tone.BAD;
    };
  }

  private static String words(OverallHealth health) {
    return health.key().replace('_', ' ');
  }

  private static String words(Degradation why) {
    return switch (why) {
      case NO_API_KEY -> "no model is set up";
      case MODEL_PENDING -> "a model's answer is on its way";
      case MODEL_UNAVAILABLE -> "no model could be reached";
      case RATE_LIMITED -> "the account's limit for this hour is reached";
      case BUDGET_SPENT -> "today's budget for models is spent";
      case BUDGET_UNKNOWN -> "what models cost today cannot be known at the moment";
      case REPLY_INVALID -> "the model's reply could not be used";
      case REPLY_REFUSED -> "the model declined";
      case DATA_TOO_THIN -> "the data is thin";
    };
  }

  private static String origin(AnalysisResult result) {
    String writer =
        switch (result.source()) {
          case MODEL -> "Written by a model";
          case RULES -> "Written by rules";
          case MIXED -> "Written by a model and, where it failed the checks, by rules";
        };
    String why =
        result.degradedBecause().isEmpty()
            ? ""
            : ": "
                + String.join(
                    ", ", result.degradedBecause().stream().map(AnalysisText::words).toList());
    return "%s from %d facts, every figure checked against them%s."
        .formatted(writer, result.facts().size(), why);
  }
}
