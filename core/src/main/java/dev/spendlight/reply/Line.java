package dev.spendlight.reply;

/// What a line outside the root is, when it is more than prose.
final class Line {
  private Line() {}

  /// @param line without white space around it
  static boolean isEllipsis(String line) {
    boolean dots = line.chars().allMatch(c -> c == '.' || c == '\u2026' || c == ',');
    return dots && (line.length() > 1 || line.equals("\u2026"));
  }

  /// Whether it may be a value of its own: it begins with a quote, is a number, or is one of the
  /// words that JSON knows.
  ///
  /// @param line without white space around it, not empty
  static boolean isValue(String line) {
    char first = line.charAt(0);
    if (Texts.opens(first)) {
      return true;
    }
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return line.chars().anyMatch(Character::isDigit)
          && !(line.indexOf(' ') >= 0 && line.chars().anyMatch(Character::isLetter));
    }
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == ',' || line.charAt(end - 1) == ';')) {
      end--;
    }
    return isLiteral(line.substring(0, end));
  }

  static boolean isLiteral(String word) {
    return switch (word) {
      case "true", "false", "null", "True", "False", "None", "NaN", "Infinity", "undefined" -> true;
      default -> false;
    };
  }
}
