package dev.spendlight.log;

import java.util.Locale;

/// What became of a reply.
public enum Verdict {
  /// All of it went into the answer.
  ACCEPTED,
  /// It was wrong, and went back with what was wrong.
  SENT_BACK,
  /// Part of it went into the answer, the rest is by the rules analyst.
  PARTLY_USED,
  /// Nothing of it, or there was none: the rules analyst answered.
  FELL_BACK;

  /// As in JSON documents.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
