package dev.spendlight.log;

import java.util.List;

/// Questions that may be under way. A note is made before a question is sent and taken away once
/// the log has what came of it, so that nothing that was paid is forgotten, however a process ends.
///
/// Threads and processes may share one. No method throws for what befalls the store.
public interface OpenCalls {
  /// Notes nothing.
  OpenCalls NONE =
      new OpenCalls() {
        @Override
        public boolean keep(OpenCall call) {
          return true;
        }

        @Override
        public void remove(ExchangeId id) {}

        @Override
        public List<OpenCall> all() {
          return List.of();
        }
      };

  /// Notes a question, in place of an earlier note of it. What is kept survives the end of the
  /// process, however it ends.
  ///
  /// @return whether it is kept
  boolean keep(OpenCall call);

  void remove(ExchangeId id);

  /// The oldest first. Notes that cannot be read are passed over.
  List<OpenCall> all();
}
