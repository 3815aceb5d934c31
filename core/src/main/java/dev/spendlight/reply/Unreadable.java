package dev.spendlight.reply;

/// Ends the reading of a text; becomes a [JsonReading.Rejected] and never leaves this package.
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int offset;

  Unreadable(String reason, int offset) {
    super(reason, null, false, false);
    this.offset = offset;
  }

  JsonReading.Rejected asReading() {
    return new JsonReading.Rejected(String.valueOf(getMessage()), offset);
  }
}
