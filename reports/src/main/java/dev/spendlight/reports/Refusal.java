package dev.spendlight.reports;

/// A file cannot be read as a report. The message is the one sentence that the user sees, without
/// the file's name.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  Refusal(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
