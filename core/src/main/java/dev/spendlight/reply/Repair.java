package dev.spendlight.reply;

/// What was undone on the way from a reply to its value. Each keeps the value surely as it was
/// meant; whatever would need a guess is rejected.
public enum Repair {
  BYTE_ORDER_MARK("A byte order mark before the JSON was left out."),
  THINKING("Thinking before the JSON was left out."),
  PROSE("Prose around the JSON was left out."),
  FENCE("A code fence around the JSON was left out."),
  UNUSUAL_SPACE("White space that JSON does not know was read as space."),
  COMMENT("A comment was left out."),
  SMART_QUOTES("Typographic quotes around a text were read as quotes."),
  SINGLE_QUOTES("Single quotes around a text were read as quotes."),
  ESCAPED_APOSTROPHE("An apostrophe that needs no escape was read as an apostrophe."),
  RAW_LINE_BREAK("A line break or tab inside a text was kept as it stands."),
  BARE_KEY("A key without quotes was read as a key."),
  TRAILING_COMMA("A comma before a closing bracket was left out."),
  MISSING_COMMA("A comma between two values was added."),
  PYTHON_LITERAL("True, False or None was read as true, false or null."),
  WRAPPER("An object around the expected one was taken off."),
  JSON_IN_TEXT("JSON inside a text was read as JSON."),
  LETTER_CASE("A word of a fixed list was read in its own spelling.");

  private final String sentence;

  Repair(String sentence) {
    this.sentence = sentence;
  }

  /// For logs and operators.
  public String sentence() {
    return sentence;
  }
}
