package dev.spendlight.reports;

/// How many letters one has to change, add or leave out to get from one word to another
/// (Levenshtein 1966).
public final class EditDistance {
  /// Longer texts are cut: nobody mistypes that much.
  private static final int LONGEST = 100;

  private EditDistance() {}

  public static int between(String left, String right) {
    String a = left.substring(0, Math.min(left.length(), LONGEST));
    String b = right.substring(0, Math.min(right.length(), LONGEST));
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
