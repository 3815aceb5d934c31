package dev.spendlight.document;

import dev.spendlight.fact.Fact;

/// One fact of an account's sheet, for whoever asks where a figure comes from; described by
/// `fact.schema.json`.
public final class FactDocument {
  private FactDocument() {}

  public static String of(Fact fact) {
    return Json.object(json -> FigureJson.fact(json, fact));
  }
}
