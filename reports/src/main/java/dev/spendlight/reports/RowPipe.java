package dev.spendlight.reports;

import dev.spendlight.report.ImportTransaction.FileRows;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads a file in a thread of its own while the calling thread writes its rows, for each takes
/// about as long as the other. The store sees one thread only, the calling one, and rows in the
/// file's order.
///
/// At most [#QUEUED] batches wait, so that memory stays bounded when the store is slower.
final class RowPipe {
  private static final int BATCH = 512;
  private static final int QUEUED = 8;

  /// Reads a file to its end.
  interface Reading {
    /// @return the fingerprint of its content
    String read() throws IOException, Refusal;
  }

  /// Ends the reader when nobody takes its rows any more.
  private static final class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final BlockingQueue<List<ReportRow>> queue = new ArrayBlockingQueue<>(QUEUED);
  private List<ReportRow> batch = new ArrayList<>(BATCH);
  private @Nullable Throwable failure;
  private String fingerprint = "";

  /// Where the reading thread puts its rows.
  Consumer<ReportRow> entrance() {
    return row -> {
      batch.add(row);
      if (batch.size() == BATCH) {
        flush();
      }
    };
  }

  private void flush() {
    try {
      queue.put(batch);
      batch = new ArrayList<>(BATCH);
    } catch (InterruptedException e) {
      throw new AbandonedException();
    }
  }

  /// Moves all rows into the store.
  ///
  /// @param progress told after each batch how many rows were written, by the calling thread
  /// @return the fingerprint of the content
  String run(Reading reading, FileRows target, LongConsumer progress) throws IOException, Refusal {
    Thread reader =
        Thread.ofPlatform().daemon().name("report-reader").start(() -> readAll(reading));
    try {
      long written = 0;
      for (List<ReportRow> rows = queue.take(); !rows.isEmpty(); rows = queue.take()) {
        rows.forEach(target::add);
        written += rows.size();
        progress.accept(written);
      }
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("The import was interrupted; start it again.", e);
    } finally {
      stop(reader);
    }
    rethrow();
    return fingerprint;
  }

  private void readAll(Reading reading) {
    try {
      fingerprint = reading.read();
    } catch (AbandonedException e) {
      return;
    } catch (IOException | Refusal | RuntimeException | Error e) {
      failure = e;
    }
    try {
      if (!batch.isEmpty()) {
        queue.put(batch);
      }
      queue.put(List.of());
    } catch (InterruptedException e) {
      // Nobody waits for the end.
    }
  }

  /// Without effect on a reader that has ended.
  private static void stop(Thread reader) {
    boolean interrupted = false;
    while (reader.isAlive()) {
      reader.interrupt();
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() throws IOException, Refusal {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case Refusal e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
