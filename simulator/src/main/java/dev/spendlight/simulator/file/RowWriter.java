package dev.spendlight.simulator.file;

import dev.spendlight.report.ReportRow;
import java.io.IOException;

/// A report file that is being written, one row after the other; complete once closed.
public interface RowWriter extends AutoCloseable {
  void write(ReportRow row) throws IOException;

  /// Ends the file and closes the stream below.
  @Override
  void close() throws IOException;
}
