package dev.spendlight.finding;

import java.util.List;

/// Looks for one kind of thing. Pure: the same evidence gives the same outcome.
public interface Detector {

  /// @param found in no particular order
  /// @param ruledOut what was tested without a finding
  /// @param thin what was missing to test at all, one sentence each
  record Outcome(List<Finding> found, List<RuledOut> ruledOut, List<String> thin) {

    /// Nothing to test.
    public static Outcome nothing() {
      return new Outcome(List.of(), List.of(), List.of());
    }

    public static Outcome thin(String sentence) {
      return new Outcome(List.of(), List.of(), List.of(sentence));
    }
  }

  Outcome examine(CaseFile file);
}
