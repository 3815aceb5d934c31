package dev.spendlight.reply;

/// Finds the one JSON value in a text and reads it.
///
/// Limits: [#MOST_CHARACTERS] a text, [#MOST_DEPTH] levels, and for a number [#MOST_DIGITS]
/// characters with an exponent of at most [#MOST_EXPONENT] either way. The work grows with the
/// text's length alone: every character is looked at a fixed number of times.
public final class JsonReader {
  public static final int MOST_CHARACTERS = 1_000_000;
  public static final int MOST_DEPTH = 64;
  public static final int MOST_DIGITS = 100;
  public static final int MOST_EXPONENT = 999;

  private JsonReader() {}

  /// The value of JSON as the standard has it, or of a text whose faults and surroundings can be
  /// undone with an equal value.
  public static JsonReading read(String text) {
    return read((CharSequence) text);
  }

  /// The value of JSON as the standard has it, and of nothing else.
  public static JsonReading strict(String text) {
    JsonReading reading = read(text);
    if (reading instanceof JsonReading.Read read && !read.repairs().isEmpty()) {
      Repair first = read.repairs().iterator().next();
      return new JsonReading.Rejected("It is no strict JSON: " + first.sentence(), 0);
    }
    return reading;
  }

  static JsonReading read(CharSequence text) {
    if (text.length() > MOST_CHARACTERS) {
      return new JsonReading.Rejected(
          "The reply is longer than %d characters: send the JSON alone, and shorter."
              .formatted(MOST_CHARACTERS),
          MOST_CHARACTERS);
    }
    try {
      return Extraction.read(text);
    } catch (Unreadable unreadable) {
      return unreadable.asReading();
    }
  }
}
