package dev.spendlight.grounding;

import dev.spendlight.fact.FactSheet;
import dev.spendlight.metric.Metric;
import java.util.Locale;

/// Sentences of our own code about what is missing, which stand as they are wherever they are true.
final class OwnSentences {
  private OwnSentences() {}

  static boolean isOwn(String text, FactSheet sheet) {
    if (text.equals("The reports imported so far tell neither spend nor sales.")) {
      return sheet.ofAccount(Metric.SPEND).isEmpty() && sheet.ofAccount(Metric.SALES).isEmpty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return sheet.findings().thin().stream()
        .anyMatch(each ->
            lower.equals(each.toLowerCase(Locale.ROOT))
                || lower.equals(
                    "what was imported is too little to judge more: "
                        + each.toLowerCase(Locale.ROOT)));
  }
}
