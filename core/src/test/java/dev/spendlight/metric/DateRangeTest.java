package dev.spendlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {
  @Test
  void bothEndsCount() {
    DateRange week = range(1, 7);
    assertThat(week.days()).isEqualTo(7);
    assertThat(week.stream()).hasSize(7).startsWith(week.from()).endsWith(week.to());
    assertThat(week.contains(day(1))).isTrue();
    assertThat(week.contains(day(7))).isTrue();
    assertThat(week.contains(day(8))).isFalse();
    assertThat(DateRange.ending(day(7), 7)).isEqualTo(week);
    assertThat(DateRange.day(day(3)).days()).isEqualTo(1);
    assertThat(week).hasToString("2026-03-01..2026-03-07");
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> range(2, 1))
        .hasMessage("A period ends on or after its first day, not 2026-03-02 to 2026-03-01.");
    assertThatThrownBy(() -> DateRange.ending(day(7), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 3, 5, 3, 3",
    "1, 9, 2, 4, 2, 4",
    "2, 4, 1, 9, 2, 4",
    "4, 9, 1, 5, 4, 5",
    "1, 3, 4, 6, 0, 0",
    "4, 6, 1, 3, 0, 0",
  })
  void twoRangesShareWhatIsInBoth(int a, int b, int c, int d, int from, int to) {
    assertThat(range(a, b).overlaps(range(c, d))).isEqualTo(from > 0);
    if (from > 0) {
      assertThat(range(a, b).intersection(range(c, d))).contains(range(from, to));
    } else {
      assertThat(range(a, b).intersection(range(c, d))).isEmpty();
    }
    assertThat(range(a, b).span(range(c, d))).isEqualTo(range(Math.min(a, c), Math.max(b, d)));
    assertThat(range(a, b).contains(range(c, d))).isEqualTo(a <= c && d <= b);
  }

  private static DateRange range(int from, int to) {
    return new DateRange(day(from), day(to));
  }

  private static LocalDate day(int ofMarch) {
    return LocalDate.of(2026, 3, ofMarch);
  }
}
