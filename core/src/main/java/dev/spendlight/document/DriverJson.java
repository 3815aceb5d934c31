package dev.spendlight.document;

import dev.spendlight.finding.Driver;

/// How a driver is told: a factor with its part in the change, or a change of the account's own.
final class DriverJson {
  private DriverJson() {}

  static void write(Json json, Driver driver) {
    switch (driver) {
      case Driver.Part part ->
          json.text("type", "part")
              .text("of", part.of().key())
              .text("factor", part.factor().key())
              .number("before", part.before())
              .number("after", part.after())
              .number("contribution", part.contribution());
      case Driver.YourChange change ->
          json.text("type", "your_change")
              .text("what", change.what().key())
              .number("before", change.from())
              .number("after", change.to())
              .text("seen", change.seen().toString())
              .object("on", on -> EntityJson.write(on, change.on()));
    }
  }
}
