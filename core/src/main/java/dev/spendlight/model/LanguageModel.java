package dev.spendlight.model;

/// A language model, wherever it runs. Threads may share one.
public interface LanguageModel {

  /// Asks and waits for the answer, at most as long and at most as dear as allowed. Tries again by
  /// itself where that may help. Interrupting the thread ends the wait with a
  /// [ModelReply.Cancelled] and leaves the thread interrupted.
  ///
  /// @return never an exception for anything that the provider or the network does
  ModelCall ask(ModelRequest request, Allowance allowance);
}
