package dev.spendlight.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Exchanges on their way to the log: bounded in number and, apart from that, in text. Nobody waits
/// to put one in. What was taken out stays in until it is known to be written.
final class LogBuffer {
  private final int mostExchanges;
  private final long mostCharacters;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private long characters;
  private long offered;
  private long written;
  private long dropped;
  private long textsDropped;
  private boolean closed;

  LogBuffer(int mostExchanges, long mostCharacters) {
    this.mostExchanges = mostExchanges;
    this.mostCharacters = mostCharacters;
  }

  /// Texts give way first, and the exchange itself only when there is no place left.
  void offer(Exchange exchange) {
    long size = size(exchange);
    lock.lock();
    try {
      offered++;
      if (closed || waiting.size() >= mostExchanges) {
        dropped++;
      } else if (size > mostCharacters - characters) {
        textsDropped++;
        waiting.add(exchange.withoutTexts());
      } else {
        characters += size;
        waiting.add(exchange);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// The oldest ones; waits until there are some.
  ///
  /// @return empty when there are none and there will be none
  List<Exchange> next(int most) throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      return waiting.stream().limit(most).toList();
    } finally {
      lock.unlock();
    }
  }

  /// The oldest ones are in the log.
  void written(int count) {
    lock.lock();
    try {
      written += remove(count);
    } finally {
      lock.unlock();
    }
  }

  /// The oldest ones will never be in the log.
  void lost(int count) {
    lock.lock();
    try {
      dropped += remove(count);
    } finally {
      lock.unlock();
    }
  }

  /// Takes nothing more.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Gives up what is still there. A write that is under way no longer counts.
  void abandon() {
    lost(Integer.MAX_VALUE);
  }

  LogCounters counters(long failedWrites) {
    lock.lock();
    try {
      return new LogCounters(offered, written, dropped, waiting.size(), textsDropped, failedWrites);
    } finally {
      lock.unlock();
    }
  }

  private int remove(int count) {
    int removed = 0;
    while (removed < count && !waiting.isEmpty()) {
      characters -= size(waiting.remove());
      removed++;
    }
    return removed;
  }

  private static long size(Exchange exchange) {
    return exchange.texts().map(Texts::size).orElse(0L);
  }
}
