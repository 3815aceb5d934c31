package dev.spendlight.simulator;

import static dev.spendlight.simulator.Accounts.LAST_DAY;
import static dev.spendlight.simulator.Accounts.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorningFilesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    Map<String, List<Byte>> once = write(folder.resolve("once"), 7);
    assertThat(write(folder.resolve("twice"), 7)).isEqualTo(once);
    Map<String, List<Byte>> other = write(folder.resolve("other"), 8);
    assertThat(other.keySet()).isEqualTo(once.keySet());
    once.forEach((name, bytes) -> assertThat(other.get(name)).as(name).isNotEqualTo(bytes));
  }

  @Test
  void aLaterMorningRestatesOrdersAndNothingElse() throws IOException {
    SimulatedAccount account = SimulatedAccount.of(Accounts.small(), 7);
    MorningFiles.of(account).write(folder, List.of(LAST_DAY.minusDays(6), MORNING), 14);
    String day = LAST_DAY.minusDays(7).toString();
    Map<String, Long> early = totals(folder.resolve(LAST_DAY.minusDays(6).toString()), day);
    Map<String, Long> late = totals(folder.resolve(MORNING.toString()), day);
    assertThat(early.get("clicks")).isEqualTo(late.get("clicks")).isPositive();
    assertThat(early.get("purchases7d")).isLessThan(late.get("purchases7d"));
  }

  @Test
  void aMorningAsksForAtMostThirtyOneDaysAtATime() throws IOException {
    SimulatedAccount account = SimulatedAccount.of(Accounts.small(), 7);
    List<Morning> mornings =
        MorningFiles.of(account).withBudgetCsv().write(folder, List.of(MORNING), 60);
    assertThat(mornings)
        .containsExactly(
            new Morning(
                folder.resolve(MORNING.toString()), MORNING, DateRange.ending(LAST_DAY, 60)));
    assertThat(names(mornings.getFirst().folder()))
        .containsExactly(
            "Sponsored Products Budget report.csv",
            "spAdvertisedProduct_2026-02-25.json.gz",
            "spAdvertisedProduct_2026-03-28.json.gz",
            "spCampaigns_2026-02-25.json.gz",
            "spCampaigns_2026-03-28.json.gz",
            "spSearchTerm_2026-02-25.json.gz",
            "spSearchTerm_2026-03-28.json.gz",
            "spTargeting_2026-02-25.json.gz",
            "spTargeting_2026-03-28.json.gz");
  }

  @Test
  void theFilesHoldTheRowsOfTheAccount() throws IOException {
    SimulatedAccount account = SimulatedAccount.of(Accounts.small(), 7);
    MorningFiles.of(account).write(folder, List.of(MORNING), 10);
    LocalDate day = LAST_DAY.minusDays(3);
    assertThat(totals(folder.resolve(MORNING.toString()), day.toString()).get("purchases7d"))
        .isEqualTo(
            Accounts.sum(
                account.rows(ReportKind.TARGETING, DateRange.day(day), MORNING), Measure.ORDERS_7));
  }

  @Test
  void theDaysAfterTheLastStillHaveMornings() throws IOException {
    SimulatedAccount account = SimulatedAccount.of(Accounts.small(), 7);
    MorningFiles.of(account).write(folder, List.of(MORNING, MORNING.plusDays(7)), 14);
    String day = LAST_DAY.toString();
    assertThat(totals(folder.resolve(MORNING.plusDays(7).toString()), day).get("purchases7d"))
        .isGreaterThan(totals(folder.resolve(MORNING.toString()), day).get("purchases7d"));
  }

  @Test
  void aMorningBeforeAnythingHappenedIsRefused() {
    MorningFiles files = MorningFiles.of(SimulatedAccount.of(Accounts.small(), 7));
    assertThatThrownBy(() -> files.write(folder, List.of(LocalDate.of(2026, 2, 25)), 14))
        .hasMessage(
            "The account begins on 2026-02-25, so its first morning is the day after, not 2026-02-25.");
  }

  private static Map<String, List<Byte>> write(Path into, long seed) throws IOException {
    MorningFiles.of(SimulatedAccount.of(Accounts.small(), seed)).write(into, List.of(MORNING), 14);
    Map<String, List<Byte>> files = new TreeMap<>();
    for (String name : names(into.resolve(MORNING.toString()))) {
      byte[] bytes = Files.readAllBytes(into.resolve(MORNING.toString()).resolve(name));
      Byte[] boxed = new Byte[bytes.length];
      Arrays.setAll(boxed, i -> bytes[i]);
      files.put(name, List.of(boxed));
    }
    return files;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, Long> totals(Path folder, String day) throws IOException {
    Map<String, Long> totals = new TreeMap<>();
    for (String name : names(folder)) {
      if (name.startsWith("spTargeting")) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(name)))) {
          for (JsonNode row : JSON.readTree(in)) {
            if (row.get("date").asText().equals(day)) {
              List.of("clicks", "purchases7d")
                  .forEach(field -> totals.merge(field, row.get(field).asLong(), Long::sum));
            }
          }
        }
      }
    }
    return totals;
  }
}
