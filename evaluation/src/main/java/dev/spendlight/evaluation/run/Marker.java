package dev.spendlight.evaluation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small file that says of which state something beside it was made. It is written last, so what
/// was interrupted has none.
record Marker(Path file) {

  boolean says(String state) {
    try {
      return Files.exists(file) && Files.readString(file).equals(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String state) {
    try {
      Files.writeString(file, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
