package dev.spendlight.grounding;

import java.util.function.Consumer;

/// Decides one idea of whether a text says only what the facts say.
interface Check {

  /// @param faults takes one sentence for each thing that cannot stand: what is wrong and what
  ///   would be right
  void examine(Passage passage, Consumer<String> faults);
}
