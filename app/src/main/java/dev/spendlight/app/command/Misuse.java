package dev.spendlight.app.command;

import java.util.function.Supplier;

/// Options that do not fit together, or a value that cannot be: wrong use, not failed work.
public final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param sentence what is wrong, and what to write instead
  Misuse(String sentence) {
    super(sentence);
  }

  /// A value made from options; what its type refuses was written wrongly.
  static <T> T refused(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new Misuse(String.valueOf(e.getMessage()));
    }
  }
}
