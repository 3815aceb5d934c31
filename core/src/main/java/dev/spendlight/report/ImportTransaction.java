package dev.spendlight.report;

import dev.spendlight.account.AccountSettings;

/// One import command while it runs. Files are written one after the other, by one thread.
public interface ImportTransaction extends AutoCloseable {

  /// The rows of one file. Ends with [#keep] or, by [#close] without it, with nothing of the file
  /// written.
  interface FileRows extends AutoCloseable {
    void add(ReportRow row);

    /// The file was read to its end.
    void keep(FileFacts facts);

    @Override
    void close();
  }

  FileRows open();

  /// Settings to be kept with this import, such as the currency that its files told.
  void save(AccountSettings settings);

  /// Makes all kept files visible at once.
  ///
  /// @return the id of this import
  long commit();

  /// Rolls back unless committed.
  @Override
  void close();
}
