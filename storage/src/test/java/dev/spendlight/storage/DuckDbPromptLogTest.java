package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.log.Exchange;
import dev.spendlight.log.LogLimits;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.PromptLog;
import dev.spendlight.metric.DateRange;
import dev.spendlight.model.Charge;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.report.StoreException;
import dev.spendlight.testing.PromptLogContract;
import dev.spendlight.testing.SampleExchange;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DuckDbPromptLogTest extends PromptLogContract {
  private static final StoreOptions HASTY = new StoreOptions(128, 1, Duration.ofMillis(50));

  @TempDir Path folder;

  @Override
  protected PromptLog open() {
    return new DuckDbPromptLog(folder.resolve("data"));
  }

  private Path file() {
    return folder.resolve("data").resolve("prompt-log.duckdb");
  }

  private static List<Exchange> exchanges(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i ->
            SampleExchange.at("2026-03-08T12:00:%02dZ".formatted(i / 1000), i % 1000)
                .texts(5_000)
                .make())
        .toList();
  }

  @Test
  void askingMakesNoFile() {
    try (PromptLog log = open()) {
      assertThat(log.query(LogQuery.newest(1))).isEmpty();
      assertThat(log.costs(Optional.empty(), Optional.empty())).isEmpty();
      log.append(List.of());
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void theFileIsFreeBetweenTwoCalls() {
    try (PromptLog one = open();
        PromptLog two = open()) {
      one.append(exchanges(0, 1));
      two.append(exchanges(1, 2));
      one.append(exchanges(2, 3));
      assertThat(two.size().exchanges()).isEqualTo(3);
    }
  }

  @Test
  void aLogThatIsInUseIsTriedAgainAndThenToldOf() throws Exception {
    try (PromptLog log = new DuckDbPromptLog(folder.resolve("data"), HASTY);
        LogFile holder = new LogFile(folder.resolve("data"), HASTY, Migrations.ofPromptLog())) {
      log.append(exchanges(0, 1));
      holder.write(connection -> {
        assertThatThrownBy(() -> log.append(exchanges(1, 2)))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("prompt-log.duckdb is in use by another store of this process");
        return true;
      });
      log.append(exchanges(1, 2));
      assertThat(log.size().exchanges()).isEqualTo(2);
    }
  }

  @Test
  void anEmptyFileOfAProcessThatDiedIsReplaced() throws IOException {
    Files.createDirectories(file().getParent());
    Files.createFile(file());
    try (PromptLog log = open()) {
      log.append(exchanges(0, 1));
      assertThat(log.size().exchanges()).isEqualTo(1);
    }
  }

  /// The files as a process leaves them that is killed after it has committed.
  @Test
  void whatWasCommittedBeforeAKillIsThere() throws Exception {
    Path killed = Files.createDirectories(folder.resolve("killed"));
    Files.createDirectories(file().getParent());
    try (Engine engine = Engine.start(file().getParent(), HASTY)) {
      String alias = engine.attach(file(), true);
      try (DuckDBConnection connection = engine.connect(alias)) {
        Migrations.ofPromptLog().run(connection, Migrations.NONE);
        ExchangeTable.append(connection, exchanges(0, 3));
        for (String name : List.of("prompt-log.duckdb", "prompt-log.duckdb.wal")) {
          Files.copy(file().resolveSibling(name), killed.resolve(name));
        }
      }
      engine.detach(alias);
    }
    try (PromptLog log = new DuckDbPromptLog(killed)) {
      assertThat(log.query(LogQuery.newest(9))).isEqualTo(exchanges(0, 3).reversed());
      log.append(exchanges(0, 4));
      assertThat(log.size().exchanges()).isEqualTo(4);
    }
  }

  @Test
  void aDamagedLogIsOneSentenceAndStaysAsItIs() throws IOException {
    try (PromptLog log = open()) {
      log.append(exchanges(0, 500));
    }
    long whole = Files.size(file());
    try (RandomAccessFile cut = new RandomAccessFile(file().toFile(), "rw")) {
      cut.setLength(whole / 2);
    }
    try (PromptLog log = open()) {
      for (Runnable each :
          List.<Runnable>of(
              () -> log.append(exchanges(0, 1)), log::size, () -> log.query(LogQuery.newest(1)))) {
        assertThatThrownBy(each::run)
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("prompt-log.duckdb is damaged: move it away");
      }
      Files.writeString(file(), "This is no database.".repeat(1_000));
      assertThatThrownBy(log::size)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("prompt-log.duckdb is damaged: move it away");
    }
  }

  @Test
  void aLogOfANewerProgramIsRefused() {
    List<String> scripts = new ArrayList<>(Migrations.promptLogScripts());
    scripts.add("SELECT 1");
    try (LogFile newer = new LogFile(folder.resolve("data"), HASTY, new Migrations(scripts))) {
      newer.write(connection -> true);
    }
    try (PromptLog log = open()) {
      assertThatThrownBy(() -> log.append(exchanges(0, 1)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("was written by a newer Spendlight");
    }
  }

  /// Worst cases were part of the cost then, and stay so.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLogOfTheFirstVersionIsBroughtUpToDateByWhoeverOpensIt(boolean readFirst) {
    Migrations first = new Migrations(Migrations.promptLogScripts().subList(0, 1));
    try (LogFile old = new LogFile(folder.resolve("data"), HASTY, first)) {
      old.write(connection -> {
        try (Statement insert = connection.createStatement()) {
          return insert.executeUpdate(
              """
              INSERT INTO exchange VALUES
                ('%s', 1772971200000, '2026-03-08', 'acme', '2026-03-07', 'fingerprint',
                 'claude-sonnet-5-5', 'hash', 'p1', 's1', 'FIRST', 'complete', false, 'ACCEPTED',
                 '[]', 1, 10, 20, 30, 40, 50, 4000, -7, 1, 2),
                ('%s', 1772971200000, '2026-03-08', 'acme', '2026-03-07', 'fingerprint',
                 'unheard-of', 'hash', 'p1', 's1', 'FIRST', 'complete', false, 'ACCEPTED',
                 '[]', 1, 10, 20, 30, 40, 50, NULL, NULL, 1, 2)
              """
                  .formatted(exchanges(0, 2).getFirst().id(), exchanges(0, 2).getLast().id()));
        }
      });
    }
    try (PromptLog log = open()) {
      if (!readFirst) {
        log.append(exchanges(2, 3));
      }
      assertThat(log.find(exchanges(0, 1).getFirst().id()).map(Exchange::charge))
          .contains(SampleExchange.cost(4_000, -7));
      assertThat(log.query(LogQuery.newest(9).of("unheard-of")))
          .extracting(Exchange::charge)
          .containsExactly(Charge.UNKNOWN);
      Exchange fresh =
          SampleExchange.at("2026-03-09T12:00:00Z", 1).charge(SampleExchange.cost(1, 2, 3)).make();
      log.append(List.of(fresh));
      assertThat(log.find(fresh.id())).contains(fresh);
      assertThat(log.costs(Optional.empty(), Optional.of(DateRange.day(fresh.day()))))
          .singleElement()
          .satisfies(line -> assertThat(line.sums().unbilled()).isEqualTo(new NanoDollars(3)));
    }
  }

  /// A limit holds for the file too, not only for what is told of it.
  @Test
  void theFileDoesNotGrowBeyondItsLimits() throws IOException {
    LogLimits limits = new LogLimits(Duration.ofDays(1), 2_000_000, Duration.ofDays(1), 1_000);
    long early = 0;
    try (PromptLog log = open()) {
      for (int round = 0; round < 20; round++) {
        List<Exchange> batch = exchanges(round * 500, round * 500 + 500);
        log.append(batch);
        log.rotate(limits, batch.getLast().at());
        assertThat(log.size().textBytes()).isLessThanOrEqualTo(2_000_000);
        assertThat(log.size().exchanges()).isLessThanOrEqualTo(1_000);
        early = round == 4 ? Files.size(file()) : early;
      }
    }
    assertThat(Files.size(file())).isLessThanOrEqualTo(early * 3 / 2);
  }
}
