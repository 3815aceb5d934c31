package dev.spendlight.simulator.file;

import java.time.LocalDate;

/// A value of a console file before it is written as text or as a number.
sealed interface Cell {
  Cell BLANK = new Blank();
  Cell NO_RATIO = new NoRatio();

  record Text(String text) implements Cell {}

  record Count(long count) implements Cell {}

  record Amount(long micros) implements Cell {}

  record Percent(double fraction) implements Cell {}

  record Factor(double value) implements Cell {}

  record Day(LocalDate day) implements Cell {}

  /// A column of which the platform has no value, such as last year's.
  record Blank() implements Cell {}

  /// A ratio without a denominator: CSV files print `0.00%` for it, workbooks leave it blank.
  record NoRatio() implements Cell {}
}
