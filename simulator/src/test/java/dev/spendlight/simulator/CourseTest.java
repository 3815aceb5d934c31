package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);

  @Test
  void aRampReachesItsFactorEvenly() {
    Course course = Course.since(Optional.of(FIRST), 1.8).over(4);
    assertThat(course.on(FIRST.minusDays(1))).isEqualTo(1);
    assertThat(course.on(FIRST)).isCloseTo(1.2, within(1e-12));
    assertThat(course.on(FIRST.plusDays(1))).isCloseTo(1.4, within(1e-12));
    assertThat(course.on(FIRST.plusDays(3))).isCloseTo(1.8, within(1e-12));
    assertThat(course.on(FIRST.plusDays(30))).isCloseTo(1.8, within(1e-12));
  }

  @Test
  void whatIsForSomeDaysIsOverAfterThem() {
    Course course = Course.during(FIRST, 2, 2.2);
    assertThat(course.on(FIRST)).isEqualTo(2.2);
    assertThat(course.on(FIRST.plusDays(1))).isEqualTo(2.2);
    assertThat(course.on(FIRST.plusDays(2))).isEqualTo(1);
  }

  @Test
  void whatWasAlwaysSoIsSoOnEveryDay() {
    assertThat(Course.since(Optional.empty(), 0.5).on(LocalDate.of(2001, 1, 1))).isEqualTo(0.5);
  }
}
