package dev.spendlight.storage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/// The last word of each pull on each subject it tells of, pull after pull.
final class ToldStates {
  private static final int NEVER = Integer.MIN_VALUE;

  /// @param end how many entries there are up to the end of this pull
  record Pull(LocalDate pulled, int end) {}

  private final List<Pull> pulls = new ArrayList<>();
  private final GrowingInts subjects = new GrowingInts();
  private final GrowingInts days = new GrowingInts();
  private final GrowingInts states = new GrowingInts();

  /// Of the pull under way, by subject.
  private int[] latestDay = new int[0];

  private int[] latestState = new int[0];
  private final GrowingInts seen = new GrowingInts();

  /// The next rows of the pull under way: subject, day since 1970-01-01, number of the state.
  void add(DuckDBDataChunkReader chunk) {
    DuckDBReadableVector subjectColumn = chunk.vector(0);
    DuckDBReadableVector dayColumn = chunk.vector(1);
    DuckDBReadableVector stateColumn = chunk.vector(2);
    int count = Math.toIntExact(chunk.rowCount());
    for (int row = 0; row < count; row++) {
      int subject = subjectColumn.getInt(row);
      if (subject >= latestDay.length) {
        grow(subject);
      }
      int day = dayColumn.getInt(row);
      if (day >= latestDay[subject]) {
        if (latestDay[subject] == NEVER) {
          seen.append(subject);
        }
        latestDay[subject] = day;
        latestState[subject] = stateColumn.getInt(row);
      }
    }
  }

  private void grow(int subject) {
    int before = latestDay.length;
    int size = Math.max(1024, subject + subject / 2 + 1);
    latestDay = Arrays.copyOf(latestDay, size);
    Arrays.fill(latestDay, before, size, NEVER);
    latestState = Arrays.copyOf(latestState, size);
  }

  void endPull(LocalDate pulled) {
    for (int subject : seen.take()) {
      subjects.append(subject);
      days.append(latestDay[subject]);
      states.append(latestState[subject]);
      latestDay[subject] = NEVER;
    }
    pulls.add(new Pull(pulled, subjects.size()));
  }

  List<Pull> pulls() {
    return pulls;
  }

  /// Greater than any subject.
  int mostSubjects() {
    return latestDay.length;
  }

  int[] takeSubjects() {
    return subjects.take();
  }

  int[] takeDays() {
    return days.take();
  }

  int[] takeStates() {
    return states.take();
  }
}
