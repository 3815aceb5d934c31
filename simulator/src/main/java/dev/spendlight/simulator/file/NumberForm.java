package dev.spendlight.simulator.file;

/// How console CSV files write money and percents.
public enum NumberForm {
  /// `$0.4966667`, `Rs.201.68`, `£12.40` and `1.66%`
  SYMBOL,
  /// `201.68` and `1.66%`
  PLAIN,
  /// `1.480,25` and `1,66%`; the separator of the file is then a semicolon
  COMMA,
  /// `€ 1.480,25` and `1,66%`; the separator of the file is then a semicolon
  COMMA_SYMBOL;

  boolean hasComma() {
    return this == COMMA || this == COMMA_SYMBOL;
  }
}
