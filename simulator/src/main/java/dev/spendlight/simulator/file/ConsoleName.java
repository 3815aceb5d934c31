package dev.spendlight.simulator.file;

import dev.spendlight.report.ReportKind;

/// What the console calls its report files.
final class ConsoleName {
  private ConsoleName() {}

  static String of(ReportKind kind) {
    String words = kind.words();
    return "Sponsored Products "
        + Character.toUpperCase(words.charAt(0))
        + words.substring(1)
        + " report";
  }
}
