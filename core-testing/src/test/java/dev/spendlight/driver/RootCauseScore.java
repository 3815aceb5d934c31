package dev.spendlight.driver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Places that were named against root causes that were labelled.
final class RootCauseScore {
  private final Map<Integer, int[]> byAttributes = new TreeMap<>();
  private int exact;
  private int wider;
  private int unnamed;
  private int tries;

  void count(Set<Set<String>> truth, Set<Set<String>> named) {
    int[] hits = byAttributes.computeIfAbsent(truth.iterator().next().size(), fresh -> new int[2]);
    hits[1]++;
    tries++;
    Set<String> causes = truth.stream().flatMap(Set::stream).collect(Collectors.toSet());
    if (named.equals(truth)) {
      exact++;
      hits[0]++;
    } else if (named.isEmpty()) {
      unnamed++;
    } else if (named.stream().allMatch(causes::containsAll)) {
      wider++;
    }
  }

  int tries() {
    return tries;
  }

  int exact() {
    return exact;
  }

  /// Named something that is neither the cause nor around it.
  int wrong() {
    return tries - exact - wider - unnamed;
  }

  @Override
  public String toString() {
    List<String> parts =
        byAttributes.entrySet().stream()
            .map(each ->
                "%d of %d with %d".formatted(each.getValue()[0], each.getValue()[1], each.getKey()))
            .toList();
    return String.format(
        Locale.ENGLISH,
        "exactly the cause %d of %d (%s attributes), wider than it %d, another %d, nothing %d",
        exact,
        tries,
        String.join(", ", parts),
        wider,
        wrong(),
        unnamed);
  }
}
