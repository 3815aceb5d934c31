package dev.spendlight.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.report.EntityState;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.ImportTransaction.FileRows;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.StoreException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowPipeTest {
  private static final int ROWS = 100_000;

  private static ReportRow row(int number) {
    LocalDate day = LocalDate.ofEpochDay(number);
    return new ReportRow(day, day, RowKey.campaign("1", "C"), Measures.ZERO, EntityState.UNKNOWN);
  }

  /// Takes rows as long as there is room.
  private static final class Rows implements FileRows {
    private final List<Long> days = new ArrayList<>();
    private final int room;

    Rows(int room) {
      this.room = room;
    }

    @Override
    public void add(ReportRow row) {
      if (days.size() == room) {
        throw new StoreException("The disk is full; free some space.");
      }
      days.add(row.from().toEpochDay());
    }

    @Override
    public void keep(FileFacts facts) {}

    @Override
    public void close() {}
  }

  private static boolean readersRun() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(t -> t.getName().equals("report-reader"));
  }

  @Test
  void allRowsArriveInOrder() throws IOException, Refusal {
    RowPipe pipe = new RowPipe();
    Consumer<ReportRow> entrance = pipe.entrance();
    Rows rows = new Rows(ROWS);
    List<Long> told = new ArrayList<>();
    String fingerprint =
        pipe.run(
            () -> {
              for (int i = 0; i < ROWS; i++) {
                entrance.accept(row(i));
              }
              return "hash";
            },
            rows,
            told::add);
    assertThat(fingerprint).isEqualTo("hash");
    assertThat(rows.days).hasSize(ROWS).isSorted();
    assertThat(told).isSorted().last().isEqualTo((long) ROWS);
  }

  @Test
  void aFailingStoreEndsTheReader() {
    RowPipe pipe = new RowPipe();
    Consumer<ReportRow> entrance = pipe.entrance();
    assertThatThrownBy(() ->
            pipe.run(
                () -> {
                  for (int i = 0; true; i++) {
                    entrance.accept(row(i));
                  }
                },
                new Rows(1_000),
                written -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessage("The disk is full; free some space.");
    assertThat(readersRun()).isFalse();
  }

  @Test
  void whatStopsTheReaderReachesTheCaller() {
    Rows rows = new Rows(10);
    assertThatThrownBy(() ->
            new RowPipe()
                .run(
                    () -> {
                      throw new Refusal("It is cut off.");
                    },
                    rows,
                    written -> {}))
        .isInstanceOf(Refusal.class)
        .hasMessage("It is cut off.");
    assertThatThrownBy(() ->
            new RowPipe()
                .run(
                    () -> {
                      throw new IllegalStateException("a fault of ours");
                    },
                    rows,
                    written -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(readersRun()).isFalse();
  }

  @Test
  void anInterruptedCallerStopsAtOnce() {
    RowPipe pipe = new RowPipe();
    Consumer<ReportRow> entrance = pipe.entrance();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() ->
            pipe.run(
                () -> {
                  for (int i = 0; true; i++) {
                    entrance.accept(row(i));
                  }
                },
                new Rows(Integer.MAX_VALUE),
                written -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessage("The import was interrupted; start it again.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(readersRun()).isFalse();
  }
}
