package dev.spendlight.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days as a person lists them.
class DaysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1                 | 2026-03-01",
        "1 2               | 2026-03-01 to 2026-03-02",
        "1 3               | 2026-03-01 and 2026-03-03",
        "1 2 3 5           | 2026-03-01 to 2026-03-03 and 2026-03-05",
        "1 3 5             | 2026-03-01, 2026-03-03 and 2026-03-05",
        "1 3 5 6 7         | 2026-03-01, 2026-03-03 and 2026-03-05 to 2026-03-07",
        "1 3 5 7           | 2026-03-01, 2026-03-03, 2026-03-05 and 1 more",
        "1 3 5 7 9 10 20   | 2026-03-01, 2026-03-03, 2026-03-05 and 3 more",
      })
  void runsAreJoinedAndTheThirdIsTheLastOneNamed(String daysOfMarch, String listed) {
    assertThat(
            Days.listed(
                Arrays.stream(daysOfMarch.split(" "))
                    .map(day -> LocalDate.of(2026, 3, Integer.parseInt(day)))
                    .toList()))
        .isEqualTo(listed);
  }
}
