package dev.spendlight.simulator.file;

/// Cells as a console CSV writes them.
final class CellText {
  private static final double HUNDREDTHS_OF_PERCENT = 10_000;
  private static final int MICROS_EACH = 10_000;

  private final ConsoleStyle style;
  private final String sign;
  private final int places;

  CellText(ConsoleStyle style) {
    this.style = style;
    this.sign =
        switch (style.numbers()) {
          case SYMBOL -> CurrencySign.beforeAmount(style.currency());
          case COMMA_SYMBOL -> CurrencySign.beforeAmount(style.currency()).strip() + " ";
          case PLAIN, COMMA -> "";
        };
    this.places = style.numbers() == NumberForm.SYMBOL ? 1 : 2;
  }

  String of(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> text;
      case Cell.Count(long count) -> Long.toString(count);
      case Cell.Amount(long micros) -> sign + number(micros, places);
      case Cell.Percent(double fraction) -> percent(fraction);
      case Cell.Factor(double value) -> number(Math.round(value * 100) * MICROS_EACH, 2);
      case Cell.Day(var day) -> style.dates().text(day, style.marketplace().dateOrder());
      case Cell.Blank() -> "";
      case Cell.NoRatio() -> percent(0);
    };
  }

  private String percent(double fraction) {
    return number(Math.round(fraction * HUNDREDTHS_OF_PERCENT) * MICROS_EACH, 2) + "%";
  }

  private String number(long micros, int least) {
    return style.numbers().hasComma()
        ? NumberText.commaDecimal(micros, least)
        : NumberText.decimal(micros, least);
  }
}
